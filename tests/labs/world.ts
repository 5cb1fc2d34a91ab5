import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAct } from '#checker/core/act.ts';
import { applySteps } from '#checker/core/apply-steps.ts';
import { clientPool } from '#checker/core/client-pool.ts';
import type { Connection } from '#checker/core/connection.ts';
import type { CheckEvent } from '#checker/core/events.ts';
import { runChecks } from '#checker/core/run-checks.ts';
import { openSession } from '#checker/core/session.ts';
import { labCode } from '#checker/target/lab-code.ts';
import type { FullClients } from '#labs/kit/clients.ts';
import type { Doing, Known, Lab, Made, Runtime } from '#labs/kit/lab.ts';
import { courseNames } from '#labs/kit/names.ts';
import type { Result } from '#labs/kit/result.ts';
import { sayIn } from '#labs/kit/text.ts';
import type { StoreValue } from '#sandbox/core/store.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { childRuntimes } from '#sandbox/parts/runtimes/child-runtimes.ts';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';

export const account = '111122223333';
export const region = 'ap-northeast-1';

export interface World {
  sandbox: Opened;
  /** An administrator's clients, to arrange what a learner might have done. */
  aws: FullClients;
  connection: Connection;
  /** In another region. */
  awsIn(region: string): FullClients;
  names: ReturnType<typeof courseNames>;
  doing(folder: string): Doing;
  made: Made[];
  /** Checks labs, and gives every step's result by `lab/step`. */
  check(labs: readonly Lab[], options?: CheckOptions): Promise<Map<string, Result>>;
  events(labs: readonly Lab[], options?: CheckOptions): Promise<CheckEvent[]>;
  /** As the administrator, or as whoever `as` is. */
  apply(lab: Lab, folder: string, through?: string, as?: Connection): Promise<void>;
  /** To begin other worlds with, so that what a lab leaves is built once. */
  snapshot(): Snapshot;
  close(): Promise<void>;
}

export interface CheckOptions {
  readOnly?: boolean;
  wait?: boolean;
  kept?: (lab: string, step: string) => Result | undefined;
  /** Somebody else's credentials than the administrator's. */
  connection?: Connection;
  confirmMs?: number;
  stepMs?: number;
  /** How long one read may take. */
  callMs?: number;
  hintMs?: number;
  runMs?: number;
  known?: Partial<Known>;
}

export interface WorldOptions {
  runtime?: Runtime;
  prefix?: string;
  /** A world to begin as a copy of. */
  from?: Snapshot;
}

/** Everything that a sandbox remembers at one moment. */
export type Snapshot = ReadonlyArray<readonly [string, StoreValue]>;

