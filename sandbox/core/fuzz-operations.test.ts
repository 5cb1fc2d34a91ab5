import { expect, test } from 'vitest';
import { services } from '#sandbox/services/all.ts';
import { arbitraryInput } from '#sandbox/testing/arbitrary-input.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { seeded } from './faults.ts';
import { serviceNames } from './service.ts';
import { catalogOf } from './wire/catalog.ts';

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 30);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

test.each(serviceNames)(
  'no input of the right types breaks %s',
  async (name) => {
    const sandbox = openSandbox();
    const service = await services[name]();
    const catalog = catalogOf((await service.client()) as object);
    const draw = seeded(SEED);
    const learned: string[] = [];
    const ctx = sandbox.open({
      service: name,
      account: '111122223333',
      region: 'ap-northeast-1',
      as: {
        kind: 'administrator',
        account: '111122223333',
        arn: 'arn:aws:iam::111122223333:root',
        userId: 'u',
      },
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const operation of Object.keys(service.operations)) {
        const shape = catalog.operation(operation);
        if (!shape || (name === 'sqs' && operation === 'ReceiveMessage')) continue;
        const input = arbitraryInput(shape.input, draw, learned) as object;
        learn(learned, await ctx.call(name, operation, input).catch(() => {}));
      }
    }
    const broken = sandbox.log
      .list({ errorCode: 'InternalFailure' })
      .map(
        ({ operation, detail, input }) =>
          `${operation} ${detail?.split('\n').slice(0, 3).join(' ')} ${JSON.stringify(input)?.slice(0, 300)}`,
      );
    expect([...new Map(broken.map((one) => [one.slice(0, 160), one])).values()]).toEqual([]);
  },
  60_000,
);

/** Ids made up by a service are guessed by nobody: what it answers is asked for again. */
function learn(learned: string[], value: unknown): void {
  if (typeof value === 'string' && value.length < 200 && !learned.includes(value)) learned.push(value);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const inner of Object.values(value)) learn(learned, inner);
  }
  if (learned.length > 60) learned.splice(0, 20);
}
