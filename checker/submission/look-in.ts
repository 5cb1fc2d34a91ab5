import type { Lab } from '#labs/kit/lab.ts';
import type { Runtimes } from '#sandbox/core/runtimes.ts';
import { gradeSubmission, type SubmittedStep } from './grade-submission.ts';
import { lastWork } from './last-work.ts';
import { type FileProblem, readSubmission } from './read-submission.ts';
import { type Traits, traitsOf } from './resemblance.ts';
import type { Submission } from './submission.ts';

/** What came of one file. */
export interface LookedAt extends Pick<Submission, 'learner' | 'labs' | 'digest' | 'target'> {
  lastWork: number;
  cleaned: number | null;
  /** Whether the learner's code was run. */
  codeRan: boolean;
  steps: SubmittedStep[];
  calls: number;
  traits: Traits;
}

/** The whole way of one file, from its bytes to what was seen. */
export async function lookIn(
  bytes: Uint8Array,
  options: {
    labs: readonly Lab[];
    runtimes?: (fetchAws: (request: Request) => Promise<Response>) => Runtimes;
  },
): Promise<LookedAt | { problem: FileProblem }> {
  const submission = readSubmission(bytes);
  if ('problem' in submission) return submission;
  const { learner, labs, digest, target, claims } = submission;
  return {
    learner,
    labs,
    digest,
    target,
    lastWork: lastWork(submission),
    cleaned: claims.cleaned ?? null,
    codeRan: options.runtimes !== undefined,
    ...(await gradeSubmission(submission, options)),
    traits: await traitsOf(submission),
  };
}
