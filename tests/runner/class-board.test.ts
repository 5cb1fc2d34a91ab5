import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeClass } from '#checker/grading/class-file.ts';
import { sayNotWatching, sayWatching } from '#checker/runner/class-watching.ts';
import type { ClassEvent } from '#checker/runner/class-wire.ts';
import { asPage, hear, type OpenClass, openClass, seenIn } from './class-kit.ts';

type Of<Type extends ClassEvent['type']> = Extract<ClassEvent, { type: Type }>;

let pupils: OpenClass;
let board: Awaited<ReturnType<OpenClass['serve']>>;
const pages: Array<Awaited<ReturnType<typeof hear>>> = [];
beforeEach(async () => {
  pupils = await openClass(12);
  board = await pupils.serve();
});
afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  expect(board.failures).toEqual([]);
  await board.close();
  await pupils.close();
});

test('a class that nobody has looked at is shown with everybody, and fills as it is looked at', async () => {
  expect(await html()).toContain('Nobody has been looked at yet.');
  const page = await open();
  pupils.round(() => ({ done: 3 }));
  await soon(() => of(page, 'rows').flatMap(({ rows }) => rows).length).toBe(12);
  expect(await html()).toContain('12 of 12');
});

test('a page is told the cells that have changed, and nothing else', async () => {
  pupils.round(() => ({ done: 3 }));
  const page = await open();
  await soon(() => of(page, 'round').length).toBe(1);
  expect(of(page, 'rows').flatMap(({ rows }) => rows)).toEqual([]);
  const run = pupils.begin();
  for (let at = 0; at < 12; at++) pupils.keep(run, at, { done: at === 7 ? 4 : 3 });
  await soon(() => of(page, 'rows').flatMap(({ rows }) => rows).length).toBe(1);
  const [patch] = of(page, 'rows').flatMap(({ rows }) => rows);
  // Step 4 is done now, and step 5 is where this learner stands.
  expect(patch).toEqual([7, [3, 0, 4, 4], { points: '2 of 29', open: '26 incomplete', told: null }]);
});

test('what goes over the stream names nobody', async () => {
  pupils.round(() => ({ done: 0 }));
  const page = await open({ seq: '-1', instance: '' });
  await soon(() => page.events.length).toBe(3);
  pupils.round((at) => ({ done: at }));
  await soon(() => of(page, 'over').length).toBe(1);
  const said = JSON.stringify(page.events);
  for (const { id, name, email = '', externalId } of pupils.learners)
    for (const word of [id, name, email, externalId]) expect(said.includes(word), word).toBe(false);
});

test('a page that comes back to the same board is told what it has missed; to another one, all that is shown', async () => {
  pupils.round(() => ({ done: 1 }));
  const seen = seenIn(await html());
  pupils.round((at) => ({ done: at === 2 ? 2 : 1 }));
  const back = await open(seen);
  await soon(() => of(back, 'rows').length).toBe(1);
  expect(of(back, 'rows')[0]?.rows.map(([row]) => row)).toEqual([2]);
  await board.close();
  board = await pupils.serve();
  const after = await open(seen);
  await soon(() => of(after, 'rows').length).toBe(1);
  expect(of(after, 'rows')[0]?.rows).toHaveLength(12);
});

test('a decision changes cells in place; another learner makes another page', async () => {
  pupils.round(() => ({ done: 1 }));
  const page = await open();
  const { file } = pupils;
  const learner = pupils.learners[4]?.id ?? '';
  const exempt = {
    at: new Date().toISOString(),
    what: 'exempt',
    learner,
    reason: 'ill',
    lab: 'table',
  } as const;
  writeClass(pupils.home, { ...file, history: [...file.history, exempt] });
  await soon(() => of(page, 'rows').flatMap(({ rows }) => rows.map(([row]) => row))).toEqual([4]);
  expect(of(page, 'reload')).toEqual([]);
  writeClass(pupils.home, { ...file, learners: file.learners.slice(1) });
  await soon(() => of(page, 'reload').length).toBe(1);
  expect((await html()).match(/<tr><th scope="row"/g)).toHaveLength(11);
});

