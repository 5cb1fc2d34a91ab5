import type { ServiceName } from '#sandbox/core/service.ts';
import { openSandbox } from './open-sandbox.ts';

/** A context in memory with a clock that stands still until a test turns it, to call handlers as plain functions. */
export function testContext(service: ServiceName, start = Date.UTC(2026, 10, 20, 12)) {
  let time = start;
  const sandbox = openSandbox({ parts: { clock: { now: () => time, sleep: async () => {} } } });
  const account = '000000000001';
  const as = {
    kind: 'administrator',
    account,
    arn: `arn:aws:iam::${account}:root`,
    userId: account,
  } as const;
  return {
    ctx: sandbox.open({ service, account, region: 'ap-northeast-1', as }),
    pass: (ms: number) => {
      time += ms;
    },
  };
}
