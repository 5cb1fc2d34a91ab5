import { setTimeout as pause } from 'node:timers/promises';
import type { Known, Lab } from '#labs/kit/lab.ts';
import { courseNames } from '#labs/kit/names.ts';
import { pass, type Result, unknown } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import type { JailedRuntimes } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { openAct } from '../core/act.ts';
import { runChecks } from '../core/run-checks.ts';
import { openSession } from '../core/session.ts';
import type { GradedStep } from '../grading/grade-learner.ts';
import { lastWork } from './last-work.ts';
import { openWorld, type World } from './open-world.ts';
import { texts } from './submission.texts.ts';
import type { Submission } from './submission.ts';
import { type Leaned, watchSteps } from './watch-steps.ts';

export interface GradeSubmissionOptions {
  labs: readonly Lab[];
  /** Where learners' code may run; absent: it does not, and only what reading shows is seen. */
  runtimes?: (fetchAws: (request: Request) => Promise<Response>) => JailedRuntimes;
  signal?: AbortSignal;
}

/** A step of a submission: `source` and `how` are always told. */
export interface SubmittedStep extends GradedStep {
  source: 'seen' | 'claimed';
  how: 'earned' | 'provided' | null;
  /** When the learner's own checks saw it pass, by their clock. */
  claimedAt: number | null;
}

export interface SubmissionGrade {
  steps: SubmittedStep[];
  calls: number;
}

/** Looks at what was handed in with our own checks: reading first, and where it is allowed by calling it afterwards. */
export async function gradeSubmission(
  submission: Submission,
  options: GradeSubmissionOptions,
): Promise<SubmissionGrade> {
  const handedIn = options.labs.filter(({ id }) => submission.labs.includes(id));
  const aside = { ...options, labs: handedIn };
  const read = await look(submission, aside, openWorld(submission, { at: lastWork(submission) + 60_000 }));
  const acted = options.runtimes ? await lookActing(submission, aside, options.runtimes) : undefined;
  const claims = new Map(submission.claims.steps.map((one) => [`${one.lab}/${one.step}`, one]));
  const steps = handedIn.flatMap((lab) =>
    lab.steps.flatMap((step): SubmittedStep[] => {
      const id = `${lab.id}/${step.id}`;
      const seen = acted?.leaned.get(id)?.onActing ? acted : read;
      const result = seen.results.get(id);
      if (!result) return [];
      const claim = claims.get(id);
      return [
        {
          lab: lab.id,
          step: step.id,
          optional: step.optional ?? false,
          ...told(result, seen.leaned.get(id)),
          how: result.outcome === 'pass' ? (claim?.how ?? null) : null,
          claimedAt: claim?.at ?? null,
        },
      ];
    }),
  );
  return { steps, calls: read.calls + (acted?.calls ?? 0) };
}

/** What was cut short says nothing against the learner, and nothing for them. */
async function lookActing(
  submission: Submission,
  options: GradeSubmissionOptions,
  open: NonNullable<GradeSubmissionOptions['runtimes']>,
): Promise<Looked> {
  const box: { jailed?: JailedRuntimes } = {};
  const runtimes = (fetchAws: (request: Request) => Promise<Response>) => {
    box.jailed = open(fetchAws);
    return box.jailed;
  };
  const looked = await look(submission, options, openWorld(submission, { runtimes }), { acting: true });
  const why = box.jailed?.cut();
  if (why === undefined) return looked;
  const results = new Map(
    [...looked.results].map(([id, result]) => [
      id,
      looked.leaned.get(id)?.onActing && result.outcome !== 'pass'
        ? unknown('broken', says(texts.cut, { why }), says(texts.cutNext))
        : result,
    ]),
  );
  return { ...looked, results };
}

/** A pass that leans on the past is a claim, unless what is said to have happened happened again before our eyes. */
function told(
  { kept, ...result }: Result & { kept?: true },
  leaned: Leaned | undefined,
): { result: Result; source: 'seen' | 'claimed' } {
  if (kept) return { result, source: 'claimed' };
  if (result.outcome !== 'pass' || leaned?.onActing || !leaned?.onThePast) return { result, source: 'seen' };
  return {
    result: { ...result, messages: [...result.messages, says(texts.restsOnPast)] },
    source: 'claimed',
  };
}

interface Looked {
  results: Map<string, Result & { kept?: true }>;
  leaned: Map<string, Leaned>;
  calls: number;
}

async function look(
  submission: Submission,
  { labs, signal }: GradeSubmissionOptions,
  world: World,
  { acting = false } = {},
): Promise<Looked> {
  const { target } = submission;
  const own = ownCallsOf(submission);
  const act = acting
    ? openAct(world.connection, { onOwnCall: own.record, now: world.now, ...(signal ? { signal } : {}) })
    : undefined;
  const session = openSession({
    connection: world.connection,
    target: { kind: 'sandbox', account: target.account, region: target.region },
    names: courseNames(target.prefix),
    ...(act ? { act } : {}),
    nonce: crypto.randomUUID().slice(0, 8),
    known: own.known,
    otherRegions: otherRegionsOf(submission),
    now: world.now,
    ...(signal ? { signal } : {}),
  });
  const watched = watchSteps(labs);
  const results: Looked['results'] = new Map();
  try {
    for await (const event of runChecks({
      labs: watched.labs,
      session,
      wait: false,
      kept: keptOf(submission),
      sleep: (ms, stop) => pause(ms, undefined, stop ? { signal: stop } : {}).catch(() => {}),
      ...(signal ? { signal } : {}),
    })) {
      if (event.type === 'result') results.set(`${event.lab.id}/${event.step.id}`, event.result);
    }
    return { results, leaned: watched.leaned, calls: session.calls().length };
  } finally {
    act?.close();
    session.close();
    await world.close();
  }
}

/** A milestone that the learner's own checks saw: the course itself changes what it left, so it is not looked for again. */
function keptOf({ claims }: Submission): (lab: string, step: string) => Result | undefined {
  const held = new Set(claims.steps.map(({ lab, step }) => `${lab}/${step}`));
  return (lab, step) =>
    held.has(`${lab}/${step}`) ? { ...pass(), messages: [says(texts.claimed)] } : undefined;
}

function ownCallsOf({ claims }: Submission): {
  known: Known;
  record(call: { requestId?: string; from: number; to: number }): void;
} {
  const requests = new Set(claims.ownCalls.requests);
  const times = [...claims.ownCalls.times];
  return {
    known: {
      isOurCall: (id) => requests.has(id),
      isOurTime: (at) => times.some(([from, to]) => at >= from && at <= to),
      isForeign: () => false,
      ...(claims.apiId === undefined ? {} : { apiId: claims.apiId }),
    },
    record({ requestId, from, to }) {
      if (requestId) requests.add(requestId);
      else times.push([from, to]);
    },
  };
}

function otherRegionsOf({ records, target }: Submission): string[] {
  const regions = new Set(records.map(([key]) => key.split('/', 2)[1] ?? ''));
  return [...regions].filter((region) => /-\d$/.test(region) && region !== target.region).slice(0, 5);
}
