import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { classNamePattern, classNames, newClass, writeClass } from '#checker/grading/class-file.ts';
import { readTarget } from '#checker/target/target-file.ts';
import { fill } from '#labs/kit/text.ts';
import { texts } from './class.texts.ts';
import { printClass } from './print-class.ts';

export function init([name = '']: readonly string[], _args: Args, cli: Cli): ExitCode {
  if (!classNamePattern.test(name))
    throw new Told(exitCodes.usage, (locale) => fill(texts.badName, locale, { name }));
  if (classNames(cli.home).includes(name))
    throw new Told(exitCodes.usage, (locale) => fill(texts.already, locale, { name }));
  const { account, region } = readTarget(cli.home);
  const file = newClass({ name, instructor: account, region, at: new Date().toISOString() });
  writeClass(cli.home, file);
  if (cli.json) printClass(file, file.learners, cli);
  else cli.print(cli.say(texts.made, { name, account }));
  return exitCodes.yes;
}
