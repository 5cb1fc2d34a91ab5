import { afterEach, describe, expect, test } from 'vitest';
import { orAbsent } from '#labs/kit/or-absent.ts';
import type { Result } from '#labs/kit/result.ts';
import type { Said } from '#labs/kit/text.ts';
import { account, openWorld, type World } from '../../tests/labs/world.ts';
import { budgetAlarm } from './budget-alarm.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

const folder = '00-set-up';
let worlds: World[] = [];
afterEach(async () => {
  await Promise.all(worlds.map((world) => world.close()));
  worlds = [];
});

function open(): World {
  const world = openWorld();
  worlds.push(world);
  return world;
}

const outcomes = (results: Map<string, Result>) =>
  Object.fromEntries([...results].map(([id, { outcome }]) => [id.split('/')[1], outcome]));
const sentences = (result: Result | undefined) => result?.messages.map(({ text }) => text);

describe('the set-up', () => {
  test('passes in a fresh sandbox, all but the budget, which is optional', async () => {
    const results = await open().check([lab]);
    expect(outcomes(results)).toEqual({
      'account-answers': 'pass',
      'translate-answers': 'pass',
      'budget-alarm': 'fail',
      'concurrency-quota': 'pass',
    });
    expect(sentences(results.get('set-up/budget-alarm'))).toEqual([texts.noBudget]);
    expect(sentences(results.get('set-up/account-answers'))).toEqual([texts.lookingAt]);
  });

  test('is all green once applied, and doing it twice makes no second budget', async () => {
    const world = open();
    await world.apply(lab, folder);
    await world.apply(lab, folder);
    expect(new Set(Object.values(outcomes(await world.check([lab]))))).toEqual(new Set(['pass']));
    const { Budgets } = await world.aws.budgets.describeBudgets({ AccountId: account });
    expect(Budgets).toHaveLength(1);
    expect(world.made).toEqual([]);
  });

  test('says in a read-only run that Translate was not tried, and makes no call to it', async () => {
    const world = open();
    world.sandbox.faults.add({
      service: 'translate',
      fault: { kind: 'error', code: 'InternalServerException' },
    });
    const result = (await world.check([lab], { readOnly: true })).get('set-up/translate-answers');
    expect(result?.outcome).toBe('pass');
    expect(sentences(result)).toEqual([texts.notTried]);
    expect(world.sandbox.faults.list()[0]?.seen).toBe(0);
  });

  test('sends an account that may not use Translate yet to the sandbox, and blames nobody', async () => {
    const world = open();
    const fault = { kind: 'error', code: 'SubscriptionRequiredException', status: 400 } as const;
    world.sandbox.faults.add({ service: 'translate', fault });
    const result = (await world.check([lab])).get('set-up/translate-answers');
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'not-subscribed' });
    expect(result?.next?.text).toBe(texts.notSubscribedNext);
  });

  test('names a refusal of Translate as the refusal it is', async () => {
    const world = open();
    const fault = { kind: 'error', code: 'AccessDeniedException', status: 400 } as const;
    world.sandbox.faults.add({ service: 'translate', fault });
    const result = (await world.check([lab])).get('set-up/translate-answers');
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'denied' });
  });

  test('tells a region without Translate from a network that is down', async () => {
    const notThere = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const [, translate] = lab.steps;
    const look = {
      target: { kind: 'aws', account, region: 'ap-southeast-7' },
      act: { translate: () => Promise.reject(notThere) },
    } as unknown as Parameters<NonNullable<typeof translate>['check']>[0];
    const result = await translate?.check(look);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'region' });
    expect(sentences(result)).toEqual([texts.notInRegion]);
  });

  test('is not content with a budget that tells nobody', async () => {
    const world = open();
    await world.aws.budgets.createBudget({
      AccountId: account,
      Budget: {
        BudgetName: 'mine',
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: '1', Unit: 'USD' },
      },
    });
    const result = (await world.check([lab])).get('set-up/budget-alarm');
    expect(result?.outcome).toBe('fail');
    expect(sentences(result)).toEqual([texts.noAlarm]);
  });

  test('makes no budget in an account of AWS, and says why', async () => {
    const world = open();
    const notes: Said[] = [];
    await budgetAlarm.apply({
      ...world.doing(folder),
      target: { kind: 'aws', account, region: 'ap-northeast-1' },
      note: (said) => notes.push(said),
    });
    expect(notes.map(({ text }) => text)).toEqual([texts.budgetByHand]);
    const answer = await orAbsent(world.aws.budgets.describeBudgets({ AccountId: account }));
    expect(answer?.Budgets ?? []).toEqual([]);
  });

  test('tells how many runs are allowed at once', async () => {
    const result = (await open().check([lab])).get('set-up/concurrency-quota');
    expect(sentences(result)).toEqual([texts.manyAtOnce]);
    expect(result?.evidence[0]?.found).toBe(1000);
  });
});
