import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { describeLogGroups } from './describe-groups.ts';
import { describeLogStreams } from './describe-streams.ts';
import { filterLogEvents } from './filter-events.ts';
import { getLogEvents } from './get-events.ts';
import { createLogGroup } from './groups.ts';
import { putLogEvents } from './put-events.ts';
import { putRetentionPolicy } from './retention.ts';
import { day, hour } from './rules.ts';
import { createLogStream, deleteLogStream } from './streams.ts';
import { writeLines } from './write-lines.ts';

let ctx: Ctx;
let pass: (ms: number) => void;
let now: number;
const group = { logGroupName: 'g' };
const a = { ...group, logStreamName: '2026/11/20/[$LATEST]a' };
const b = { ...group, logStreamName: 'b' };

beforeEach(() => {
  ({ ctx, pass } = testContext('logs'));
  now = ctx.now();
  createLogGroup(group, ctx);
  createLogStream(a, ctx);
  createLogStream(b, ctx);
});

const put = (stream: typeof a, ...events: Array<[number, string]>) =>
  putLogEvents({ ...stream, logEvents: events.map(([timestamp, message]) => ({ timestamp, message })) }, ctx);

const filtered = async (input: Parameters<typeof filterLogEvents>[0] = {}) => {
  const messages: unknown[] = [];
  const pages: number[] = [];
  let nextToken: string | undefined;
  do {
    const page = await filterLogEvents(
      { ...group, ...input, ...(nextToken === undefined ? {} : { nextToken }) },
      ctx,
    );
    messages.push(...(page.events ?? []).map(({ message }) => message));
    pages.push(page.events?.length ?? 0);
    nextToken = page.nextToken;
  } while (nextToken);
  return { messages, pages };
};

describe('putting events', () => {
  it('refuses a batch that is out of order, too large or too long', () => {
    expect(() => put(a, [now, '1'], [now - 1, '2'])).toThrow(
      expect.objectContaining({
        code: 'InvalidParameterException',
        message: 'Log events in a single PutLogEvents request must be in chronological order.',
      }),
    );
    expect(() => put(a, [now - day - 1, '1'], [now, '2'])).toThrow('cannot span more than 24 hours');
    expect(() => put(a, [now, 'x'.repeat(600_000)], [now, 'x'.repeat(600_000)])).toThrow(
      'Upload too large: 1200052 bytes exceeds limit of 1048576',
    );
    expect(() => put(a, [now, ''])).toThrow("Value '' at 'logEvents.1.member.message'");
    expect(() => put(a)).toThrow("Value '[]' at 'logEvents' failed to satisfy constraint");
  });

  it('names the missing group or stream', () => {
    expect(() => put({ logGroupName: 'no', logStreamName: 'b' }, [now, 'x'])).toThrow(
      'The specified log group does not exist.',
    );
    expect(() => put({ ...group, logStreamName: 'no' }, [now, 'x'])).toThrow(
      'The specified log stream does not exist.',
    );
  });

  it('leaves out what is too old or too new and says from where to where', async () => {
    expect(await put(a, [now - 15 * day, 'old'])).toMatchObject({
      rejectedLogEventsInfo: { tooOldLogEventEndIndex: 1 },
    });
    expect(await put(a, [now, 'kept'], [now + 3 * hour, 'new'])).toMatchObject({
      rejectedLogEventsInfo: { tooNewLogEventStartIndex: 1 },
    });
    expect((await filtered()).messages).toEqual(['kept']);
  });

  it('is one write an event and two besides', () => {
    const before = ctx.parts.store.count('');
    put(a, [now, '1'], [now, '2'], [now, '3']);
    expect(ctx.parts.store.count('') - before).toBeLessThanOrEqual(5);
  });
});

