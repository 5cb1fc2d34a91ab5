import { afterAll, expect, test } from 'vitest';
import { checkReport } from '#checker/core/check-report.ts';
import { locales } from '#labs/kit/text.ts';
import { deploy } from './arrange.ts';
import { apiOf } from './arrange-api.ts';
import { allLabs, standing } from './standing.ts';
import { openWorld, type World } from './world.ts';

const accounts = await standing();
const worlds: World[] = [];
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.close()));
});

const canary = 'canary-7f3a9c51e0b24d68';

test.each([
  ['as it is', async () => {}],
  [
    'with a function that fails',
    (world: World) => deploy(world, 'export const handler = async () => { throw new Error("no"); };'),
  ],
  [
    'with too little memory',
    (world: World) => deploy(world, 'export const handler = 1;', { MemorySize: 128 }),
  ],
] as const)(
  'no event and no document tells an environment value or a key, in an account %s',
  async (_, arrange) => {
    const world = openWorld({ from: accounts.finished });
    worlds.push(world);
    const { aws, names } = world;
    const fn = await aws.lambda.getFunctionConfiguration({ FunctionName: names.fn });
    await aws.lambda.updateFunctionConfiguration({
      FunctionName: names.fn,
      Environment: { Variables: { ...fn.Environment?.Variables, SECRET: canary } },
    });
    await arrange(world);
    const { id } = await aws.apigateway.createApiKey({ name: 'k', value: `${canary}-key`, enabled: true });
    const plan = await aws.apigateway.createUsagePlan({
      name: 'p',
      apiStages: [{ apiId: await apiOf(world), stage: names.stage }],
    });
    await aws.apigateway.createUsagePlanKey({ usagePlanId: plan.id, keyId: id, keyType: 'API_KEY' });

    for (const readOnly of [true, false]) {
      const events = await world.events(allLabs, { readOnly });
      expect(JSON.stringify(events)).not.toContain(canary);
      for (const locale of locales) expect(JSON.stringify(checkReport(events, locale))).not.toContain(canary);
    }
  },
  60_000,
);
