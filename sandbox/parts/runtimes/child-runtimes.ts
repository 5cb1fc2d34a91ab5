import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRequest, RunResult, Runtimes } from '#sandbox/core/runtimes.ts';
import { makeImage, removeFolder } from './image.ts';
import { type Held, runInSlot, type Slot } from './invocation.ts';
import { findLanguages, type Language } from './languages.ts';
import { type Isolation, probeIsolation } from './launch.ts';
import { runtimeApi } from './runtime-api.ts';
import { removeStale } from './stale.ts';

export interface ChildRuntimesOptions {
  /** A folder for code and scratch files; what is made in it is removed again. */
  dir: string;
  /** Answers the AWS calls of functions (`sandbox.fetch`), where they are not sent to an `endpoint`. */
  fetchAws?: (request: Request) => Promise<Response>;
  /** The sandbox's own address, where it has one. */
  endpoint?: string;
  /** The most environments at a time, warm ones included. */
  maxEnvironments?: number;
  /** An environment that was not used for so long is ended. */
  idleMs?: number;
  /** An environment's credentials do not last for ever: after so long it is not used again. */
  maxAgeMs?: number;
  /** `false`: environments see the machine's own `/var/task`, `/opt` and `/tmp`, as where the kernel offers nothing else. */
  isolate?: boolean;
  /** The commands that run Python and Node.js functions. */
  python?: string;
  node?: string;
}

/** Runs functions in child processes of this one, with the user's own rights. */
export function childRuntimes(options: ChildRuntimesOptions): Runtimes {
  const { maxEnvironments = 32, idleMs = 5 * 60_000, maxAgeMs = 30 * 60_000 } = options;
  const api = runtimeApi(options.fetchAws);
  const languageOf = findLanguages(options);
  const slots = new Set<Slot>();
  const images = new Map<string, Held>();
  const waiting: { key: string; since: number; wake: () => void }[] = [];
  const running = new Set<Promise<RunResult>>();
  let setup: Promise<{ folder: string; isolation: Isolation }> | undefined;
  let counter = 0;
  let closing = false;

  async function prepare() {
    await mkdir(options.dir, { recursive: true });
    await removeStale(options.dir);
    const folder = await mkdtemp(join(options.dir, `runtimes-${process.pid}-`));
    return { folder, isolation: await probeIsolation(folder, options.isolate ?? true) };
  }

  function invoke(request: RunRequest): Promise<RunResult> {
    const run = runOne(request).finally(() => running.delete(run));
    running.add(run);
    return run;
  }

  async function runOne(request: RunRequest): Promise<RunResult> {
    const language = await languageOf(request.runtime);
    if (typeof language === 'string') return refused(request, language);
    let slot: Slot | undefined;
    try {
      slot = await takeSlot(request, language);
      return await runInSlot(slot, request, { api, endpoint: options.endpoint });
    } catch (error) {
      if (slot) slot.retired = true;
      return refused(request, `The sandbox could not start the function: ${String(error)}`);
    } finally {
      if (slot) release(slot);
    }
  }

  async function takeSlot(request: RunRequest, language: Language): Promise<Slot> {
    for (;;) {
      if (closing) throw new Error('it is closing.');
      const idle = [...slots].filter((slot) => !slot.busy).sort((a, b) => b.usedAt - a.usedAt);
      const warm = idle.find((slot) => slot.key === request.key && Date.now() - slot.madeAt < maxAgeMs);
      if (warm) {
        clearTimeout(warm.timer);
        return Object.assign(warm, { busy: true });
      }
      if (slots.size < maxEnvironments) return makeSlot(request, language);
      const oldest = idle.at(-1);
      if (oldest) void end(oldest);
      else await new Promise<void>((wake) => waiting.push({ key: request.key, since: Date.now(), wake }));
    }
  }

  function makeSlot(request: RunRequest, language: Language): Slot {
    const { key, logStreamName } = request;
    const held = takeImage(request, language);
    const ready = makeReady(held, language);
    // Told by whoever awaits it; a slot that is ended before that must not end the process.
    ready.catch(() => {});
    const times = { madeAt: Date.now(), usedAt: Date.now() };
    const slot = { key, logStreamName, ready, held, busy: true, retired: false, cut: false, ...times };
    slots.add(slot);
    return slot;
  }

  async function makeReady(held: Held, language: Language) {
    const { folder, isolation } = await open();
    const tmp = join(folder, `environment-${counter++}`);
    const [image] = await Promise.all([held.image, mkdir(tmp)]);
    // As recorded: anyone may write there, and remove what is theirs.
    await chmod(tmp, 0o1777);
    return { tmp, image, isolation, language };
  }

  function open() {
    setup ??= prepare();
    return setup;
  }

  function takeImage(request: RunRequest, language: Language): Held {
    const known = images.get(request.key);
    if (known) {
      known.users += 1;
      return known;
    }
    const image = open().then(({ folder }) =>
      makeImage(join(folder, `image-${counter++}`), request, language),
    );
    const held = { image, users: 1 };
    images.set(request.key, held);
    return held;
  }

  function release(slot: Slot): void {
    slot.busy = false;
    slot.usedAt = Date.now();
    clearTimeout(slot.timer);
    if (slot.retired || closing) void end(slot);
    else slot.timer = setTimeout(() => void end(slot), idleMs).unref();
    wakeOne(slot.key);
  }

  /** Whoever can have this environment warm goes first, unless another has waited for long. */
  function wakeOne(key: string): void {
    const patient = (waiting[0]?.since ?? 0) > Date.now() - PATIENCE_MS;
    const same = patient ? waiting.findIndex((each) => each.key === key) : -1;
    const [next] = waiting.splice(Math.max(same, 0), 1);
    next?.wake();
  }

  const endings = new Set<Promise<void>>();

  function end(slot: Slot): Promise<void> {
    if (!slots.delete(slot)) return Promise.resolve();
    clearTimeout(slot.timer);
    const ending = removeSlot(slot).finally(() => endings.delete(ending));
    endings.add(ending);
    return ending;
  }

  async function removeSlot(slot: Slot): Promise<void> {
    await slot.environment?.kill();
    const made = await slot.ready.catch(() => undefined);
    if (made) await removeFolder(made.tmp);
    const { held } = slot;
    held.users -= 1;
    if (held.users > 0) return;
    if (images.get(slot.key) === held) images.delete(slot.key);
    const image = await held.image.catch(() => undefined);
    if (image) await removeFolder(image.folder);
  }

  return {
    invoke,
    retire(key) {
      images.delete(key);
      for (const slot of [...slots].filter((each) => each.key === key)) {
        slot.retired = true;
        if (!slot.busy) void end(slot);
      }
    },
    async close() {
      closing = true;
      for (const { wake } of waiting.splice(0)) wake();
      for (const slot of slots) {
        slot.cut = true;
        if (slot.busy) void slot.environment?.kill();
        else void end(slot);
      }
      await Promise.allSettled(running);
      await Promise.all(endings);
      await api.close();
      const made = await setup?.catch(() => undefined);
      if (made) await removeFolder(made.folder);
    },
  };
}

/** How long work may wait for a place before it goes before work that could reuse one. */
const PATIENCE_MS = 1_000;

function refused(request: RunRequest, sentence: string): RunResult {
  const document = { errorMessage: sentence, errorType: 'Sandbox.Refused' };
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
    refused: sentence,
  };
}
