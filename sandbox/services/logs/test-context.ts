import { createHash, createHmac, randomUUID } from 'node:crypto';
import { callLog } from '#sandbox/core/call-log.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Parts } from '#sandbox/core/parts.ts';
import { tablePath } from '#sandbox/core/place.ts';
import type { ServiceName } from '#sandbox/core/service.ts';
import { bytesTable, jsonTable } from '#sandbox/core/store.ts';
import { services } from '../all.ts';

/** A context in memory with a clock to turn, for tests that call handlers as plain functions. */
export function testContext(service: ServiceName, start = Date.UTC(2026, 10, 20, 12)) {
  const clock = { now: () => time, sleep: async () => {} };
  let time = start;
  const store = memoryStore();
  const parts: Pick<Parts, 'store' | 'clock' | 'random' | 'crypto'> = {
    store,
    clock,
    random: { uuid: randomUUID, text: (length) => 'x'.repeat(length), fraction: () => 0 },
    crypto: {
      sha256: (data) => createHash('sha256').update(data).digest(),
      hmacSha256: (key, data) => createHmac('sha256', key).update(data).digest(),
      md5: (data) => createHash('md5').update(data).digest(),
    },
  };
  const account = '000000000001';
  const open = (place: { service: ServiceName; account: string; region: string }): Ctx => ({
    ...place,
    caller: { kind: 'administrator', account, arn: `arn:aws:iam::${account}:root`, userId: account },
    requestId: 'request-1',
    sourceIp: '127.0.0.1',
    userAgent: 'test',
    parts: parts as Parts,
    log: callLog(),
    now: clock.now,
    table: (name) => jsonTable(store, tablePath({ ...place, name })),
    bytes: (name) => bytesTable(store, tablePath({ ...place, name })),
    shared: (name) => jsonTable(store, `shared/${name}`),
    atomic: (work) => store.atomic(work),
    in: (elsewhere) => open({ ...place, ...elsewhere }),
    call: async (name, operation, input) => {
      const { operations } = await services[name]();
      const handler = (operations as Record<string, (input: object, ctx: Ctx) => object>)[operation];
      if (!handler) throw new Error(`no ${name}:${operation}`);
      return { ...(await handler(input, open({ ...place, service: name }))) };
    },
    later: (work) => void work(),
  });
  return {
    ctx: open({ service, account, region: 'ap-northeast-1' }),
    pass: (ms: number) => {
      time += ms;
    },
  };
}
