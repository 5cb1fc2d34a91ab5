import { reads, refusedMembers } from '#labs/kit/reads.ts';
import type { Middleware } from './client-pool.ts';

/** A call that a check must not make. It is a fault of ours, so it is never an outcome. */
export class NotARead extends Error {
  constructor(command: string, why: string) {
    super(`a check tried to call ${command}, ${why}`);
    this.name = 'NotARead';
  }
}

const allowed: ReadonlySet<string> = new Set(Object.values(reads).flat());

export function isRead({ operation }: { operation: string }): boolean {
  return allowed.has(operation);
}

/** Behind the types: nothing leaves a reading client that is not in the table of reads. */
export const readsOnly: Middleware = (next, context) => (args) => {
  const operation = (context.commandName ?? '').replace(/Command$/, '');
  if (!allowed.has(operation))
    throw new NotARead(operation || 'an unnamed command', 'which is not in the table of reads');
  for (const member of refusedMembers[operation] ?? []) {
    if ((args.input as Record<string, unknown>)[member])
      throw new NotARead(operation, `with ${member}, which returns a secret`);
  }
  return next(args);
};