/** A sandbox of its own with learners' code really running, and the check engine beside it. */
export function openWorld({ runtime = 'node', prefix = '', from }: WorldOptions = {}): World {
  const folder = mkdtempSync(path.join(tmpdir(), 'handson-world-'));
  const sandbox: Opened = openSandbox({
    parts: { runtimes: childRuntimes({ dir: folder, fetchAws: (request) => sandbox.fetch(request) }) },
  });
  for (const [key, value] of from ?? []) sandbox.parts.store.put(key, value);
  const names = courseNames(prefix);
  const ownRequests = new Set<string>();
  const ownTimes: Array<{ from: number; to: number }> = [];
  const known: Known = {
    isOurCall: (requestId) => ownRequests.has(requestId),
    isForeign: () => false,
    isOurTime: (at) => ownTimes.some(({ from, to }) => at >= from && at <= to),
  };
  const connection: Connection = {
    region,
    credentials: { accessKeyId: account, secretAccessKey: sandbox.secret },
    endpoint: 'http://sandbox.invalid',
    requestHandler: directHandler(sandbox),
    fetch: (request) => sandbox.fetchApi(request),
    apiUrl: (apiId, stage) => `http://127.0.0.1/_api/${apiId}/${stage}`,
    userAgent: 'handson',
  };
  const pools = new Map<string, ReturnType<typeof clientPool>>();
  const awsIn = (place: string) => {
    const pool = pools.get(place) ?? clientPool({ ...connection, region: place }, { attempts: 1 });
    pools.set(place, pool);
    return pool.clients((call) => call.send());
  };
  const made: Made[] = [];
  const now = sandbox.clock.now;
  const target = { kind: 'sandbox' as const, account, region };
  const sleep = (ms: number, signal?: AbortSignal) => sleepOrStop(ms, sandbox, signal);

  const session = (options: CheckOptions) => {
    const act = openAct(options.connection ?? connection, {
      now,
      onOwnCall({ requestId, from, to }) {
        if (requestId) ownRequests.add(requestId);
        else ownTimes.push({ from, to });
      },
    });
    return openSession({
      connection: options.connection ?? connection,
      target,
      names,
      ...(options.readOnly ? {} : { act }),
      nonce: Math.random().toString(36).slice(2, 10),
      known: { ...known, ...options.known },
      otherRegions: ['us-east-1', 'ap-southeast-1'],
      now,
      ...(options.callMs === undefined ? {} : { callMs: options.callMs }),
      ...(options.hintMs === undefined ? {} : { hintMs: options.hintMs }),
    });
  };

  const doing = (labFolder: string): Doing => ({
    aws: awsIn(region),
    names,
    target,
    runtime,
    known,
    solution: () => labCode(labFolder, 'solution', runtime),
    starter: () => labCode(labFolder, 'starter', runtime),
    made: async (resource) => void made.push(resource),
    async get(apiId, stage, query) {
      const url = connection.apiUrl(apiId, stage) + query;
      const response = await sandbox.fetchApi(new Request(url));
      return {
        url,
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    },
    sleep,
    note() {},
  });

  const events = async (labs: readonly Lab[], options: CheckOptions = {}) => {
    const opened = session(options);
    const seen: CheckEvent[] = [];
    for await (const event of runChecks({
      labs,
      session: opened,
      wait: options.wait ?? false,
      sleep,
      ...(options.kept ? { kept: options.kept } : {}),
      ...(options.confirmMs === undefined ? {} : { confirmMs: options.confirmMs }),
      ...(options.stepMs === undefined ? {} : { stepMs: options.stepMs }),
      ...(options.runMs === undefined ? {} : { runMs: options.runMs }),
    })) {
      seen.push(event);
    }
    opened.close();
    return seen;
  };

  return {
    sandbox,
    aws: awsIn(region),
    awsIn,
    connection,
    names,
    doing,
    made,
    events,
    async check(labs, options) {
      const seen = await events(labs, options);
      return new Map(
        seen.flatMap((event) =>
          event.type === 'result' ? [[`${event.lab.id}/${event.step.id}`, event.result] as const] : [],
        ),
      );
    },
    async apply(lab, labFolder, through, as) {
      const pool = as && clientPool(as, { attempts: 1 });
      const own = pool ? { aws: pool.clients((call) => call.send()) } : {};
      const steps = applySteps({
        lab,
        session: session(as ? { connection: as } : {}),
        doing: { ...doing(labFolder), ...own },
        ...(through === undefined ? {} : { through }),
      });
      for await (const _ of steps);
      pool?.close();
      await sandbox.idle();
    },
    snapshot: () => sandbox.parts.store.list({}),
    async close() {
      for (const pool of pools.values()) pool.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Everything a result says, in English, for a test to look into. */
export function saidBy(result: Result | undefined): string {
  return [...(result?.messages ?? []), ...(result?.next ? [result.next] : [])]
    .map((one) => sayIn(one, 'en'))
    .join('\n');
}

/** Sleeps by the sandbox's clock, which a test may put forward. */
async function sleepOrStop(ms: number, sandbox: Opened, signal?: AbortSignal): Promise<void> {
  await Promise.race([
    sandbox.clock.sleep(ms),
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
  ]);
}
