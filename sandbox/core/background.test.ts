import { expect, test } from 'vitest';
import { background } from './background.ts';
import { systemClock } from './clock.ts';

test('idle waits for what is queued and for what that queues', async () => {
  const queue = background(systemClock, () => {});
  const done: string[] = [];
  queue.later(() => {
    done.push('first');
    queue.later(() => void done.push('second'), 10);
  });
  expect(done).toEqual([]);
  await queue.idle();
  expect(done).toEqual(['first', 'second']);
});

test('a failure is told and stops nothing else', async () => {
  const failures: unknown[] = [];
  const queue = background(systemClock, (error) => failures.push(error));
  let done = false;
  queue.later(() => Promise.reject(new Error('broken')));
  queue.later(() => {
    done = true;
  }, 5);
  await queue.idle();
  expect(failures).toEqual([new Error('broken')]);
  expect(done).toBe(true);
});

test('closing wakes what sleeps and does none of it', async () => {
  const queue = background(systemClock, () => {});
  let done = false;
  queue.later(() => {
    done = true;
  }, 60_000);
  const idle = queue.idle();
  queue.close();
  await idle;
  expect(done).toBe(false);
});
