import type { LogLine, RunRequest, RunResult } from '#sandbox/core/runtimes.ts';
import { type Environment, type Outcome, startEnvironment } from './environment.ts';
import type { Image } from './image.ts';
import type { Language } from './languages.ts';
import { type Isolation, launchOf, mayHideTmp } from './launch.ts';
import * as lines from './report.ts';
import type { Delivery, RuntimeApi } from './runtime-api.ts';
import { variablesOf } from './variables.ts';

/** A place for one environment: its `/tmp` and log stream outlive the process when that has to be started again. */
export interface Slot {
  key: string;
  logStreamName: string;
  ready: Promise<Made>;
  held: Held;
  environment?: Environment;
  /** Its first process has been started: a later one starts within an invocation, and is not told as a cold start. */
  begun?: boolean;
  busy: boolean;
  retired: boolean;
  /** Everything is being closed: no process is started any more. */
  cut: boolean;
  madeAt: number;
  usedAt: number;
  timer?: NodeJS.Timeout;
}

/** Files that all slots of one key share; the last one removes them. */
export interface Held {
  image: Promise<Image>;
  users: number;
}

interface Made {
  tmp: string;
  image: Image;
  language: Language;
  isolation: Isolation;
}

interface Outside {
  api: RuntimeApi;
  endpoint: string | undefined;
}

/** One invocation in a slot: starts a process where none is warm, runs the event and tells it as Lambda does. */
export async function runInSlot(slot: Slot, request: RunRequest, outside: Outside): Promise<RunResult> {
  const made = await slot.ready;
  const initLog: LogLine[] = [];
  let initMs: number | undefined;
  let outcome: Outcome = { kind: 'ready' };
  let spentMs = 0;

  if (!slot.environment?.alive() && !slot.begun) {
    slot.begun = true;
    initLog.push(line(lines.initStart(request)));
    const first = await start(slot, request, made, outside, INIT_MS);
    outcome = first.outcome;
    initMs = first.tookMs;
    initLog.push(...first.log);
    if (outcome.kind !== 'ready') initLog.push(line(lines.initReport('init', initMs, statusOf(outcome))));
  } else if (!slot.environment?.alive()) {
    initLog.push(line(lines.initStart(request)));
  }

  const began = Date.now();
  // A start that failed, or came after a crash, is done (again) on the invocation's own time.
  if (!slot.environment?.alive()) {
    const again = await start(slot, request, made, outside, request.timeoutMs);
    outcome = again.outcome;
    spentMs = again.tookMs;
    initMs = undefined;
    initLog.push(...again.log);
    if (outcome.kind !== 'ready') initLog.push(line(lines.initReport('invoke', spentMs, statusOf(outcome))));
  }

  const startFailed = outcome.kind !== 'ready';
  const log = [{ at: began, message: lines.start(request) }];
  const { environment } = slot;
  if (outcome.kind === 'ready' && environment) {
    const leftMs = request.timeoutMs - spentMs;
    const ran = await environment.run(request.requestId, eventOf(request, Date.now() + leftMs), leftMs);
    outcome = ran.outcome;
    spentMs += ran.tookMs;
    log.push(...environment.takeLog());
  }
  if (environment && !environment.alive()) delete slot.environment;
  const peakMb = environment?.peakMemoryMb() ?? 0;
  return resultOf(slot, request, { outcome, startFailed, spentMs, initMs, initLog, log, peakMb });
}

const INIT_MS = 10_000;

async function start(
  slot: Slot,
  request: RunRequest,
  made: Made,
  { api, endpoint }: Outside,
  withinMs: number,
) {
  if (slot.cut) throw new Error('it is closing.');
  const { image, tmp, language, isolation } = made;
  const { mounts } = isolation;
  const before = performance.now();
  const listener = `http://${await api.address()}`;
  const environment = await startEnvironment({
    api,
    memoryMb: request.memoryMb,
    launch({ runtimeApi, mark }) {
      const env = variablesOf(request, {
        ...{ image, language, mounts, tmp, runtimeApi },
        realTmp: mounts && mayHideTmp(language),
        endpoint: endpoint ?? listener,
        logStreamName: slot.logStreamName,
      });
      return { ...launchOf(image, tmp, language, isolation, mark, wrapperOf(request, image, mounts)), env };
    },
  });
  slot.environment = environment;
  if (slot.cut) void environment.kill();
  const outcome = await environment.started(withinMs);
  const tookMs = performance.now() - before;
  if (outcome.kind !== 'ready') await environment.kill();
  return { outcome, tookMs, log: environment.takeLog() };
}

