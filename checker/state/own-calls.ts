import type { State } from './open-state.ts';

/** Calls of our own checks: they never count as the learner's. */
export function ownCallsOf({ db }: State, target: string) {
  return {
    record({ requestId, from, to }: { requestId?: string; from: number; to: number }): void {
      db.prepare('INSERT INTO own_call (target, request, began, ended) VALUES (?, ?, ?, ?)').run(
        target,
        requestId ?? null,
        from,
        to,
      );
    },
    isOurCall: (requestId: string): boolean =>
      db.prepare('SELECT 1 FROM own_call WHERE target = ? AND request = ?').get(target, requestId) !==
      undefined,
    /** A call without a request id of the function's is known by its time. */
    isOurTime: (at: number): boolean =>
      db
        .prepare('SELECT 1 FROM own_call WHERE target = ? AND request IS NULL AND began <= ? AND ended >= ?')
        .get(target, at, at) !== undefined,
  };
}

/** The newest of them, oldest first, for who hands the log to somebody else. */
export function newestOwnCalls(
  { db }: State,
  target: string,
  most: number,
): Array<{ requestId?: string; from: number; to: number }> {
  return db
    .prepare('SELECT request, began, ended FROM own_call WHERE target = ? ORDER BY rowid DESC LIMIT ?')
    .all(target, most)
    .reverse()
    .map(({ request, began, ended }) => ({
      from: Number(began),
      to: Number(ended),
      ...(request === null ? {} : { requestId: String(request) }),
    }));
}
