import { afterAll, expect, test } from 'vitest';
import { labs } from '#labs/all.ts';
import { proxyEvent } from '#labs/kit/proxy-event.ts';
import { deploy } from '../../tests/labs/arrange.ts';
import { openWorld } from '../../tests/labs/world.ts';
import { texts } from './lab.texts.ts';
import { lab } from './lab.ts';

const world = openWorld();
afterAll(() => world.close());

test('where only reading is allowed, the labs before it are no evidence, and a warning of any kind is', async () => {
  for (const { id, folder, load } of labs) if (id !== lab.id) await world.apply(await load(), folder);
  const said = async (step: string) =>
    (await world.check([lab], { readOnly: true })).get(`${lab.id}/${step}`)?.messages.map(({ text }) => text);
  expect(await said('errors-as-json')).toEqual([texts.notSeenHandled]);
  expect(await said('warm-start')).toEqual([texts.noCounter]);
  expect(await said('validator')).toEqual([texts.noValidator]);

  await deploy(world, `export const handler = async () => { console.error('no text'); return {}; };`);
  const Payload = new TextEncoder().encode(JSON.stringify(proxyEvent(null)));
  await world.aws.lambda.invoke({ FunctionName: world.names.fn, Payload });
  expect(await said('errors-as-json')).toEqual([]);

  await deploy(
    world,
    `export const handler = async () => { console.error('no text'); throw new Error('no'); };`,
  );
  await world.aws.lambda.invoke({ FunctionName: world.names.fn, Payload });
  expect(await said('errors-as-json')).toEqual([texts.notSeenHandled]);
}, 60_000);
