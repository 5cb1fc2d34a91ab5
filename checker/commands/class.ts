import { fill } from '#labs/kit/text.ts';
import type { Args, Cli } from '../cli/cli.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { texts } from './class/class.texts.ts';

/** `handson class VERB …`: each verb is a file of its own. */
export async function run(args: Args, cli: Cli): Promise<ExitCode> {
  const [verb = '', word] = args.operands;
  if (verb === 'init' && word !== undefined) return (await import('./class/init.ts')).init(word, cli);
  if (verb === 'add' && word !== undefined) return (await import('./class/add.ts')).add(word, args, cli);
  if (verb === 'verify' && word === undefined) return (await import('./class/verify.ts')).verify(args, cli);
  throw new Told(exitCodes.usage, (locale) => fill(texts.usage, locale));
}