describe('streams', () => {
  it('tell when their first and last events were', async () => {
    put(a, [now - 10, '1'], [now, '2']);
    pass(5);
    put(a, [now - 20, 'late']);
    const { logStreams } = await describeLogStreams({ ...group, logStreamNamePrefix: '2026' }, ctx);
    expect(logStreams).toEqual([
      {
        logStreamName: a.logStreamName,
        arn: `arn:aws:logs:ap-northeast-1:000000000001:log-group:g:log-stream:${a.logStreamName}`,
        creationTime: now,
        storedBytes: 0,
        firstEventTimestamp: now - 20,
        lastEventTimestamp: now,
        lastIngestionTime: now + 5,
      },
    ]);
  });

  it('come in either order, page by page', async () => {
    createLogStream({ ...group, logStreamName: 'ログ' }, ctx);
    put(b, [now - 5, 'x']);
    put(a, [now, 'x']);
    const names = async (input: object) =>
      (await describeLogStreams({ ...group, ...input }, ctx)).logStreams?.map((one) => one.logStreamName);
    expect(await names({})).toEqual([a.logStreamName, 'b', 'ログ']);
    expect(await names({ descending: true })).toEqual(['ログ', 'b', a.logStreamName]);
    expect(await names({ orderBy: 'LastEventTime', descending: true, limit: 1 })).toEqual([a.logStreamName]);
    const { nextToken } = await describeLogStreams({ ...group, limit: 2 }, ctx);
    expect(await names({ limit: 2, nextToken })).toEqual(['ログ']);
    expect(() =>
      describeLogStreams({ ...group, orderBy: 'LastEventTime', logStreamNamePrefix: 'a' }, ctx),
    ).toThrow('Cannot order by LastEventTime with a logStreamNamePrefix.');
  });

  it('take their events with them', async () => {
    put(a, [now, 'x']);
    put(b, [now, 'y']);
    deleteLogStream(a, ctx);
    expect((await filtered()).messages).toEqual(['y']);
    expect((await describeLogGroups({}, ctx)).logGroups?.[0]?.storedBytes).toBe(27);
    expect(() => getLogEvents(a, ctx)).toThrow('The specified log stream does not exist.');
  });
});

describe('reading a stream', () => {
  const messages = (page: Awaited<ReturnType<typeof getLogEvents>>) => page.events?.map((e) => e.message);

  it('starts at its end, or at its head when asked', async () => {
    put(a, [now, '1'], [now, '2'], [now + 1, '3']);
    expect(messages(await getLogEvents({ ...a, limit: 2 }, ctx))).toEqual(['2', '3']);
    expect(messages(await getLogEvents({ ...a, limit: 2, startFromHead: true }, ctx))).toEqual(['1', '2']);
  });

  it('goes on in both directions and ends where a token comes back unchanged', async () => {
    put(a, [now, '1'], [now, '2'], [now, '3']);
    const first = await getLogEvents({ ...a, limit: 2, startFromHead: true }, ctx);
    const second = await getLogEvents({ ...a, limit: 2, nextToken: first.nextForwardToken }, ctx);
    expect(messages(second)).toEqual(['3']);
    const third = await getLogEvents({ ...a, limit: 2, nextToken: second.nextForwardToken }, ctx);
    expect(messages(third)).toEqual([]);
    expect(third.nextForwardToken).toBe(second.nextForwardToken);
    const back = await getLogEvents({ ...a, limit: 2, nextToken: third.nextBackwardToken }, ctx);
    expect(messages(back)).toEqual(['2', '3']);
    const further = await getLogEvents({ ...a, nextToken: back.nextBackwardToken }, ctx);
    expect(messages(further)).toEqual(['1']);
    put(a, [now + 1, '4']);
    const news = await getLogEvents({ ...a, nextToken: third.nextForwardToken }, ctx);
    expect(messages(news)).toEqual(['4']);
    expect(first.nextForwardToken).toMatch(/^f\/\d{56}\/s$/);
    expect(() => getLogEvents({ ...a, nextToken: 'x' }, ctx)).toThrow('The specified nextToken is invalid.');
  });

  it('keeps to the times asked for: from the first, up to but not including the second', async () => {
    put(a, [now, '1'], [now + 1, '2'], [now + 2, '3']);
    expect(messages(await getLogEvents({ ...a, startTime: now + 1, endTime: now + 2 }, ctx))).toEqual(['2']);
  });
});

