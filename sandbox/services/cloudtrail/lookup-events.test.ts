import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedCall } from '#sandbox/core/call-log.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { OpenCtx } from '#sandbox/core/service.ts';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { lookupEvents } from './lookup-events.ts';
import { recordCall } from './record-call.ts';
import { events } from './records.ts';

let ctx: Ctx;
let pass: (ms: number) => void;
const open: OpenCtx = ({ as: _, ...place }) => ctx.in(place);
const day = 86_400_000;

beforeEach(() => {
  ({ ctx, pass } = testContext('cloudtrail'));
});

function call(more: Partial<LoggedCall> = {}): void {
  recordCall(open, {
    id: 1,
    at: ctx.now(),
    requestId: 'r-1',
    via: 'wire',
    service: 'lambda',
    operation: 'CreateFunction',
    account: ctx.account,
    region: ctx.region,
    principal: `arn:aws:iam::${ctx.account}:user/hana`,
    accessKeyId: 'AKIA1',
    sourceIp: '127.0.0.1',
    userAgent: 'aws-cli',
    input: { FunctionName: 'translate-function' },
    outcome: 'ok',
    durationMs: 1,
    ...more,
  });
}

const names = async (input: object = {}) =>
  (await lookupEvents(input, ctx)).Events?.map(({ EventName }) => EventName);

describe('looking up events', () => {
  it('tells who made what, and when', async () => {
    call();
    const { Events } = await lookupEvents({}, ctx);
    expect(Events).toEqual([
      {
        EventId: expect.any(String),
        EventName: 'CreateFunction20150331',
        ReadOnly: 'false',
        AccessKeyId: 'AKIA1',
        EventTime: new Date(ctx.now()),
        EventSource: 'lambda.amazonaws.com',
        Username: 'hana',
        Resources: [{ ResourceType: 'AWS::Lambda::Function', ResourceName: 'translate-function' }],
        CloudTrailEvent: expect.any(String),
      },
    ]);
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '')).toMatchObject({
      userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::000000000001:user/hana' },
      eventName: 'CreateFunction20150331',
      awsRegion: 'ap-northeast-1',
      requestParameters: { FunctionName: 'translate-function' },
      requestID: 'r-1',
    });
  });

  it.each([
    ['lambda', 'GetFunction'],
    ['lambda', 'Invoke'],
    ['dynamodb', 'PutItem'],
    ['dynamodb', 'Scan'],
    ['logs', 'PutLogEvents'],
    ['sqs', 'SendMessage'],
    ['sqs', 'DeleteMessageBatch'],
    ['translate', 'TranslateText'],
    ['sts', 'AssumeRole'],
  ] as const)('has no %s:%s: it reads, or works on data', async (service, operation) => {
    call({ service, operation });
    expect(await names()).toEqual([]);
  });

  it.each([
    ['lambda', 'UpdateFunctionCode', 'UpdateFunctionCode20150331v2'],
    ['lambda', 'PutFunctionConcurrency', 'PutFunctionConcurrency20171031'],
    ['dynamodb', 'CreateTable', 'CreateTable'],
    ['dynamodb', 'UpdateTimeToLive', 'UpdateTimeToLive'],
    ['sqs', 'DeleteQueue', 'DeleteQueue'],
    ['logs', 'CreateLogGroup', 'CreateLogGroup'],
  ] as const)('has %s:%s as %3$s', async (service, operation, name) => {
    call({ service, operation });
    expect(await names()).toEqual([name]);
  });

  it('keeps calls that failed, with their error', async () => {
    call({ outcome: 'error', errorCode: 'AccessDeniedException', errorMessage: 'no' });
    const { Events } = await lookupEvents({}, ctx);
    expect(JSON.parse(Events?.[0]?.CloudTrailEvent ?? '')).toMatchObject({
      errorCode: 'AccessDeniedException',
    });
  });

  it('keeps what is global in us-east-1', async () => {
    call({ service: 'iam', operation: 'CreateRole', input: { RoleName: 'r' } });
    expect(await names()).toEqual([]);
    const { Events } = await lookupEvents({}, ctx.in({ region: 'us-east-1' }));
    expect(Events).toMatchObject([{ EventName: 'CreateRole', Resources: [{ ResourceName: 'r' }] }]);
  });

  it('finds by one attribute', async () => {
    call();
    call({ service: 'dynamodb', operation: 'CreateTable', input: { TableName: 't' }, accessKeyId: 'AKIA2' });
    const by = (AttributeKey: string, AttributeValue: string) =>
      names({ LookupAttributes: [{ AttributeKey, AttributeValue }] });
    expect(await by('ResourceName', 't')).toEqual(['CreateTable']);
    expect(await by('ResourceType', 'AWS::Lambda::Function')).toEqual(['CreateFunction20150331']);
    expect(await by('EventSource', 'dynamodb.amazonaws.com')).toEqual(['CreateTable']);
    expect(await by('AccessKeyId', 'AKIA2')).toEqual(['CreateTable']);
    expect(await by('ReadOnly', 'true')).toEqual([]);
    expect(() =>
      lookupEvents(
        { LookupAttributes: [1, 2].map(() => ({ AttributeKey: 'EventId', AttributeValue: 'x' })) },
        ctx,
      ),
    ).toThrow('one lookup attribute');
  });

  it('comes newest first, page by page, within a time', async () => {
    const start = ctx.now();
    for (let i = 0; i < 250; i += 1) {
      call({ operation: i % 2 ? 'CreateAlias' : 'CreateFunction', input: { FunctionName: `f${i}` } });
      pass(1);
    }
    const seen: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await lookupEvents({ ...(NextToken ? { NextToken } : {}) }, ctx);
      seen.push(...(page.Events ?? []).map(({ Resources }) => Resources?.[0]?.ResourceName ?? ''));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(seen).toEqual(Array.from({ length: 250 }, (_, i) => `f${249 - i}`));

    const within = { StartTime: new Date(start + 10), EndTime: new Date(start + 12) };
    expect(await names(within)).toHaveLength(3);
    const { NextToken: token } = await lookupEvents({ MaxResults: 1 }, ctx);
    expect(() => lookupEvents({ ...within, NextToken: token }, ctx)).toThrow('Invalid token');
    expect(() => lookupEvents({ StartTime: within.EndTime, EndTime: within.StartTime }, ctx)).toThrow(
      'Start time',
    );
    expect(() => lookupEvents({ MaxResults: 51 }, ctx)).toThrow('between 1 and 50');
  });

  it('forgets after 90 days', async () => {
    call();
    pass(91 * day);
    expect(await names()).toEqual([]);
    call({ operation: 'CreateAlias' });
    expect(events(ctx).count()).toBe(1);
  });
});
