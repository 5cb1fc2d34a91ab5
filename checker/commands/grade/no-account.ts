import type { Args, Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import { hasAccount } from '#checker/grading/learner.ts';
import { numbersIn } from '#labs/kit/numbers.ts';
import { fill } from '#labs/kit/text.ts';
import { texts } from './submissions.texts.ts';

/** A class with learners whom nobody can look into: who they are is told, and the others are looked at. */
export function withAccounts(file: ClassFile, cli: Cli): ClassFile {
  const learners = file.learners.filter(hasAccount);
  const others = file.learners.length - learners.length;
  if (others === 0) return file;
  if (learners.length === 0) throw new Told(exitCodes.usage, (locale) => fill(texts.onlyFiles, locale));
  cli.note(cli.say(texts.notLookedAt, numbersIn(cli.locale, { learners: others })));
  return { ...file, learners };
}

/** An option that only makes sense with a folder of submissions. */
export function refuseWithoutFolder(args: Args): void {
  for (const option of ['run-code', 'received'])
    if (args.flag(option))
      throw new Told(exitCodes.usage, (locale) => fill(texts.onlyWith, locale, { option: `--${option}` }));
}
