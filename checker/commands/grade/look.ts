import { setTimeout as pause } from 'node:timers/promises';
import type { Cli } from '#checker/cli/cli.ts';
import { assumeRole } from '#checker/grading/assume-role.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import { gradeLearner } from '#checker/grading/grade-learner.ts';
import { gradeRun } from '#checker/grading/grade-run.ts';
import type { Gradebook, GradeRun } from '#checker/grading/gradebook.ts';
import { marksOf } from '#checker/grading/marks.ts';
import type { OpenTarget } from '#checker/target/open-target.ts';
import type { Lab } from '#labs/kit/lab.ts';
import { texts } from './grade.texts.ts';

export interface Grading {
  file: ClassFile;
  gradebook: Gradebook;
  begun: GradeRun;
  labs: readonly Lab[];
  reached: OpenTarget;
  concurrency: number;
}

/** Looks at every learner of the run who has not been looked at in it, and says so learner by learner. */
export async function lookAtAll(grading: Grading, cli: Cli): Promise<void> {
  const { file, gradebook, begun, labs, reached, concurrency } = grading;
  const { signal } = cli;
  const eyes = assumeRole(reached.connection, { signal });
  const already = gradebook.done(begun.id).size;
  const began = Date.now();
  let [done, unreadable] = [0, 0];
  const learners = new Map(file.learners.map((one) => [one.id, one]));
  try {
    for await (const one of gradeRun({
      gradebook,
      run: begun,
      learners: file.learners,
      concurrency,
      now: Date.now,
      signal,
      grade: (learner) =>
        gradeLearner(learner, {
          labs,
          credentials: eyes.credentials,
          reach: reached.connection,
          kind: reached.target.kind,
          kept: (lab, step) => {
            const first = gradebook.firstPass(learner.id, lab, step);
            return first?.source === 'seen' ? first.result : undefined;
          },
          now: Date.now,
          sleep: (ms, stop) => pause(ms, undefined, { signal: stop ?? signal }).catch(() => {}),
          signal,
          ...(reached.target.kind === 'aws' ? { confirmMs: 1500 } : {}),
        }),
    })) {
      done++;
      if (one.state === 'unreadable' || one.state === 'unsafe') unreadable++;
      const left = begun.learners.length - already - done;
      const seconds = Math.round(((Date.now() - began) / done / 1000) * left);
      const progress = cli.say(texts.progress, {
        done: done + already,
        all: begun.learners.length,
        unreadable,
        seconds,
      });
      cli.note(cli.paint.dim(progress));
      if (cli.json) continue;
      const learner = learners.get(one.learner);
      if (!learner) continue;
      const { points, of, incomplete } = marksOf(file, learner, gradebook.standing(begun.id, learner.id));
      const state =
        one.cause === null ? cli.say(texts[one.state]) : `${cli.say(texts[one.state])} (${one.cause})`;
      cli.print(
        `${learner.name} (${learner.id}): ${cli.say(texts.score, { points, of, incomplete })}, ${state}`,
      );
    }
  } finally {
    eyes.close();
  }
}
