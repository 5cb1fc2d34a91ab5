import type { RunRequest, RunResult, Runtimes } from '#sandbox/core/runtimes.ts';
import { type FromJail, fromBase64, type PlainResult, toBase64 } from './frames.ts';
import { type Jail, type JailLimits, jailLimits, openJail } from './open-jail.ts';

export interface JailedOptions {
  /** Answers the AWS calls of what is shut in. */
  fetchAws: (request: Request) => Promise<Response>;
  limits?: JailLimits;
}

export interface JailedRuntimes extends Runtimes {
  /** Why the jail was ended before its time: what was called then or later says nothing of the code that was called. */
  cut(): string | undefined;
}

/** Whether functions can be shut in here; a string says why not. */
export async function jailFault(): Promise<string | undefined> {
  const jail = await openJail(
    () => {},
    () => {},
  );
  if (typeof jail === 'string') return jail;
  await jail.close();
  return undefined;
}

/**
 * Runs functions that nobody trusts: all of them in one jail, which ends with its limits. What comes out of it is
 * believed no more than an answer of theirs.
 */
export function jailedRuntimes({ fetchAws, limits = jailLimits }: JailedOptions): JailedRuntimes {
  const waiting = new Map<number, { request: RunRequest; settle: (result: RunResult) => void }>();
  const sent = new Set<string>();
  let opening: Promise<Jail | string> | undefined;
  let [counter, calls] = [0, 0];
  let closing = false;
  let cut: string | undefined;

  const over = (why: string) => {
    if (!closing) cut ??= why;
    for (const { request, settle } of waiting.values()) settle(ended(request, why));
    waiting.clear();
  };

  const hear = (frame: FromJail) => {
    if (frame.type === 'result') {
      const one = waiting.get(frame.id);
      waiting.delete(frame.id);
      one?.settle(believed(one.request, frame.result) ?? ended(one.request, 'its answer makes no sense'));
    }
    if (frame.type === 'aws') void pass(frame);
  };

  async function pass({ id, method, url, headers, body }: Extract<FromJail, { type: 'aws' }>): Promise<void> {
    const jail = await opening;
    if (jail === undefined || typeof jail === 'string') return;
    if (++calls > mostCalls) return void jail.close('too many calls of AWS');
    const response = await answered(() => {
      const bytes = body === null || method === 'GET' || method === 'HEAD' ? undefined : fromBase64(body);
      const request = new Request(inside(url), {
        method,
        headers,
        ...(bytes ? { body: new Uint8Array(bytes) } : {}),
      });
      return fetchAws(request);
    });
    jail.send({
      type: 'answer',
      id,
      status: response.status,
      headers: [...response.headers],
      body: toBase64(new Uint8Array(await response.arrayBuffer())),
    });
  }

  async function invoke(request: RunRequest): Promise<RunResult> {
    opening ??= openJail(hear, over, limits);
    const jail = await opening;
    if (typeof jail === 'string') {
      cut ??= jail;
      return ended(request, jail);
    }
    const why = jail.ended();
    if (why !== undefined) return ended(request, why);
    const read = sent.has(request.key) ? undefined : await filesOf(request);
    // Of two that come at once the first to be sent brings the files.
    const files = sent.has(request.key) ? undefined : read;
    sent.add(request.key);
    const id = counter++;
    const { code: _code, layers: _layers, payload, ...plain } = request;
    const result = new Promise<RunResult>((settle) => waiting.set(id, { request, settle }));
    const patience = setTimeout(() => void jail.close('it did not answer'), request.timeoutMs + startMs);
    jail.send({
      type: 'invoke',
      id,
      request: { ...plain, payload: toBase64(payload) },
      ...(files ? { files } : {}),
    });
    return result.finally(() => clearTimeout(patience));
  }

  return {
    invoke,
    retire(key) {
      sent.delete(key);
      void opening?.then((jail) => {
        if (typeof jail !== 'string' && jail.ended() === undefined) jail.send({ type: 'retire', key });
      });
    },
    cut: () => cut,
    async close() {
      closing = true;
      const jail = await opening;
      if (jail !== undefined && typeof jail !== 'string') await jail.close();
    },
  };
}

/** An environment's start and its last words, beside the function's own time. */
const startMs = 25_000;
const mostCalls = 5_000;
const mostPayload = 8 * 1024 * 1024;

async function filesOf(request: RunRequest) {
  const [code, layers] = await Promise.all([request.code(), request.layers()]);
  const plain = (files: typeof code) =>
    files.map(({ path, mode, bytes }) => ({ path, mode, bytes: toBase64(bytes) }));
  return { code: plain(code), layers: layers.map(plain) };
}

/** Whatever address it names, it reaches that sandbox. */
function inside(url: string): string {
  const { pathname, search, host } = new URL(url);
  return `http://${host}${pathname}${search}`;
}

async function answered(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch {
    return Response.json({ message: 'The sandbox could not answer.' }, { status: 502 });
  }
}

function believed(request: RunRequest, given: PlainResult): RunResult | undefined {
  const { payload, functionError, timedOut, refused, initMs } = given;
  const numbers = [given.durationMs, given.billedMs, given.maxMemoryMb, initMs ?? 0];
  const lines = [given.log, given.initLog];
  const holds =
    typeof payload === 'string' &&
    payload.length <= mostPayload &&
    [undefined, 'Unhandled', 'Handled'].includes(functionError) &&
    numbers.every((one) => Number.isFinite(one) && one >= 0) &&
    lines.every((list) => Array.isArray(list) && list.length <= 20_000 && list.every(isLine));
  if (!holds) return undefined;
  return {
    payload: fromBase64(payload),
    ...(functionError === undefined ? {} : { functionError }),
    log: given.log,
    initLog: given.initLog,
    logStreamName: request.logStreamName,
    durationMs: given.durationMs,
    billedMs: given.billedMs,
    maxMemoryMb: given.maxMemoryMb,
    ...(initMs === undefined ? {} : { initMs }),
    timedOut: timedOut === true,
    ...(typeof refused === 'string' ? { refused } : {}),
  };
}

function isLine(line: unknown): boolean {
  const { at, message } = (line ?? {}) as { at?: unknown; message?: unknown };
  return Number.isSafeInteger(at) && typeof message === 'string';
}

/** The jail is no more, and with it this invocation: an error of the function's, as where Lambda ends one. */
function ended(request: RunRequest, why: string): RunResult {
  const document = { errorType: 'Sandbox.Ended', errorMessage: `The function was ended: ${why}.` };
  return {
    payload: new TextEncoder().encode(JSON.stringify(document)),
    functionError: 'Unhandled',
    log: [],
    initLog: [],
    logStreamName: request.logStreamName,
    durationMs: 0,
    billedMs: 0,
    maxMemoryMb: 0,
    timedOut: false,
  };
}
