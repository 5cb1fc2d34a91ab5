import type { Lab, Step } from '#labs/kit/lab.ts';
import { courseNames } from '#labs/kit/names.ts';
import type { Cause, Result } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import type { Connection, Pace } from '../core/connection.ts';
import { NotARead } from '../core/read-guard.ts';
import type { RequestMade } from '../core/reader.ts';
import { runChecks } from '../core/run-checks.ts';
import { openSession } from '../core/session.ts';
import { texts as checkerTexts } from '../core/tell-trouble.texts.ts';
import { tellTrouble } from '../core/tell-trouble.ts';
import { type CredentialsOf, InstructorTrouble } from './assume-role.ts';
import { courseGone } from './course-gone.ts';
import { texts } from './grade-learner.texts.ts';
import type { Learner } from './learner.ts';
import { UnsafeRole } from './verify-access.ts';

export interface GradeOptions {
  labs: readonly Lab[];
  credentials: CredentialsOf;
  /** Throws `InstructorTrouble` where it is the instructor who cannot reach AWS. */
  checkSelf?(): Promise<void>;
  /** How AWS or the sandbox is reached; whose eyes and where are the learner's matter. */
  reach: Omit<Connection, 'credentials' | 'region'>;
  kind: 'sandbox' | 'aws';
  /** How fast an account may be asked. */
  pace?(account: string): Pace;
  /** All labs of the course: whether nothing of them is left is then asked too. */
  course?: readonly Lab[];
  /** What was seen to pass before: a milestone is not asked for again. */
  kept?(lab: string, step: string): Result | undefined;
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  signal?: AbortSignal;
  confirmMs?: number;
  callMs?: number;
  stepMs?: number;
}

export interface LearnerGrade {
  learner: string;
  /** `partly`: some steps could not be looked at. */
  state: GradeState;
  /** Why it is not `read`. */
  cause: Cause | null;
  steps: GradedStep[];
  /** Calls made to the learner's account, the one for credentials among them. */
  calls: number;
  /** Nothing of the course is there any more; `null`, or absent: nobody can tell. */
  empty?: boolean | null;
  /** What to quote to AWS's support. */
  requests?: readonly RequestMade[];
}

export type GradeState = 'read' | 'partly' | 'unreadable' | 'unsafe';

export interface GradedStep {
  lab: string;
  step: string;
  optional: boolean;
  result: Result;
  /** Absent: `seen`, by our own checks; `claimed` is the learner's word alone. */
  source?: 'seen' | 'claimed';
  /** Whether the learner did it or it was done for them, where that is known. */
  how?: 'earned' | 'provided' | null;
}

/** Looks at one learner's labs, reading only. Keeps nothing, writes nothing: the same in a loop as in a Lambda. */
export async function gradeLearner(learner: Learner, options: GradeOptions): Promise<LearnerGrade> {
  const { labs, now, signal, kind, callMs = 10_000 } = options;
  if (learner.access?.verdict === 'unsafe')
    return nothingSeen(learner, labs, 'unsafe', unsafeRole(learner), 0);
  const { account, region } = learner;
  const credentials = await options.credentials(learner).catch((error: unknown) => ({ error }));
  if ('error' in credentials) {
    const { error } = credentials;
    if (error instanceof InstructorTrouble) throw error;
    if (error instanceof UnsafeRole) return nothingSeen(learner, labs, 'unsafe', unsafeRole(learner), 1);
    return nothingSeen(learner, labs, 'unreadable', notOpened(error, learner), 1);
  }
  const pace = options.pace?.(account);
  const session = openSession({
    connection: { ...options.reach, region, credentials, ...(pace ? { pace } : {}) },
    target: { kind, account, region },
    names: courseNames(learner.prefix),
    nonce: crypto.randomUUID().slice(0, 8),
    known: { isOurCall: () => false, isOurTime: () => false, isForeign: () => false },
    otherRegions: [],
    once: true,
    now,
    callMs,
    ...(signal ? { signal } : {}),
  });
  try {
    const steps = await seenSteps(learner, options, session);
    const told = stateOf(steps);
    // Where the network goes, it goes for those under way first: that is not what their accounts are like.
    if (steps.some(({ result }) => ownCauses.includes(result.cause ?? ''))) await options.checkSelf?.();
    const empty = told.state === 'unreadable' ? null : await courseGone(steps, options, session.look());
    const [calls, requests] = [session.calls().length + 1, session.requests()];
    return { learner: learner.id, ...told, steps, calls, empty, requests };
  } catch (error) {
    if (error instanceof NotARead || error instanceof InstructorTrouble) throw error;
    const trouble = toldOf(tellTrouble(error, { account, region }), learner);
    const calls = session.calls().length + 1;
    return { ...nothingSeen(learner, labs, 'unreadable', trouble, calls), requests: session.requests() };
  } finally {
    session.close();
  }
}

