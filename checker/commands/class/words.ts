import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { isLocalTime } from '#checker/grading/local-time.ts';
import { cleanedLab, everyLab } from '#checker/grading/rules.ts';
import type { Lab } from '#labs/kit/lab.ts';
import { fill } from '#labs/kit/text.ts';
import { chooseLabs, stepOf } from '../choose-labs.ts';
import { texts } from './words.texts.ts';

/** A lab by id or number, with its steps. */
export async function labNamed(word: string): Promise<Lab> {
  const [chosen] = await chooseLabs([word]);
  if (!chosen) throw new Error(`no lab ${word}`);
  return chosen.lab;
}

/** A lab, or all of them: a star would have to be quoted in a shell. */
export async function labOrAll(word: string): Promise<string> {
  return ['all', everyLab].includes(word.toLowerCase()) ? everyLab : (await labNamed(word)).id;
}

/** `table`, `5/capacity`, or `cleaned`. */
export async function labAndStep(word: string): Promise<{ lab: string; step?: string }> {
  if (word === cleanedLab) return { lab: cleanedLab, step: cleanedLab };
  const [labWord = '', step] = word.split('/', 2);
  const lab = await labNamed(labWord);
  return step === undefined ? { lab: lab.id } : { lab: lab.id, step: stepOf(lab, step) };
}

/** `2026-12-01T18:00`; a space for the T is what people type. */
export function localTime(word: string): string {
  const time = word.trim().replace(' ', 'T');
  if (isLocalTime(time)) return time;
  throw new Told(exitCodes.usage, (locale) => fill(texts.badTime, locale, { word }));
}

/** Points, to the hundredth. */
export function pointsIn(word: string): number {
  if (/^\d{1,5}(\.\d{1,2})?$/.test(word)) return Number(word);
  throw new Told(exitCodes.usage, (locale) => fill(texts.badPoints, locale, { word }));
}

/** `LAB=VALUE` */
export function keyAndValue(option: string, word: string): [key: string, value: string] {
  const at = word.lastIndexOf('=');
  if (at > 0 && at < word.length - 1) return [word.slice(0, at), word.slice(at + 1)];
  throw new Told(exitCodes.usage, (locale) => fill(texts.noValue, locale, { option, word }));
}
