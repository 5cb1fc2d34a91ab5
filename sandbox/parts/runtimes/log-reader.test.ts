import { expect, it } from 'vitest';
import { logReader } from './log-reader.ts';

it('makes one event of each printed line', () => {
  expect(read(['one\ntwo\n'])).toEqual(['one\n', 'two\n']);
});

it('makes one event of a frame, whatever lines it has', () => {
  expect(read(['before\n\x1em:7\na\nb\nc\nd', 'after\n'])).toEqual(['before\n', 'a\nb\nc\nd', 'after\n']);
});

it('keeps a line that was begun before a frame in its place', () => {
  expect(read(['begun\x1em:1\nXrest\n'])).toEqual(['begun', 'X', 'rest\n']);
});

it.each([1, 2, 3, 5])('reads the same in pieces of %i bytes, within characters too', (size) => {
  const whole = Buffer.from('こんにちは\n\x1em:15\nさようならend\n\x1em!\nlast');
  const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
    whole.subarray(i * size, (i + 1) * size),
  );
  expect(read(pieces)).toEqual(['こんにちは\n', 'さようなら', 'end\n', '<end>', 'last']);
});

it('takes a mark of another environment for text', () => {
  expect(read(['\x1eother!\n'])).toEqual(['\x1eother!\n']);
});

it('cuts a line that is longer than an event may be', () => {
  const events = read([`${'x'.repeat(600_000)}\n`]);
  expect(events.map((event) => event.length)).toEqual([262_118, 262_118, 75_765]);
});

function read(chunks: (string | Buffer)[]): string[] {
  const events: string[] = [];
  const reader = logReader(
    'm',
    (message) => events.push(message),
    () => events.push('<end>'),
  );
  for (const chunk of chunks) reader.feed(Buffer.from(chunk));
  reader.finish();
  return events;
}
