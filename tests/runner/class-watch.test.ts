import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGradebook } from '#checker/grading/gradebook.ts';
import { readWatching } from '#checker/runner/class-watching.ts';
import { handson } from '../cli/run-handson.ts';
import { asPage, hear, seenIn } from './class-kit.ts';
import { openRunner } from './open-runner.ts';

let home: string;
const at = (...line: string[]) => handson(line, { env: { HANDSON_HOME: home } });
const folder = () => path.join(home, 'classes/spring');
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'handson-watch-'));
  await at('class', 'init', 'spring');
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('goes round by round, each a run of the gradebook with a table of its own, and ends with 130', async () => {
  await enrol(3);
  const watching = at('grade', '--watch', '10', '--labs', '1');
  await soon(() => runs().filter(({ ended }) => ended !== undefined).length).toBe(1);
  await soon(() => readWatching(folder())).toMatchObject({ round: 1, next: expect.any(Number) });
  await soon(() => runs().filter(({ ended }) => ended !== undefined).length).toBe(2);
  await soon(() => readWatching(folder())?.next).not.toBeNull();
  watching.kill('SIGINT');
  const { exitCode, stdout, stderr } = await watching;
  expect(exitCode, String(stderr)).toBe(130);
  expect(String(stdout)).toMatch(/^Round 1, .*: 3 of 3 looked at, next in \d+ s\.$/m);
  expect(String(stdout)).toMatch(/^Round 2, /m);
  expect(String(stdout)).toMatch(/^Learner 2 {2,}\?+ /m);
  expect(stderr).toContain('nothing is left half done');
  expect(existsSync(path.join(folder(), 'watching.json'))).toBe(false);
  const [second, first] = runs();
  // From start to start, and never at once.
  expect((second?.began ?? 0) - (first?.began ?? 0)).toBeGreaterThan(9000);
  expect(second?.began).toBeGreaterThan(first?.ended ?? Number.POSITIVE_INFINITY);
}, 60_000);

test('what Ctrl-C cuts short is resumed, and nobody is looked at twice', async () => {
  await enrol(60);
  const watching = at('grade', '--watch', '10', '--concurrency', '1');
  await soon(() => runs()[0]?.looked ?? 0).toBeGreaterThan(2);
  watching.kill('SIGINT');
  const { exitCode, stderr } = await watching;
  expect(exitCode).toBe(130);
  expect(stderr).toContain('handson grade --resume');
  expect(runs()[0]).toMatchObject({ asked: 60 });
  expect(runs()[0]?.ended).toBeUndefined();
  await at('grade', '--resume', '--json');
  expect(runs()).toHaveLength(1);
  expect(runs()[0]).toMatchObject({ looked: 60, ended: expect.any(Number) });
}, 60_000);

test('who hands in a file is not looked for in an account', async () => {
  await enrol(1);
  await writeFile(path.join(home, 'r.csv'), 'name,account,email\nAnn,sandbox,ann@example.com');
  await at('class', 'add', path.join(home, 'r.csv'));
  const watching = at('grade', '--watch', '10', '--labs', '1');
  await soon(() => runs().filter(({ ended }) => ended !== undefined).length).toBe(1);
  watching.kill('SIGINT');
  const { stderr } = await watching;
  expect(runs()[0]).toMatchObject({ asked: 1 });
  expect(stderr).toContain('without an account, not looked at (not a zero): 1');
}, 60_000);

test('a round that cannot be carried through is told, here and on the board, and the next one goes on', async () => {
  await enrol(2);
  const classFile = path.join(folder(), 'class.json');
  const whole = await readFile(classFile, 'utf8');
  const watching = at('grade', '--watch', '10', '--labs', '1', '--serve', '--port', '0');
  const said = { text: '' };
  watching.stderr?.on('data', (chunk: Buffer) => {
    said.text += String(chunk);
  });
  await soon(() => said.text).toContain('Round 1');
  const url = /http:\S+/.exec(said.text)?.[0] ?? '';
  await fetch(url, { headers: asPage });
  await writeFile(classFile, '{ "schema": ');
  await soon(() => said.text).toContain('Round 2 could not be carried through');
  await soon(async () => (await fetch(url, { headers: asPage })).text()).toContain(
    'id="note">The last round could not be carried through',
  );
  await writeFile(classFile, whole);
  await soon(() => said.text).toMatch(/^Round 3, .*: 2 of 2 looked at/m);
  expect(await (await fetch(url, { headers: asPage })).text()).toContain('id="note"></p>');
  watching.kill('SIGINT');
  expect((await watching).exitCode).toBe(130);
}, 60_000);

