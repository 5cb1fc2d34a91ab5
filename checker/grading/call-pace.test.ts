import { expect, test } from 'vitest';
import { callPace } from './call-pace.ts';

/** A clock that is put forward by whoever sleeps longest. */
function clock() {
  let at = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => at,
    async sleep(ms: number) {
      waits.push(Math.round(ms));
    },
    pass(ms: number) {
      at += ms;
    },
  };
}

const rates = { account: { lambda: { perSecond: 2, burst: 3 } }, all: { perSecond: 1000, burst: 1000 } };

test('a burst goes at once, and what follows in its turn', async () => {
  const time = clock();
  const pace = callPace(time, rates).of('1');
  for (let call = 0; call < 6; call++) await pace('lambda', 'GetPolicy');
  expect(time.waits).toEqual([500, 1000, 1500]);
});

test('who shares an account shares its rate, and another account has its own', async () => {
  const time = clock();
  const paces = callPace(time, rates);
  for (const id of ['1', '1', '1', '2', '2', '2', '1']) await paces.of(id)('lambda', 'GetPolicy');
  expect(time.waits).toEqual([500]);
});

test('after a rest the burst is there again', async () => {
  const time = clock();
  const pace = callPace(time, rates).of('1');
  for (let call = 0; call < 3; call++) await pace('lambda', 'GetPolicy');
  time.pass(1500);
  for (let call = 0; call < 3; call++) await pace('lambda', 'GetPolicy');
  expect(time.waits).toEqual([]);
});

test('a call with a rate of its own waits for that too', async () => {
  const time = clock();
  const own = { ...rates, account: { ...rates.account, 'lambda:GetPolicy': { perSecond: 1, burst: 1 } } };
  const pace = callPace(time, own).of('1');
  await pace('lambda', 'GetPolicy');
  await pace('lambda', 'ListFunctions');
  await pace('lambda', 'GetPolicy');
  expect(time.waits).toEqual([1000]);
});

test('all together have one rate', async () => {
  const time = clock();
  const paces = callPace(time, { all: { perSecond: 10, burst: 2 } });
  for (let at = 0; at < 4; at++) await paces.of(String(at))('sts', 'AssumeRole');
  expect(time.waits).toEqual([100, 200]);
});

test('a learner’s whole look never waits by the default rates', async () => {
  const time = clock();
  const pace = callPace(time).of('1');
  const look = {
    sts: 2,
    apigateway: 14,
    lambda: 6,
    iam: 8,
    logs: 6,
    dynamodb: 4,
    autoscaling: 1,
    budgets: 2,
  };
  for (const [service, calls] of Object.entries(look))
    for (let call = 0; call < calls; call++) await pace(service, 'Any');
  expect(time.waits).toEqual([]);
});
