import type { Decided } from './decisions.ts';
import { addDays } from './local-time.ts';
import { everyLab, type LatePolicy, type Rules } from './rules.ts';

/** Until when a lab's evidence is in time, as a local time of the class. */
export interface Deadline {
  local: string;
  at: number;
}

/** The instant of a local time of the class. */
type InstantOf = (local: string) => number;

/** An extension never makes a deadline earlier, and makes none where there is none. */
export function deadlineOf(
  { deadlines }: Pick<Rules, 'deadlines'>,
  decided: Pick<Decided, 'extension'>,
  lab: string,
  instantOf: InstantOf,
): Deadline | undefined {
  const own = deadlines[lab] ?? deadlines[everyLab];
  if (own === undefined) return undefined;
  const both = [own, decided.extension(lab) ?? own].map((local) => ({
    local,
    at: instantOf(local),
  }));
  return both.reduce((a, b) => (b.at > a.at ? b : a));
}

/** Days that had begun since the deadline, by the class's calendar: a day is over when its clock shows the same time again. */
export function daysLate(at: number, { local, at: due }: Deadline, instantOf: InstantOf): number {
  if (at <= due) return 0;
  // A calendar day has 23 to 25 hours, and once in a while none.
  let days = Math.max(1, Math.floor((at - due) / 86_400_000) - 1);
  while (instantOf(addDays(local, days)) < at) days++;
  return days;
}

/** What is left of the points for what was seen so many days late. */
export function shareLeft(days: number, late: LatePolicy | null): number {
  if (days === 0) return 1;
  if (late === null) return 0;
  return 1 - Math.min(late.atMost, days * late.percentPerDay) / 100;
}