function wrapperOf(request: RunRequest, image: Image, mounts: boolean): string | undefined {
  const wrapper = request.environment.AWS_LAMBDA_EXEC_WRAPPER;
  if (!wrapper || mounts) return wrapper;
  return wrapper.replace(/^\/opt(?=\/)/, image.opt).replace(/^\/var\/task(?=\/)/, image.task);
}

function eventOf(request: RunRequest, deadline: number): Delivery {
  const { clientContext } = request;
  return {
    headers: {
      'Lambda-Runtime-Aws-Request-Id': request.requestId,
      'Lambda-Runtime-Deadline-Ms': String(Math.round(deadline)),
      'Lambda-Runtime-Invoked-Function-Arn': request.functionArn,
      'Lambda-Runtime-Trace-Id': request.traceId,
      ...(clientContext ? { 'Lambda-Runtime-Client-Context': headerText(clientContext) } : {}),
    },
    payload: request.payload,
  };
}

/** A header carries bytes: the text's own, as UTF-8. It may still be in the base64 that the caller sent. */
function headerText(text: string): string {
  const json = text.trimStart().startsWith('{') ? Buffer.from(text) : Buffer.from(text, 'base64');
  return json.toString('latin1').replace(/[\r\n]/g, ' ');
}

interface Told {
  outcome: Outcome;
  startFailed: boolean;
  spentMs: number;
  initMs: number | undefined;
  initLog: LogLine[];
  log: LogLine[];
  peakMb: number;
}

function resultOf(slot: Slot, request: RunRequest, told: Told): RunResult {
  const { outcome, initMs, initLog, log } = told;
  const timedOut = outcome.kind === 'timeout';
  const durationMs = timedOut ? request.timeoutMs : Math.round(told.spentMs * 100) / 100;
  const billedMs = Math.ceil(durationMs + (initMs ?? 0));
  const most = Math.min(told.peakMb, request.memoryMb);
  const maxMemoryMb = outcome.kind === 'out-of-memory' ? request.memoryMb : most;
  const status = told.startFailed ? statusOf(outcome) : reportStatus(outcome);
  log.push(...lastWords(outcome, request).map(line), line(lines.end(request)));
  const numbers = { durationMs, billedMs, maxMemoryMb, ...(initMs === undefined ? {} : { initMs }) };
  log.push(line(lines.report(request, { ...numbers, ...(status ? { status } : {}) })));
  return {
    payload: payloadOf(outcome, request),
    ...(outcome.kind === 'answer' ? {} : { functionError: 'Unhandled' as const }),
    log,
    initLog,
    logStreamName: slot.logStreamName,
    ...numbers,
    timedOut,
  };
}

function payloadOf(outcome: Outcome, request: RunRequest): Uint8Array {
  if (outcome.kind === 'answer' || outcome.kind === 'error') return outcome.payload;
  const [errorType, text] =
    outcome.kind === 'timeout'
      ? ['Sandbox.Timedout', lines.timeoutText(request)]
      : ['Runtime.ExitError', exitText(outcome)];
  return encode({ errorType, errorMessage: `RequestId: ${request.requestId} Error: ${text}` });
}

function lastWords(outcome: Outcome, request: RunRequest): string[] {
  if (outcome.kind === 'timeout') return [lines.timedOut(request, Date.now())];
  if (outcome.kind !== 'exit' && outcome.kind !== 'out-of-memory') return [];
  return [`RequestId: ${request.requestId} Error: ${exitText(outcome)}\nRuntime.ExitError\n`];
}

function exitText(outcome: Outcome): string {
  return outcome.kind === 'exit'
    ? lines.exitText(outcome.code, outcome.signal)
    : lines.exitText(null, 'SIGKILL');
}

/** An error that the handler raised is the function's own matter: REPORT says nothing of it. */
function reportStatus(outcome: Outcome): lines.Status | undefined {
  if (outcome.kind === 'answer' || outcome.kind === 'ready') return undefined;
  if (outcome.kind !== 'error') return statusOf(outcome);
  return /^(Runtime|Function)\./.test(outcome.errorType) ? { errorType: outcome.errorType } : undefined;
}

function statusOf(outcome: Outcome): lines.Status {
  if (outcome.kind === 'timeout') return 'timeout';
  if (outcome.kind === 'out-of-memory') return { errorType: 'Runtime.OutOfMemory' };
  return { errorType: outcome.kind === 'error' ? outcome.errorType : 'Runtime.ExitError' };
}

function line(message: string): LogLine {
  return { at: Date.now(), message };
}

function encode(document: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(document));
}
