import type { Lab } from '#labs/kit/lab.ts';
import { courseNames } from '#labs/kit/names.ts';
import type { JailedRuntimes } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { runtimeFault } from '#sandbox/parts/runtimes/jail/runnable.ts';
import { gradeSubmission, type SubmittedStep } from './grade-submission.ts';
import { lastWork } from './last-work.ts';
import { type FileProblem, readSubmission } from './read-submission.ts';
import { type Traits, traitsOf } from './resemblance.ts';
import type { Submission } from './submission.ts';

/** What came of one file. */
export interface LookedAt extends Pick<Submission, 'learner' | 'labs' | 'digest' | 'target'> {
  lastWork: number;
  cleaned: number | null;
  /** Whether the learner's code was run; where it was to be and could not, why: in words, or the kind of a problem. */
  codeRan: boolean;
  notRun: string | null;
  steps: SubmittedStep[];
  calls: number;
  traits: Traits;
}

/** The whole way of one file, from its bytes to what was seen. */
export async function lookIn(
  bytes: Uint8Array,
  options: {
    labs: readonly Lab[];
    runtimes?: (fetchAws: (request: Request) => Promise<Response>) => JailedRuntimes;
  },
): Promise<LookedAt | { problem: FileProblem }> {
  const submission = readSubmission(bytes);
  if ('problem' in submission) return submission;
  const { learner, labs, digest, target, claims } = submission;
  const notRun = options.runtimes ? await whyNotRun(submission) : null;
  const { runtimes, ...reading } = options;
  const how = notRun === null && runtimes ? options : reading;
  return {
    learner,
    labs,
    digest,
    target,
    lastWork: lastWork(submission),
    cleaned: claims.cleaned ?? null,
    codeRan: how === options && runtimes !== undefined,
    notRun,
    ...(await gradeSubmission(submission, how)),
    traits: await traitsOf(submission),
  };
}

/** The course's function, where this machine cannot run it as Lambda would. */
async function whyNotRun({ records, target }: Submission): Promise<string | null> {
  const place = `${target.account}/${target.region}/lambda/functions/${courseNames(target.prefix).fn}`;
  const { runtime } = (records.find(([key]) => key === place)?.[1] ?? {}) as { runtime?: unknown };
  return typeof runtime === 'string' ? ((await runtimeFault(runtime)) ?? null) : null;
}
