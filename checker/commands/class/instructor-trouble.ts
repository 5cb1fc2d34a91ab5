import type { Cli } from '#checker/cli/cli.ts';
import { exitCodes } from '#checker/cli/exit-codes.ts';
import { Told } from '#checker/cli/told.ts';
import { tellTrouble } from '#checker/core/tell-trouble.ts';
import type { InstructorTrouble } from '#checker/grading/assume-role.ts';
import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import { texts } from './class.texts.ts';

/** What stood in the way of a call, on one line. */
export function troubleLine(
  error: unknown,
  place: { account: string; region: string },
  { locale }: Pick<Cli, 'locale'>,
): string {
  return reasonIn(error, place, locale);
}

/** Without the instructor's own credentials nobody can be looked at. */
export function ownTrouble({ cause }: InstructorTrouble, place: { account: string; region: string }): Told {
  return new Told(exitCodes.cannotTell, (locale) =>
    fill(texts.ownTrouble, locale, { reason: reasonIn(cause, place, locale) }),
  );
}

function reasonIn(error: unknown, place: { account: string; region: string }, locale: Locale): string {
  const { messages, next } = tellTrouble(error, place);
  return [...messages, ...(next ? [next] : [])].map((said) => sayIn(said, locale)).join(' ');
}