test('a round is told as it goes, and summed up once when it is over', async () => {
  pupils.round(() => ({ done: 1 }));
  const page = await open();
  const run = pupils.begin();
  sayWatching(pupils.folder, { pid: process.pid, round: 3, run, next: null, trouble: null });
  for (let at = 0; at < 6; at++) pupils.keep(run, at, { done: 2 });
  await soon(() => of(page, 'round').at(-1)?.round).toMatchObject({
    number: 3,
    looked: 6,
    asked: 12,
    next: null,
  });
  for (let at = 6; at < 12; at++) pupils.keep(run, at, { done: at === 6 ? 0 : 1 });
  pupils.end(run);
  const next = Date.now() + 41_000;
  sayWatching(pupils.folder, { pid: process.pid, round: 3, run, next, trouble: 'no way' });
  await soon(() => of(page, 'round').at(-1)?.round).toMatchObject({ looked: 12, next, trouble: 'no way' });
  await soon(() => of(page, 'over').length).toBe(1);
  expect(of(page, 'over')[0]?.said).toContain('12 of 12. Steps newly done: 6.');
  sayNotWatching(pupils.folder);
  await soon(() => of(page, 'round').at(-1)?.round).toMatchObject({ number: null });
  expect(of(page, 'over')).toHaveLength(1);
});

test('a watch that was killed is not taken for one that goes on', async () => {
  pupils.round(() => ({ done: 1 }));
  sayWatching(pupils.folder, { pid: 2 ** 22 + 1, round: 9, run: 1, next: Date.now() + 5000, trouble: null });
  expect(await html()).toContain('Last looked at');
});

test('a learner who is looked at alone changes neither the columns nor who is there', async () => {
  pupils.round(() => ({ done: 5 }));
  const page = await open();
  const run = pupils.begin();
  pupils.keep(run, 3, { done: 5, stand: 'unknown' });
  await soon(() => of(page, 'rows').flatMap(({ rows }) => rows).length).toBe(1);
  expect(of(page, 'rows').flatMap(({ rows }) => rows)[0]?.[2]).toMatchObject({
    told: 'partly read (access denied)',
  });
  expect(of(page, 'reload')).toEqual([]);
});

test('with --initials no name is sent, whatever is asked for', async () => {
  const other = await pupils.serve({ initials: true });
  for (const query of ['', '?initials=0', '?lang=vi']) {
    const answer = await fetch(`${other.url}/class/spring${query}`, { headers: asPage });
    const text = await answer.text();
    for (const word of ['花子', 'Hoa', 'Learner 10', 'evil']) expect(text.includes(word), word).toBe(false);
    expect(text).toContain('山');
  }
  await other.close();
});

test('the page says everything without a script', async () => {
  pupils.round((at) => ({ done: at }));
  const page = await html('?lang=ja');
  expect(page).toMatch(/<html lang="ja">/);
  expect(page).toMatch(/<noscript>.*<a href="">/);
  expect(page.match(/<tr><th scope="row"/g)).toHaveLength(12);
  expect(page).toContain('12 人中 12 人');
});

async function html(query = ''): Promise<string> {
  return (await fetch(`${board.url}/class/spring${query}`, { headers: asPage })).text();
}

/** A page that was drawn a moment ago, or one that says it has seen something else. */
async function open(seen?: Record<string, string>) {
  const page = await hear(board.url, { ...seenIn(await html()), ...seen });
  pages.push(page);
  return page;
}

function of<Type extends ClassEvent['type']>(page: { events: ClassEvent[] }, type: Type): Array<Of<Type>> {
  return page.events.filter((event): event is Of<Type> => event.type === type);
}

function soon<Value>(look: () => Value) {
  return expect.poll(look, { timeout: 10_000 });
}
