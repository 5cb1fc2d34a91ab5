import { expect, test } from 'vitest';
import type { FunctionFacts } from './function.ts';
import type { Look } from './lab.ts';
import { readRuns } from './run-log.ts';

const id = (last: number) => `00000000-0000-0000-0000-00000000000${last}`;

/** A log as CloudWatch gives it, in pages, of which one may be empty. */
function logOf(...pages: Array<Array<[stream: string, message: string]>>) {
  const aws = {
    logs: {
      filterLogEvents: async ({ nextToken = '0' }: { nextToken?: string }) => ({
        events: pages[Number(nextToken)]?.map(([logStreamName, message]) => ({
          logStreamName,
          message,
          timestamp: 1,
        })),
        ...(Number(nextToken) + 1 < pages.length ? { nextToken: String(Number(nextToken) + 1) } : {}),
      }),
    },
  };
  return { aws, names: { logGroup: 'group' } } as unknown as Look;
}

const fn = {} as FunctionFacts;

test('lines belong to the run that began last in their stream, over pages and an empty page', async () => {
  const runs = await readRuns(
    fn,
    logOf(
      [
        ['a', `START RequestId: ${id(1)} Version: $LATEST`],
        ['b', `START RequestId: ${id(2)} Version: $LATEST`],
        ['a', 'warm: 1'],
      ],
      [],
      [
        ['b', 'warm: 7'],
        ['a', `START RequestId: ${id(3)} Version: $LATEST`],
        ['a', 'warm: 2'],
      ],
    ),
  );
  expect(runs.map(({ requestId, stream, lines }) => [requestId, stream, lines])).toEqual([
    [id(1), 'a', ['warm: 1']],
    [id(3), 'a', ['warm: 2']],
    [id(2), 'b', ['warm: 7']],
  ]);
});

test.each([
  ["[ERROR] KeyError: 'input_text'\nTraceback (most recent call last):", true, []],
  ['2026-11-20T09:00:00.000Z\tid\tERROR\tInvoke Error \t{}', true, []],
  [`2026-11-20T09:00:00.000Z ${id(1)} Task timed out after 3.00 seconds`, true, []],
  [
    '[ERROR]\t2026-11-20T09:00:00.000Z\tid\tno text',
    false,
    ['[ERROR]\t2026-11-20T09:00:00.000Z\tid\tno text'],
  ],
  ['2026-11-20T09:00:00.000Z\tid\tERROR\tno text', false, ['2026-11-20T09:00:00.000Z\tid\tERROR\tno text']],
])('%j: failed %s', async (message, failed, lines) => {
  const [run] = await readRuns(
    fn,
    logOf([
      ['a', `START RequestId: ${id(1)} Version: $LATEST`],
      ['a', message],
    ]),
  );
  expect(run).toMatchObject({ failed, lines });
});
