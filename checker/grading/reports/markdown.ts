import type { Lab } from '#labs/kit/lab.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import type { Marks } from '../marks.ts';
import { texts as classWords } from './class-page.texts.ts';
import { type ClassTally, isFinished } from './class-tally.ts';
import { texts as words } from './heat-map.texts.ts';
import { stepNumber, toldPoints } from './heat-map.ts';
import type { Labels } from './labels.ts';
import { texts } from './markdown.texts.ts';
import { nextStepOf } from './next-step.ts';
import { whenIn } from './numbers-and-times.ts';

export interface MarkdownExport {
  className: string;
  run: { id: number; began: number; ended?: number; version: string };
  timeZone: string;
  labs: readonly Lab[];
  locale: Locale;
  labels: Labels;
  tally: ClassTally;
}

/** A comment on GitHub holds 65,536 characters, and some say less. */
const most = 60_000;

/** The class as a comment: what it comes to, what to say to everybody, and a line for each learner while there is room. */
export function* markdown(rows: Iterable<Marks>, comment: MarkdownExport): Generator<string> {
  const { locale, tally } = comment;
  const head = headOf(comment);
  yield head;
  let room = most - head.length;
  let notShown = 0;
  for (const marks of rows) {
    const line = rowOf(marks, comment);
    room -= line.length;
    if (room < 0) notShown++;
    else yield line;
  }
  if (notShown > 0) yield `\n${fill(texts.notShown, locale, numbersIn(locale, { learners: notShown }))}\n`;
  yield* nearMisses(tally, comment);
}

function headOf({ className, run, timeZone, locale, tally }: MarkdownExport): string {
  const when = whenIn(locale, timeZone)(run.ended ?? run.began);
  const { learners, finished, underWay, notBegun, unread } = tally;
  const columns = [words.learner, words.points, texts.incomplete, texts.next].map((one) => one[locale]);
  return `## ${inMarkdown(fill(texts.title, locale, { name: className, run: run.id }))}

${inMarkdown(fill(texts.facts, locale, { when, version: run.version }))}

${fill(texts.sum, locale, numbersIn(locale, { learners, finished, underWay, notBegun, unread }))}

| ${columns.join(' | ')} |
| --- | ---: | ---: | --- |
`;
}

function rowOf(marks: Marks, { labs, locale, labels }: MarkdownExport): string {
  const { learner, state, incomplete } = marks;
  const next = isFinished(marks) ? undefined : nextStepOf(marks, labs);
  const stop = next ? `${stepNumber(next.lab, next.at)} ${next.step.title[locale]}` : '';
  const told = state === 'read' || state === 'partly' ? stop : words[state][locale];
  const cells = [
    labels.nameOf(learner),
    toldPoints(marks, locale).sum,
    incomplete === 0 || state === 'withdrawn' ? '' : String(incomplete),
    told,
  ];
  return `| ${cells.map(inMarkdown).join(' | ')} |\n`;
}

function* nearMisses({ nearMisses: found }: ClassTally, { labs, locale }: MarkdownExport): Generator<string> {
  if (found.length === 0) return;
  yield `\n### ${classWords.sayNow[locale]}\n\n`;
  for (const { lab: id, step, learners, said } of found) {
    const lab = labs.find((one) => one.id === id);
    const at = lab?.steps.findIndex((one) => one.id === step) ?? -1;
    const number = lab && at >= 0 ? stepNumber(lab, at) : `${id}/${step}`;
    const times = fill(classWords.times, locale, numbersIn(locale, { learners }));
    yield `- **${times}** ${number}: ${inMarkdown(sayIn(said, locale))}\n`;
  }
}

/**
 * Text and nothing else: no markup, no HTML, no link, and nobody is mentioned. What begins a mention or a reference gets
 * a mark of no width behind it, because an escape is undone before they are looked for.
 */
export function inMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()|~^!]/g, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s|$)/, '$1\\.')
    .replace(/[@#]/g, '$&\u200b')
    .replaceAll('://', ':\u200b//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\u200b.`)
    .trim();
}
