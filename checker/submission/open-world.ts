import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Parts } from '#sandbox/core/parts.ts';
import { webRandom } from '#sandbox/core/random.ts';
import type { Runtimes } from '#sandbox/core/runtimes.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import { identity } from '#sandbox/identity/identity.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { nodeCrypto } from '#sandbox/parts/node-crypto.ts';
import { clientSchemas } from '#sandbox/parts/schemas.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import type { Connection } from '../core/connection.ts';
import { placeOf } from './kept-tables.ts';
import type { Submission } from './submission.ts';

export interface World {
  sandbox: Sandbox;
  connection: Connection;
  now(): number;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** What its clock shows when it opens; default: now. */
  at?: number;
  /** Absent: functions are stored, and cannot be called. Told how their AWS calls are answered. */
  runtimes?: (fetchAws: (request: Request) => Promise<Response>) => Runtimes;
}

/** A submission in a sandbox of its own, in memory, without a port. */
export function openWorld({ target, records }: Submission, options: WorldOptions = {}): World {
  const clockOffset = options.at === undefined ? 0 : options.at - Date.now();
  const now = () => Date.now() + clockOffset;
  const box: { sandbox?: Sandbox } = {};
  const fetchAws = (request: Request) => (box.sandbox as Sandbox).fetch(request);
  const parts: Parts = {
    store: storeOf(records),
    random: webRandom(),
    crypto: nodeCrypto,
    clock: {
      now,
      sleep: (ms, signal) => pause(ms, undefined, signal ? { signal } : {}).catch(() => {}),
    },
    zip,
    schemas: clientSchemas,
    ...(options.runtimes ? { runtimes: options.runtimes(fetchAws) } : {}),
  };
  const secret = randomBytes(24).toString('hex');
  const sandbox = createSandbox({ parts, secret, identity });
  box.sandbox = sandbox;
  return {
    sandbox,
    now,
    connection: {
      region: target.region,
      credentials: { accessKeyId: target.account, secretAccessKey: secret },
      endpoint: 'http://sandbox.invalid',
      requestHandler: directHandler(sandbox),
      fetch: (request) => sandbox.fetchApi(request),
      apiUrl: (apiId, stage) => `http://127.0.0.1/_api/${apiId}/${stage}`,
      clockOffset,
      userAgent: 'handson',
    },
    close: () => sandbox.close(),
  };
}

/** Whose an API is stands in a record that all accounts share: it is made here, never taken from a file. */
function storeOf(records: Submission['records']): Parts['store'] {
  const store = memoryStore();
  for (const [key, value] of records) {
    const place = placeOf(key);
    if (!place) continue;
    const isBytes = place.holding === 'bytes';
    store.put(
      key,
      isBytes
        ? new Uint8Array(Buffer.from((value as { base64: string }).base64, 'base64'))
        : JSON.stringify(value),
    );
    const { account, region, service, table, name } = place;
    if (service === 'apigateway' && table === 'apis')
      store.put(`shared/apis/${name}`, JSON.stringify({ account, region }));
  }
  return store;
}
