import type { Plan } from '../clean/plan.ts';
import type { Receipt } from '../clean/report.ts';
import { type ExitCode, exitCodes } from '../cli/exit-codes.ts';

/** What a program is told of a clean that ran to its end: 0 is said only where all was seen and all is gone. */
export function exitOf({ left }: Pick<Receipt, 'left'>, { unread }: Pick<Plan, 'unread'>): ExitCode {
  if (left.some(({ why }) => why !== 'unread' && why !== 'other-account')) return exitCodes.no;
  return left.length > 0 || unread.length > 0 ? exitCodes.cannotTell : exitCodes.yes;
}
