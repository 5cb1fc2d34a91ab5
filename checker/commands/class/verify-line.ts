import type { Cli } from '#checker/cli/cli.ts';
import type { Learner } from '#checker/grading/learner.ts';
import type { Tried } from '#checker/grading/verify-access.ts';
import { texts } from './class.texts.ts';
import { troubleLine } from './instructor-trouble.ts';

/** Why it does not open, or could not be tried, stands beside; and what to do about it. */
export function verifyLine(
  learner: Learner,
  { access, error }: Tried,
  cli: Pick<Cli, 'say' | 'locale'>,
): string {
  const { name, id, account, region } = learner;
  const line = `${name} (${id}): ${cli.say(texts[access])}`;
  if (access === 'unclear')
    return `${line}\n    ${troubleLine(error, { account, region }, cli)}\n    handson class verify ${id}`;
  return access === 'safe' ? line : `${line}\n    ${cli.say(texts[`${access}Next`], { id })}`;
}
