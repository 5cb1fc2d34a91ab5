import type { LearnerGrade } from './grade-learner.ts';
import type { Learner } from './learner.ts';

/**
 * Grades learners a few at a time and gives each result away as it comes. Never two of one account at once: who works
 * on an account goes on with its next learner.
 */
export async function* gradeClass(
  learners: readonly Learner[],
  grade: (learner: Learner) => Promise<LearnerGrade>,
  { concurrency, signal }: { concurrency: number; signal?: AbortSignal },
): AsyncGenerator<LearnerGrade> {
  const waiting = [...learners];
  const running = new Map<string, Promise<LearnerGrade>>();
  const fill = () => {
    while (!signal?.aborted && running.size < concurrency) {
      const at = waiting.findIndex(({ account }) => !running.has(account));
      const [next] = at < 0 ? [] : waiting.splice(at, 1);
      if (!next) return;
      running.set(next.account, grade(next));
    }
  };
  for (fill(); running.size > 0; fill()) {
    const [account, done] = await Promise.race(
      [...running].map(async ([key, work]) => [key, await work] as const),
    );
    running.delete(account);
    // Cut short, what was seen of a learner is not all of it.
    if (!signal?.aborted) yield done;
  }
}
