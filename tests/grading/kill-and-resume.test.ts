import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { classFolder } from '#checker/grading/class-file.ts';
import { openGradebook, type Standing } from '#checker/grading/gradebook.ts';
import { seeded } from '#sandbox/core/faults.ts';
import { handson } from '../cli/run-handson.ts';
import { serveClass } from './serve-class.ts';

const size = 72;
const served = await serveClass(size, 10);
const folder = classFolder(served.home, 'large');
afterAll(() => served.end());

const grade = (...more: string[]) =>
  handson(['grade', 'large', '--json', '--concurrency', '6', ...more], {
    env: { HANDSON_HOME: served.home },
  });

/** What stands in the file, as another process sees it. */
const looks = (of = folder): Array<{ id: number; run: number; learner: string; at: number }> => {
  const db = new DatabaseSync(path.join(of, 'gradebook.sqlite'), { readOnly: true });
  const rows = db.prepare('SELECT id, run, learner, at FROM look ORDER BY id').all();
  db.close();
  return rows as ReturnType<typeof looks>;
};
const ofRun = (run: number) => looks().filter((look) => look.run === run);

const standings = (run: number) => {
  const book = openGradebook(folder);
  const all = [...book.done(run)].sort().map((id) => plain(book.standing(run, id)));
  const ended = book.run(run)?.ended !== undefined;
  book.close();
  return { all, ended };
};
const plain = (standing: Standing | undefined) => ({
  ...standing,
  at: 0,
  steps: standing?.steps.map(({ best: _, ...step }) => step),
});

/** Starts a run, or goes on with one, and sends the signal when so many of its learners are kept. */
async function stopAt(run: number, kept: number, signal: 'SIGKILL' | 'SIGINT', ...more: string[]) {
  const running = grade(...more);
  let over = false;
  running.then(() => {
    over = true;
  });
  while (!over && ofRun(run).length < kept) await sleep(5);
  running.kill(signal);
  return running;
}

test('a run that is killed again and again ends as one that was not, and nobody is looked at twice', async () => {
  const straight = await grade();
  expect(straight.exitCode, String(straight.stderr)).toBe(2);
  const whole = standings(1);
  expect(whole.all).toHaveLength(size);

  const draw = seeded(Date.now());
  const points = [draw(), draw(), draw()].map((at) => 1 + Math.floor(at * (size - 8))).sort((a, b) => a - b);
  let before: ReturnType<typeof looks> = [];
  for (const [turn, point] of points.entries()) {
    const signal = turn === 1 ? 'SIGINT' : 'SIGKILL';
    const { exitCode } = await stopAt(2, point, signal, ...(turn === 0 ? [] : ['--resume']));
    if (signal === 'SIGINT') expect(exitCode, `at ${points}`).toBe(130);
    const after = ofRun(2);
    expect(after.slice(0, before.length), `at ${points}`).toEqual(before);
    expect(standings(2).ended, `at ${points}`).toBe(false);
    before = after;
  }
  const last = await grade('--resume');
  expect(last.exitCode, String(last.stderr)).toBe(2);
  expect(last.stderr).toContain(`Learners left: ${size - before.length} of ${size}`);
  expect(ofRun(2).slice(0, before.length)).toEqual(before);
  expect(standings(2), `at ${points}`).toEqual(whole);
  expect((await grade('--resume')).stderr).toContain('nothing to resume');
}, 120_000);

test('where the instructor’s own way to AWS breaks, the run says so once and waits to go on', async () => {
  const other = await serveClass(30, 50);
  const running = handson(['grade', 'large', '--concurrency', '4'], { env: { HANDSON_HOME: other.home } });
  let over = false;
  running.then(() => {
    over = true;
  });
  const folderOf = classFolder(other.home, 'large');
  while (!over && !existsSync(path.join(folderOf, 'gradebook.sqlite'))) await sleep(10);
  await sleep(300);
  while (!over && looks(folderOf).length < 5) await sleep(10);
  other.kill();
  const { exitCode, stderr } = await running;
  const book = openGradebook(classFolder(other.home, 'large'));
  const run = book.stopped();
  const done = run && [...book.done(run.id)].map((id) => book.standing(run.id, id));
  book.close();
  await other.end();
  expect(exitCode, String(stderr)).toBe(2);
  expect(stderr).toMatch(/because of your own access.*handson grade large --resume/s);
  expect(String(stderr).match(/your own access/g)).toHaveLength(1);
  expect(done?.length).toBeGreaterThanOrEqual(5);
  expect(done?.length).toBeLessThan(30);
}, 60_000);
