import { eventQueue } from '../core/event-queue.ts';
import type { LearnerGrade } from './grade-learner.ts';
import type { Learner } from './learner.ts';

type Grade = (learner: Learner, signal: AbortSignal) => Promise<LearnerGrade>;

/**
 * Grades learners a few at a time and gives each result away as it comes. Never two of one account at once: who works
 * on an account goes on with its next learner. What ends a look by an error ends all of them.
 */
export async function* gradeClass(
  learners: readonly Learner[],
  grade: Grade,
  { concurrency, signal }: { concurrency: number; signal?: AbortSignal },
): AsyncGenerator<LearnerGrade> {
  const ended = new AbortController();
  const stop = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const accounts = byAccount(learners).values();
  const done = eventQueue<LearnerGrade>();
  const worker = async () => {
    for (const account of accounts) {
      for (const learner of account) {
        if (stop.aborted) return;
        const one = await grade(learner, stop);
        // Cut short, what was seen of a learner is not all of it.
        if (!stop.aborted) done.put(one);
      }
    }
  };
  const failures: unknown[] = [];
  const work = Promise.all(
    Array.from({ length: concurrency }, () =>
      worker().catch((error) => {
        failures.push(error);
        ended.abort();
      }),
    ),
  ).then(() => (failures.length > 0 ? done.fail(failures[0]) : done.end()));
  try {
    yield* done.events();
  } finally {
    ended.abort();
    await work;
  }
}

function byAccount(learners: readonly Learner[]): Map<string, Learner[]> {
  const accounts = new Map<string, Learner[]>();
  for (const learner of learners) {
    const known = accounts.get(learner.account);
    if (known) known.push(learner);
    else accounts.set(learner.account, [learner]);
  }
  return accounts;
}