test('with --initials the table of a round names nobody', async () => {
  await enrol(2);
  const watching = at('grade', '--watch', '10', '--labs', '1', '--initials');
  await soon(() => readWatching(folder())?.next ?? null).not.toBeNull();
  watching.kill('SIGINT');
  const { stdout } = await watching;
  expect(stdout).toMatch(/^L\. [0-9a-f]{4} /m);
  expect(stdout).not.toContain('Learner 1');
}, 60_000);

test('with --serve the board is up before the first round, and gone after the last', async () => {
  await enrol(2);
  const watching = at('grade', '--watch', '10', '--serve', '--port', '0');
  const said = { text: '' };
  watching.stderr?.on('data', (chunk: Buffer) => {
    said.text += String(chunk);
  });
  await soon(() => said.text).toContain('/class until Ctrl-C');
  const url = /http:\S+/.exec(said.text)?.[0] ?? '';
  await soon(async () => (await fetch(url, { headers: asPage })).text()).toContain('Round 1');
  expect((await fetch(url.replace('/class', '/'), { headers: asPage })).url).toBe(url);
  watching.kill('SIGINT');
  const { exitCode, stdout } = await watching;
  expect(exitCode).toBe(130);
  expect(stdout).toBe('');
  await expect(fetch(url, { headers: asPage })).rejects.toThrow();
}, 60_000);

test.each([
  ['--watch', '5'],
  ['--watch', 'x'],
  ['--watch', '1e3'],
  ['--watch', '60', '--port', '0'],
  ['--watch', '60', '--no-open'],
  ['--watch', '60', '--submissions', 'x'],
  ['--watch', '60', '--serve', '--port', 'x'],
  ['--serve'],
  ['--port', '0'],
  ['--no-open'],
])('%s %s %s %s is refused before anything is looked at', async (...line) => {
  await enrol(1);
  const { exitCode, stderr } = await at('grade', ...line.filter((word) => word !== undefined));
  expect(exitCode, String(stderr)).toBe(64);
  expect(existsSync(path.join(folder(), 'gradebook.sqlite')) && runs().length > 0).toBe(false);
});

test('the course’s runner shows a class that another process grades, as it is graded', async () => {
  const runner = await openRunner();
  const there = (...line: string[]) => handson(line, { env: { HANDSON_HOME: runner.home } });
  try {
    expect((await fetch(`${runner.url}/class`, { headers: asPage })).status).toBe(404);
    await there('class', 'init', 'spring');
    await writeFile(path.join(runner.home, 'r.csv'), 'name,account\nAnn,222233334444');
    await there('class', 'add', path.join(runner.home, 'r.csv'));
    const page = await (await fetch(`${runner.url}/class`, { headers: asPage })).text();
    expect(page).toContain('Nobody has been looked at yet.');
    const ear = await hear(runner.url, seenIn(page));
    await there('grade', '--labs', '1');
    // Lab 1 alone was looked at, so the page is drawn anew with its columns.
    await soon(() => ear.events.map(({ type }) => type)).toContain('reload');
    ear.close();
    const after = await (await fetch(`${runner.url}/class`, { headers: asPage })).text();
    expect(after).toContain('1 of 1');
    const again = await hear(runner.url, seenIn(after));
    await there('grade', '--labs', '1');
    await soon(() => again.events.map(({ type }) => type)).toContain('over');
    expect(again.events.map(({ type }) => type)).not.toContain('reload');
    again.close();
    await there('class', 'init', 'autumn');
    const both = await (await fetch(`${runner.url}/class?lang=vi`, { headers: asPage })).text();
    expect(both).toContain('href="/class/autumn?lang=vi"');
    expect(runner.failures).toEqual([]);
  } finally {
    await runner.close();
  }
}, 60_000);

test('a class of nobody, and no class at all, are told', async () => {
  expect((await at('grade', '--watch', '60')).exitCode).toBe(64);
  expect((await at('grade', 'autumn', '--watch', '60')).exitCode).toBe(64);
  expect(existsSync(path.join(folder(), 'watching.json'))).toBe(false);
});

async function enrol(size: number): Promise<void> {
  const lines = Array.from({ length: size }, (_, one) => `Learner ${one},${200000000000 + one}`);
  await writeFile(path.join(home, 'r.csv'), `name,account\n${lines.join('\n')}`);
  const { exitCode, stderr } = await at('class', 'add', path.join(home, 'r.csv'));
  expect(exitCode, String(stderr)).toBe(0);
}

function runs() {
  if (!existsSync(path.join(folder(), 'gradebook.sqlite'))) return [];
  const book = openGradebook(folder());
  const found = book.runs();
  book.close();
  return found;
}

function soon<Value>(look: () => Value | Promise<Value>) {
  return expect.poll(look, { timeout: 25_000 });
}
