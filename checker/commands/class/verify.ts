import type { Args, Cli } from '#checker/cli/cli.ts';
import { type ExitCode, exitCodes } from '#checker/cli/exit-codes.ts';
import { assumeRole } from '#checker/grading/assume-role.ts';
import { readClass, withAccess, writeClass } from '#checker/grading/class-file.ts';
import { type Access, hasAccount } from '#checker/grading/learner.ts';
import { verifyAccess } from '#checker/grading/verify-access.ts';
import { openTarget } from '#checker/target/open-target.ts';
import { chooseClass } from '../grade/choose-class.ts';
import { texts } from './class.texts.ts';
import { printClass } from './print-class.ts';

export async function verify(args: Args, cli: Cli): Promise<ExitCode> {
  const file = chooseClass(args.value('class'), cli);
  const reached = await openTarget(cli);
  const eyes = assumeRole(reached.connection, { signal: cli.signal });
  const seen = new Map<string, Access>();
  try {
    for (const learner of file.learners.filter(hasAccount)) {
      const access = await verifyAccess(learner, eyes.credentials);
      if (cli.signal.aborted) break;
      seen.set(learner.id, access);
      if (!cli.json) cli.print(`${learner.name} (${learner.id}): ${cli.say(texts[access])}`);
    }
  } finally {
    eyes.close();
    await reached.close();
  }
  const verified = withAccess(readClass(cli.home, file.name), seen, new Date().toISOString());
  writeClass(cli.home, verified);
  if (cli.json) printClass(verified, verified.learners, cli);
  if (cli.signal.aborted) return exitCodes.stopped;
  const all = [...seen.values()];
  if (all.includes('unclear')) return exitCodes.cannotTell;
  return all.every((one) => one === 'safe') ? exitCodes.yes : exitCodes.no;
}
