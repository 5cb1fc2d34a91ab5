import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CheckReport } from '#checker/core/check-report.ts';
import type { CleanPlan, EventOf, RunnerState } from '#checker/runner/wire.ts';
import { handson } from '../cli/run-handson.ts';
import { listen, type OpenRunner, openRunner } from './open-runner.ts';

let runner: OpenRunner;
beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());

const account = '111122223333';

test('a page is told the target in words and every lab with its steps, in its language', async () => {
  const answer = await fetch(`${runner.url}/api/state?lang=ja`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const state = (await answer.json()) as RunnerState;
  expect(state.target).toMatchObject({
    kind: 'sandbox',
    account,
    words: expect.stringContaining('サンドボックス'),
  });
  expect(state.labs).toContainEqual(
    expect.objectContaining({ id: 'lambda-alone', steps: expect.any(Array) }),
  );
  expect(state.sandbox).toEqual({ endpoint: runner.served.endpoint, apiEndpoint: runner.served.apiEndpoint });
});

test.each(['en', 'ja', 'vi'])(
  'the events of a run are what `handson check --json` prints, in %s',
  async (lang) => {
    const page = await listen(runner, lang);
    const { run } = (await (await runner.post('/api/check', { labs: ['lambda-alone'] })).json()) as {
      run: string;
    };
    await page.until((event) => event.type === 'end' && event.run === run);
    page.close();
    const { stdout } = await handson(['check', 'lambda-alone', '--json', '--lang', lang], {
      env: { HANDSON_HOME: runner.home },
    });
    const report = JSON.parse(String(stdout)) as CheckReport;
    const steps = page.events.filter(
      (event): event is EventOf<'step'> => event.type === 'step' && event.run === run,
    );
    const outcome = page.events.find((event) => event.type === 'lab' && event.run === run);
    expect(new Set(steps.map(({ schema }) => schema))).toEqual(new Set([report.schema]));
    expect(outcome).toMatchObject({ lab: 'lambda-alone', outcome: report.labs[0]?.outcome });
    const byId = (list: readonly { id: string }[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    expect(byId(steps.map(({ step }) => step))).toEqual(byId(report.labs[0]?.steps ?? []));
  },
);

test('a step is done for the learner, counts as provided, and is looked at by itself', async () => {
  const page = await listen(runner);
  const answer = await runner.post('/api/apply', {
    lab: 'lambda-alone',
    through: 'create-function',
    account,
  });
  expect(answer.status).toBe(202);
  await page.until(
    (event) => event.type === 'apply' && event.step === 'create-function' && event.state === 'done',
  );
  await page.until(
    (event) => event.type === 'step' && event.step.id === 'create-function' && event.step.outcome === 'pass',
  );
  page.close();
  const state = (await (
    await fetch(`${runner.url}/api/state`, { headers: { 'sec-fetch-site': 'same-origin' } })
  ).json()) as RunnerState;
  const lab = state.labs.find(({ id }) => id === 'lambda-alone');
  expect(lab?.steps[0]).toMatchObject({ id: 'create-function', how: 'provided' });
});

test('a page that comes later is told what was seen last', async () => {
  const page = await listen(runner, 'vi');
  await page.until((event) => event.type === 'step' && event.step.id === 'create-function');
  page.close();
});

test('a watch tells what changes and nothing else, and ends when it is told to', async () => {
  const page = await listen(runner);
  await runner.post('/api/watch', { lab: 'lambda-alone', on: true });
  const on = (event: { type: string; on?: boolean }) => event.type === 'watch' && event.on === true;
  await page.until((event) => on(event));
  const from = page.events.length;
  const wide = (event: (typeof page.events)[number]) =>
    event.type === 'step' && event.step.id === 'memory-and-timeout' && event.step.outcome === 'pass';
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await runner.post('/api/apply', { lab: 'lambda-alone', through: 'memory-and-timeout', account });
  await page.until(wide);
  await runner.post('/api/watch', { lab: 'lambda-alone', on: false });
  await page.until((event) => event.type === 'watch' && !event.on);
  const told = page.events
    .slice(from)
    .filter((event) => event.type === 'step' && event.step.id === 'create-function');
  page.close();
  // Once by the watch's first look, once by the check that follows what was done.
  expect(told.length).toBeLessThanOrEqual(2);
});

test('hints come one by one, and the last stays', async () => {
  const ask = async () =>
    (await (await runner.post('/api/hint', { lab: 'lambda-alone', step: 'log-retention' })).json()) as object;
  expect(await ask()).toMatchObject({ number: 1, of: 2, hint: expect.stringMatching(/\w/) });
  expect(await ask()).toMatchObject({ number: 2, of: 2 });
  expect(await ask()).toMatchObject({ number: 2, of: 2 });
});

test('another account than the one that is pinned is refused, and nothing is made', async () => {
  const before = await functions();
  const answer = await runner.post('/api/apply', { lab: 'call-translate', account: '999999999999' });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ error: 'wrong-account', account });
  expect(await functions()).toBe(before);
});

test('without an account nothing is done', async () => {
  const answer = await runner.post('/api/apply', { lab: 'lambda-alone' });
  expect(answer.status).toBe(400);
});

test('cleaning shows its plan first, carries out that plan alone, and only in the account that was shown', async () => {
  const plan = (await (await runner.post('/api/clean/plan?lang=vi', {})).json()) as CleanPlan;
  expect(plan.items.map(({ type }) => type)).toContain('function');
  expect(plan.items.find(({ type }) => type === 'function')?.word).toBe('hàm');
  expect(plan.items.find(({ type }) => type === 'execution-role')?.word).toBe('role');
  expect(plan.items[0]?.why).toMatch(/\S/);
  const other = await runner.post('/api/clean/do', { hash: plan.hash, account: '999999999999' });
  expect(other.status).toBe(409);
  const wrong = await runner.post('/api/clean/do', { hash: 'not-this-one', account });
  expect(await wrong.json()).toMatchObject({ changed: true, deleted: 0 });
  expect(await functions()).toBe(1);
  const done = await runner.post('/api/clean/do', { hash: plan.hash, account });
  expect(await done.json()).toEqual({ changed: false, deleted: plan.items.length, left: 0 });
  expect(await functions()).toBe(0);
});

test('what was cleaned up is made anew when it is asked for, though it was seen to pass before', async () => {
  const page = await listen(runner);
  await runner.post('/api/apply', { lab: 'lambda-alone', step: 'create-function', account });
  await page.until((event) => event.type === 'end' && event.what === 'apply');
  page.close();
  expect(await functions()).toBe(1);
});

test('while something is done in the account nothing else is begun there', async () => {
  const page = await listen(runner);
  const [first, second] = await Promise.all([
    runner.post('/api/apply', { lab: 'lambda-alone', account }),
    runner.post('/api/apply', { lab: 'lambda-alone', account }),
  ]);
  expect([first.status, second.status].sort()).toEqual([202, 409]);
  await page.until((event) => event.type === 'end' && event.what === 'apply');
  // A check of its own follows.
  await page.until((event) => event.type === 'end' && event.what === 'check');
  page.close();
});

test('what was seen in one account is never told of another', async () => {
  const page = await listen(runner);
  await page.until((event) => event.type === 'step');
  await writeTarget('444455556666');
  const other = await listen(runner);
  await other.until((event) => event.type === 'target' && event.target.account === '444455556666');
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log(
    JSON.stringify(
      other.events.map((e) => ({ ...e, step: undefined, r: 'run' in e && e.run })).slice(0, 12),
      null,
      1,
    ),
  );
  expect(other.events.filter(({ type }) => type === 'step')).toEqual([]);
  page.close();
  other.close();
});

test('where the target has changed since, the runner looks and acts there, and not where it did before', async () => {
  const elsewhere = '444455556666';
  await writeTarget(elsewhere);
  const refused = await runner.post('/api/apply', { lab: 'lambda-alone', account });
  expect(await refused.json()).toMatchObject({ error: 'wrong-account', account: elsewhere });
  const page = await listen(runner);
  await page.until((event) => event.type === 'target' && event.target.account === elsewhere);
  const { run } = (await (await runner.post('/api/check', { labs: ['lambda-alone'] })).json()) as {
    run: string;
  };
  await page.until((event) => event.type === 'end' && event.run === run);
  const steps = page.events.filter((event) => event.type === 'step' && event.run === run);
  expect(steps[0]).toMatchObject({ step: { id: 'create-function', outcome: 'fail', cause: 'absent' } });
  page.close();
});

test('after a crash the same address has a new token and a new instance', async () => {
  const page = await listen(runner);
  const before = await page.until(({ type }) => type === 'hello');
  const token = await runner.token();
  const startAgain = await runner.stop();
  await page.ended;
  await startAgain();
  const back = await listen(runner);
  expect(await back.until(({ type }) => type === 'hello')).not.toEqual(before);
  const old = await runner.post('/api/check', { labs: ['lambda-alone'] }, { 'x-handson-token': token });
  expect(old.status).toBe(403);
  back.close();
});

function writeTarget(pinned: string): Promise<void> {
  const target = { kind: 'sandbox', account: pinned, region: 'ap-northeast-1', prefix: '' };
  return writeFile(path.join(runner.home, 'target.json'), JSON.stringify(target));
}

async function functions(): Promise<number> {
  const { LambdaClient, ListFunctionsCommand } = await import('@aws-sdk/client-lambda');
  const client = new LambdaClient({
    region: 'ap-northeast-1',
    endpoint: runner.served.endpoint,
    credentials: { accessKeyId: account, secretAccessKey: runner.served.secret },
  });
  const { Functions = [] } = await client.send(new ListFunctionsCommand({}));
  client.destroy();
  return Functions.length;
}
