import { fill } from '#labs/kit/text.ts';
import { rowOf } from '../clean/baseline.ts';
import { historyOf } from '../clean/history.ts';
import type { Plan } from '../clean/plan.ts';
import { ask, isYes } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { exitCodes } from '../cli/exit-codes.ts';
import { Told } from '../cli/told.ts';
import { texts } from './clean.texts.ts';
import { nameOf } from './clean-screen.ts';
import type { Desk } from './open-desk.ts';

/** On AWS the account's own name is typed; where nobody can be asked, the plan's hash says what was agreed to. */
export async function agree(
  { items }: Plan,
  { hasPlan, line }: { hasPlan: boolean; line: string },
  { target }: Desk,
  cli: Cli,
): Promise<boolean> {
  if (target.kind === 'sandbox' || items.length === 0) return true;
  if (!cli.interactive && hasPlan) return true;
  if (!cli.interactive)
    throw new Told(exitCodes.usage, (locale) => fill(texts.needsPlan, locale, { command: line }));
  const names = [target.account, ...(target.alias ? [target.alias] : [])];
  const answer = await ask(cli.say(texts.typeAccount, { account: names.at(-1) ?? '' }), cli);
  if (names.includes(answer)) return true;
  cli.note(cli.say(texts.notTyped));
  return false;
}

/** What is taken by its name alone is confirmed once, one by one, and written down. */
export async function confirmNamed(
  { items }: Plan,
  include: readonly string[],
  { ledger, target }: Desk,
  cli: Cli,
): Promise<void> {
  const named = items.filter(({ live }) =>
    [live.name, live.id, live.arn].some((one) => include.includes(one)),
  );
  const rows = ledger.rows();
  for (const { live } of named) {
    if (historyOf(live, rows).claimed) continue;
    if (target.kind === 'aws' && cli.interactive) {
      const answer = await ask(cli.say(texts.confirm, { name: nameOf(live, cli) }), cli);
      if (!isYes(answer)) throw new Told(exitCodes.no, (locale) => fill(texts.notConfirmed, locale));
    }
    ledger.append({ at: Date.now(), kind: 'claimed', ...rowOf(live) });
  }
}