const ownCauses: readonly string[] = ['network', 'clock'];

const unsafeRole = ({ id }: Learner): Result => ({
  outcome: 'unknown',
  cause: 'denied',
  messages: [says(texts.unsafe)],
  next: says(texts.unsafeNext, { id }),
  evidence: [],
});

/** What opens the role is made by the learner, whatever policy the one who looks has. */
function notOpened(error: unknown, { id, account, region }: Learner): Result {
  const trouble = tellTrouble(error, { account, region });
  if (trouble.cause !== 'denied') return trouble;
  return { ...trouble, messages: [says(texts.closed)], next: says(texts.closedNext, { id }) };
}

/** Here the eyes are the learner's role: nobody can add to the policy of whoever runs the check. */
function toldOf(result: Result, { id }: Learner): Result {
  const isLacking = result.cause === 'denied' && result.next?.text.en === checkerTexts.deniedNext.en;
  return isLacking ? { ...result, next: says(texts.deniedNext, { id }) } : result;
}

async function seenSteps(
  learner: Learner,
  { labs, kept, sleep, signal, confirmMs, stepMs = 45_000 }: GradeOptions,
  session: ReturnType<typeof openSession>,
): Promise<GradedStep[]> {
  const seen = new Map<Step, Result>();
  for await (const event of runChecks({
    labs,
    session,
    wait: false,
    stepMs,
    sleep,
    ...(kept ? { kept } : {}),
    ...(signal ? { signal } : {}),
    ...(confirmMs === undefined ? {} : { confirmMs }),
  })) {
    if (event.type === 'result') seen.set(event.step, toldOf(event.result, learner));
  }
  return inOrder(labs, (step) => seen.get(step));
}

function inOrder(labs: readonly Lab[], resultOf: (step: Step) => Result | undefined): GradedStep[] {
  return labs.flatMap((lab) =>
    lab.steps.flatMap((step) => {
      const result = resultOf(step);
      return result ? [{ lab: lab.id, step: step.id, optional: step.optional ?? false, result }] : [];
    }),
  );
}

function stateOf(steps: readonly GradedStep[]): Pick<LearnerGrade, 'state' | 'cause'> {
  const unread = steps.filter(({ result }) => result.outcome === 'unknown');
  const cause = unread[0]?.result.cause ?? null;
  if (unread.length === 0) return { state: 'read', cause: null };
  const anySeen = steps.some(({ result }) => !['unknown', 'blocked'].includes(result.outcome));
  return { state: anySeen ? 'partly' : 'unreadable', cause };
}

/** Every step is told as not looked at: there is no zero for what nobody saw. */
function nothingSeen(
  learner: Learner,
  labs: readonly Lab[],
  state: GradeState,
  result: Result,
  calls: number,
): LearnerGrade {
  return { learner: learner.id, state, cause: result.cause, steps: inOrder(labs, () => result), calls };
}
