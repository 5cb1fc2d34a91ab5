import type { Lab, Look, Step } from '#labs/kit/lab.ts';
import type { Result } from '#labs/kit/result.ts';
import { says, type Text } from '#labs/kit/text.ts';
import { eventQueue } from './event-queue.ts';
import type { CheckEvent, StepResult } from './events.ts';
import { outcomeOf } from './outcome-of.ts';
import { NotARead } from './read-guard.ts';
import type { Session } from './session.ts';
import { texts } from './tell-trouble.texts.ts';
import { tellTrouble } from './tell-trouble.ts';
import { withNeeds } from './with-needs.ts';

export interface RunOptions {
  labs: readonly Lab[];
  session: Session;
  /** Only this step, with what it needs. */
  only?: string;
  /** Whether a known-late read is looked at again until its deadline. */
  wait: boolean;
  /** How long one step may take, waiting included. */
  stepMs?: number;
  /** How long all of it may take: what was not seen until then is told as stopped. */
  runMs?: number;
  /**
   * Where reads may be stale (AWS): a step that fails is looked at once more after this pause, before the learner is
   * told something that is not so any more.
   */
  confirmMs?: number;
  signal?: AbortSignal;
  /** What a milestone was seen with before. */
  kept?(lab: string, step: string): Result | undefined;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Looks at every step of the labs, as many at once as their needs allow, and tells what it sees as it sees it. */
export async function* runChecks(given: RunOptions): AsyncGenerator<CheckEvent> {
  const { labs, session, runMs = 300_000 } = given;
  const [late, ended] = [new AbortController(), new AbortController()];
  given.sleep(runMs, ended.signal).then(
    () => late.abort(),
    () => {},
  );
  const signal = given.signal ? AbortSignal.any([given.signal, late.signal]) : late.signal;
  const options = { ...given, signal };
  const queue = eventQueue<CheckEvent>();
  queue.put({ type: 'target', target: session.target });
  const unseen = new Set(
    labs.flatMap((lab) => chosenSteps(lab, options.only).map((step) => ({ lab, step }))),
  );

  const work = Promise.all(
    labs.map(async (lab) => {
      queue.put({ type: 'lab', lab });
      const results = await checkLab(lab, options, (event) => {
        if (event.type === 'result') {
          for (const one of unseen) if (one.lab === lab && one.step === event.step) unseen.delete(one);
        }
        queue.put(event);
      });
      if (signal.aborted) return;
      queue.put({ type: 'lab-done', lab, outcome: outcomeOf(results) });
    }),
  );
  work.then(
    () => {
      if (signal.aborted) queue.put({ type: 'stopped', unseen: [...unseen] });
      queue.end();
    },
    (error) => queue.fail(error),
  );
  try {
    yield* queue.events();
  } finally {
    ended.abort();
  }
}

function chosenSteps(lab: Lab, only: string | undefined): readonly Step[] {
  return only === undefined ? lab.steps : withNeeds(lab, only);
}

async function checkLab(lab: Lab, options: RunOptions, tell: (event: CheckEvent) => void) {
  const running = new Map<string, Promise<StepResult>>();
  const steps = chosenSteps(lab, options.only);
  for (const step of steps) {
    const needs = (step.needs ?? []).map((id) => running.get(id)).filter((one) => one !== undefined);
    running.set(step.id, checkAfter(needs, lab, step, options, tell));
  }
  const results = await Promise.all([...running.values()]);
  return results.map(({ outcome }, at) => ({ outcome, optional: steps[at]?.optional ?? false }));
}

async function checkAfter(
  needs: ReadonlyArray<Promise<StepResult>>,
  lab: Lab,
  step: Step,
  options: RunOptions,
  tell: (event: CheckEvent) => void,
): Promise<StepResult> {
  const before = await Promise.all(needs);
  if (options.signal?.aborted) return stoppedResult;
  const kept = step.kind === 'milestone' ? options.kept?.(lab.id, step.id) : undefined;
  const result: StepResult = kept
    ? { ...kept, kept: true }
    : (blockedBy(before, lab, step) ?? (await checkStep(lab, step, options, tell)));
  if (!options.signal?.aborted || result.outcome === 'pass') tell({ type: 'result', lab, step, result });
  return result;
}

function blockedBy(before: readonly StepResult[], lab: Lab, step: Step): StepResult | undefined {
  const missing = (step.needs ?? []).filter((_, at) => before[at]?.outcome !== 'pass');
  if (missing.length === 0) return undefined;
  const titles = missing.map((id) => (lab.steps.find((one) => one.id === id) as Step).title);
  return {
    outcome: 'blocked',
    cause: 'needs',
    messages: [says(texts.blocked, { steps: '' })].map(({ text }) => ({
      text: withTitles(text, titles),
      values: {},
    })),
    next: before.find(({ outcome }) => outcome !== 'pass')?.next ?? null,
    evidence: [],
  };
}

/** The titles are sentences themselves, one in each language. */
function withTitles(text: Text, titles: readonly Text[]): Text {
  const put = (locale: 'en' | 'ja' | 'vi', mark: string) =>
    text[locale].replace('{steps}', titles.map((title) => title[locale]).join(mark));
  return { en: put('en', ', '), ja: put('ja', '、'), vi: put('vi', ', ') };
}

const stoppedResult: StepResult = {
  outcome: 'unknown',
  cause: 'network',
  messages: [],
  next: null,
  evidence: [],
};

async function checkStep(
  lab: Lab,
  step: Step,
  options: RunOptions,
  tell: (event: CheckEvent) => void,
): Promise<StepResult> {
  const { session, signal, stepMs = 90_000 } = options;
  tell({ type: 'looking', lab, step });
  const deadline = session.now() + stepMs;
  let result = await lookOnce(step, session.look(), stepMs, options);
  // Reads that contradict each other show as an error that AWS would not make.
  const doubtful = result.outcome === 'fail' || result.cause === 'broken';
  if (doubtful && options.confirmMs !== undefined && !signal?.aborted) {
    await options.sleep(options.confirmMs, signal);
    result = await lookOnce(step, session.look({ fresh: true }), stepMs, options);
  }
  for (let pause = 1000; ; pause = Math.min(pause * 1.6, 10_000)) {
    const again = result.outcome === 'waiting' && options.wait && session.now() + pause < deadline;
    if (!again || signal?.aborted) return result;
    tell({ type: 'waiting', lab, step, result, inMs: pause });
    await options.sleep(pause, signal);
    result = await lookOnce(step, session.look({ fresh: true }), stepMs, options);
  }
}

/** Every error of a read is told as `unknown`; a step that hangs ends with its deadline. */
async function lookOnce(step: Step, look: Look, stepMs: number, options: RunOptions): Promise<StepResult> {
  const tooLong = new AbortController();
  const timeout = options.sleep(stepMs, tooLong.signal).then(
    (): Result => ({
      outcome: 'unknown',
      cause: 'network',
      messages: [says(texts.tooLong, { seconds: Math.round(stepMs / 1000) })],
      next: says(texts.networkNext),
      evidence: [],
    }),
    (): Result => stoppedResult,
  );
  try {
    return await Promise.race([step.check(look), timeout, stopOf(options.signal)]);
  } catch (error) {
    if (error instanceof NotARead) throw error;
    return tellTrouble(error, look.target);
  } finally {
    tooLong.abort();
  }
}

/** A run that is stopped waits for no call that is still under way. */
function stopOf(signal: AbortSignal | undefined): Promise<Result> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve(stoppedResult);
    signal?.addEventListener('abort', () => resolve(stoppedResult), { once: true });
  });
}
