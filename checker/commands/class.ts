import type { Args, Cli } from '../cli/cli.ts';
import type { ExitCode } from '../cli/exit-codes.ts';
import { usageError } from '../cli/usage-error.ts';
import { verbs } from './class/verbs.ts';
import { asTold } from './grade/choose-class.ts';

/** `handson class VERB …`: each verb is a file of its own; alone it shows them all. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const [name, ...words] = args.operands;
  if (name === undefined) return (await import('./help.ts')).run({ ...args, operands: ['class'] }, cli);
  const verb = verbs.find((one) => one.name === name);
  if (!verb) throw usageError.verb('class', name, verbs);
  const [fewest, most] = verb.words;
  const called = `class ${verb.name}`;
  const extra = words[most];
  if (extra !== undefined) throw usageError.tooMany('class', extra);
  if (words.length < fewest) throw usageError.tooFew(called, verb.operands ?? '');
  const stray = allOptions.find((option) => args.flag(option) && !verb.options.includes(option));
  if (stray !== undefined) throw usageError.strayOption(called, stray, verb.options);
  const work = await verb.load();
  try {
    return await work(words, args, cli);
  } catch (error) {
    throw asTold(error);
  }
}

const allOptions = [...new Set(verbs.flatMap(({ options }) => options))];