describe('filtering a group', () => {
  it('finds the events of all streams in the order of time', async () => {
    put(a, [now, 'a1'], [now + 2, 'a2']);
    put(b, [now + 1, 'b1'], [now + 2, 'b2']);
    expect((await filtered()).messages).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect((await filtered({ logStreamNames: ['b'] })).messages).toEqual(['b1', 'b2']);
    expect((await filtered({ logStreamNamePrefix: '2026/' })).messages).toEqual(['a1', 'a2']);
    expect((await filtered({ startTime: now + 1, endTime: now + 1 })).messages).toEqual(['b1']);
    expect((await filtered({ filterPattern: 'a2' })).messages).toEqual(['a2']);
    expect(() => filterLogEvents({ ...group, logStreamNames: ['no'] }, ctx)).toThrow('log stream does not');
  });

  it('loses and repeats nothing over pages, whatever their size', async () => {
    for (let i = 0; i < 10; i += 1) put(i % 2 ? a : b, [now + (i >> 2), `${i}a`], [now + (i >> 2), `${i}b`]);
    const all = (await filtered()).messages;
    expect(new Set(all).size).toBe(20);
    for (const limit of [1, 3, 7, 20]) expect((await filtered({ limit })).messages).toEqual(all);
  });

  it('may answer an empty page with a token, and still finds all', async () => {
    for (let i = 0; i < 3; i += 1) {
      put(a, ...Array.from({ length: 4000 }, (_, j) => [now, `line ${i} ${j}`] as [number, string]));
    }
    put(b, [now + 1, 'needle']);
    const found = await filtered({ filterPattern: 'needle' });
    expect(found).toEqual({ messages: ['needle'], pages: [0, 1] });
  });

  it('gives every event an id of its own', async () => {
    put(a, [now, '1'], [now, '2']);
    const ids = (await filterLogEvents(group, ctx)).events?.map(({ eventId }) => eventId);
    expect(new Set(ids).size).toBe(2);
    expect(ids?.[0]).toMatch(/^\d{56}$/);
  });
});

describe('retention', () => {
  it('takes away what has expired: at once when it is set, later as time goes', async () => {
    put(a, [now - 3 * day, 'old'], [now - 3 * day + 1, 'old too']);
    put(a, [now, 'new']);
    putRetentionPolicy({ ...group, retentionInDays: 1 }, ctx);
    expect((await filtered()).messages).toEqual(['new']);
    expect((await describeLogGroups({}, ctx)).logGroups?.[0]?.storedBytes).toBe(29);
    expect((await describeLogStreams(group, ctx)).logStreams?.[0]?.firstEventTimestamp).toBe(now);
    pass(2 * day);
    expect((await filtered()).messages).toEqual([]);
    expect((await describeLogStreams(group, ctx)).logStreams?.[0]).not.toHaveProperty('lastEventTimestamp');
    put(b, [ctx.now(), 'now']);
    expect((await describeLogGroups({}, ctx)).logGroups?.[0]?.storedBytes).toBe(29);
    expect(await put(a, [ctx.now() - 2 * day, 'expired'])).toMatchObject({
      rejectedLogEventsInfo: { expiredLogEventEndIndex: 1 },
    });
  });
});

describe('lines that a service writes', () => {
  it('make their group and stream', async () => {
    const lines = [
      { at: now + 1, message: 'END' },
      { at: now, message: 'START' },
      { at: now, message: '' },
    ];
    await writeLines(ctx, { group: '/aws/lambda/f', stream: 's', lines, as: ctx.caller });
    await writeLines(ctx, { group: '/aws/lambda/f', stream: 's', lines: [], as: ctx.caller });
    expect((await filtered({ logGroupName: '/aws/lambda/f' })).messages).toEqual(['START', '\n', 'END']);
  });
});
