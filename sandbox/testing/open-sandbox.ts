import type { Identity } from '#sandbox/core/identity.ts';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Parts } from '#sandbox/core/parts.ts';
import { webRandom } from '#sandbox/core/random.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import type { Service, ServiceName } from '#sandbox/core/service.ts';
import { identity as everyone } from '#sandbox/identity/identity.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { nodeCrypto } from '#sandbox/parts/node-crypto.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { portsOf } from './ports-of.ts';
import { type TestClock, testClock } from './test-clock.ts';

export interface Opened extends Sandbox {
  clock: TestClock;
  parts: Parts;
  secret: string;
  /** An SDK client that speaks to this sandbox without a port: `client(LambdaClient)`. */
  client<Client>(make: new (configuration: ClientConfiguration) => Client, who?: Who): Client;
  /** Puts the clock forward until nothing is queued any more. */
  settle(): Promise<void>;
}

export interface Who {
  /** Whose administrator calls; default 111122223333. */
  account?: string;
  /** Anybody else. */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  region?: string;
  /** Default 1: a test sees the first error. */
  maxAttempts?: number;
  /** More of the client's own configuration. */
  extra?: Record<string, unknown>;
}

/** What every SDK client's constructor takes; typed loosely because each client names its own. */
// biome-ignore lint/suspicious/noExplicitAny: the clients' configurations have no common type
type ClientConfiguration = any;

export interface OpenOptions {
  parts?: Partial<Parts>;
  identity?: Identity;
  services?: Partial<Record<ServiceName, () => Promise<Service>>>;
  secret?: string;
  /** Milliseconds since 1970 at which the clock starts; default: now. */
  now?: number;
  /** Clients and callers of APIs go through real ports on loopback, opened at the first call. */
  http?: boolean;
}

/** A sandbox in memory, and clients for it. */
export function openSandbox(options: OpenOptions = {}): Opened {
  const { secret = 'secret-of-the-tests', identity = everyone, services } = options;
  const clock = testClock(options.now);
  const parts: Parts = {
    store: memoryStore(),
    random: webRandom(),
    crypto: nodeCrypto,
    clock,
    zip,
    ...options.parts,
  };
  const sandbox = createSandbox({
    parts,
    secret,
    identity,
    ...(services ? { services } : {}),
  });
  const doors = options.http
    ? portsOf(sandbox)
    : { client: throughFetch(sandbox), fetchApi: sandbox.fetchApi };
  return {
    ...sandbox,
    fetchApi: doors.fetchApi,
    clock,
    parts,
    secret,
    client: (make, who = {}) => dated(clock, new make({ ...doors.client, ...configuration(secret, who) })),
    async settle() {
      let idle = false;
      const done = sandbox.idle().then(() => {
        idle = true;
      });
      while (!idle) {
        clock.advanceToNext();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await done;
    },
  };
}

function throughFetch(sandbox: Sandbox): ClientConfiguration {
  return { endpoint: 'http://sandbox.invalid', requestHandler: directHandler(sandbox) };
}

function configuration(secret: string, who: Who): ClientConfiguration {
  const { account = '111122223333', region = 'ap-northeast-1', maxAttempts = 1 } = who;
  return {
    region,
    credentials: who.credentials ?? { accessKeyId: account, secretAccessKey: secret },
    maxAttempts,
    ...who.extra,
  };
}

/** Dates a client's signatures by the sandbox's clock, however far a test puts it forward later. */
function dated<Client>(clock: TestClock, client: Client): Client {
  const { config } = client as { config?: object };
  if (config) {
    const offset = { get: () => clock.now() - Date.now(), set() {}, configurable: true };
    Object.defineProperty(config, 'systemClockOffset', offset);
  }
  return client;
}
