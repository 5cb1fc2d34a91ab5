import { afterAll, expect, it } from 'vitest';
import { ACCOUNT, openLambda, REGION } from '#sandbox/testing/open-lambda.ts';
import { listFunctions } from './list-functions.ts';
import { functions } from './records.ts';

const { sandbox, create, close } = await openLambda();
afterAll(close);

it('lists 10,000 functions page by page, the last page as fast as the first', async () => {
  await create('fn');
  const ctx = sandbox.open({
    service: 'lambda',
    account: ACCOUNT,
    region: REGION,
    as: { kind: 'administrator', account: ACCOUNT, arn: 'admin', userId: 'admin' },
  });
  const record = functions(ctx).get('fn');
  if (!record) throw new Error('The function was not made.');
  for (let count = 1; count < 10_000; count += 1) {
    const name = `fn-${String(count).padStart(5, '0')}`;
    functions(ctx).put(name, { ...record, name });
  }
  const names: string[] = [];
  const times: number[] = [];
  let Marker: string | undefined;
  do {
    const started = performance.now();
    const page = await listFunctions(Marker === undefined ? {} : { Marker }, ctx);
    times.push(performance.now() - started);
    names.push(...(page.Functions ?? []).map(({ FunctionName = '' }) => FunctionName));
    Marker = page.NextMarker;
  } while (Marker);
  expect(new Set(names).size).toBe(10_000);
  expect(times.length).toBe(200);
  // A machine that is busy makes single pages slow: the middle of each half is compared, with room.
  expect(median(times.slice(100))).toBeLessThan(5 * median(times.slice(0, 100)));
});

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
