import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, ClassUnreadable, classNames, readClass } from '#checker/grading/class-file.ts';
import type { ClassFileFault } from '#checker/grading/class-file-faults.ts';
import { fill, type Locale } from '#labs/kit/text.ts';
import { texts } from './choose-class.texts.ts';

/** The class by its name; the only one where none is named. */
export function chooseClass(asked: string | undefined, cli: Cli): ClassFile {
  const names = classNames(cli.home);
  if (names.length === 0) throw new Told(exitCodes.usage, (locale) => fill(texts.none, locale));
  const name = asked ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined && names.includes(name)) return readWhole(cli.home, name);
  throw new Told(exitCodes.usage, (locale) =>
    asked === undefined
      ? fill(texts.which, locale, { names: names.join(', ') })
      : fill(texts.unknown, locale, { name: asked, names: names.join(', ') }),
  );
}

function readWhole(home: string, name: string): ClassFile {
  try {
    return readClass(home, name);
  } catch (error) {
    throw asTold(error);
  }
}

const mostTold = 10;

/** The faults of a class file, for whoever edited it; any other error as it is. */
export function asTold(error: unknown): unknown {
  if (!(error instanceof ClassUnreadable)) return error;
  const { file, faults, message } = error;
  return new Told(exitCodes.usage, (locale) => {
    if (faults.length === 0) return fill(texts.notJson, locale, { file, reason: message });
    const lines = faults.slice(0, mostTold).map((fault) => lineOf(fault, locale));
    return [fill(texts.faulty, locale, { file, faults: faults.length }), ...lines].join('\n');
  });
}

function lineOf({ place, wanted, found }: ClassFileFault, locale: Locale): string {
  const told = fill(texts[wanted], locale);
  return `  ${place}: ${found === '' ? fill(texts.missing, locale) : found}. ${told}`;
}
