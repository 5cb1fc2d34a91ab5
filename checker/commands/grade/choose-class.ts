import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { type ClassFile, classNames, readClass } from '#checker/grading/class-file.ts';
import { fill } from '#labs/kit/text.ts';
import { texts } from './choose-class.texts.ts';

/** The class by its name; the only one where none is named. */
export function chooseClass(asked: string | undefined, cli: Cli): ClassFile {
  const names = classNames(cli.home);
  if (names.length === 0) throw new Told(exitCodes.usage, (locale) => fill(texts.none, locale));
  const name = asked ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined && names.includes(name)) return readClass(cli.home, name);
  throw new Told(exitCodes.usage, (locale) =>
    asked === undefined
      ? fill(texts.which, locale, { names: names.join(', ') })
      : fill(texts.unknown, locale, { name: asked, names: names.join(', ') }),
  );
}
