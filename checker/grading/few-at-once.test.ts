import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fewAtOnce } from './few-at-once.ts';

test('every item is worked on once, never more than so many at a time', async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  const work = async (item: number) => {
    most = Math.max(most, ++running);
    await pause(item % 7);
    running--;
    return item * 2;
  };
  for await (const [item, answer] of fewAtOnce([...Array(50).keys()], work, { concurrency: 4 })) {
    expect(answer).toBe(item * 2);
    done.push(item);
  }
  expect(done.toSorted((a, b) => a - b)).toEqual([...Array(50).keys()]);
  expect(most).toBe(4);
});

test('what was begun is ended after a stop, and nothing more is begun', async () => {
  const stop = new AbortController();
  let begun = 0;
  const work = async () => {
    begun++;
    await pause(1);
  };
  let seen = 0;
  for await (const _ of fewAtOnce([1, 2, 3, 4, 5, 6], work, { concurrency: 2, signal: stop.signal })) {
    if (++seen === 1) stop.abort();
  }
  expect([begun, seen]).toEqual([2, 2]);
});
