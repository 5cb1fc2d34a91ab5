import type {
  Event,
  LookupAttribute,
  LookupEventsCommandInput,
  LookupEventsCommandOutput,
} from '@aws-sdk/client-cloudtrail';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { type EventRecord, events, keptMs, timeKey } from './records.ts';

/** Newest first, 90 days back. Of AWS's event history the sandbox keeps the management events that write. */
export const lookupEvents: Operation<LookupEventsCommandInput, LookupEventsCommandOutput> = (input, ctx) => {
  const { MaxResults = 50, LookupAttributes = [] } = input;
  refuse(input);
  // Nothing here computes insights, so there are none.
  if (input.EventCategory === 'insight') return { Events: [] };

  const from = Math.max(input.StartTime?.getTime() ?? 0, ctx.now() - keptMs);
  const question = `${JSON.stringify(LookupAttributes)} ${input.StartTime?.getTime()} ${input.EndTime?.getTime()}`;
  const until = input.EndTime ? timeKey(input.EndTime.getTime() + 1) : undefined;
  const after = positionIn(question, input.NextToken) ?? until;
  const found = take(ctx, from, after, MaxResults + 1, (record) =>
    LookupAttributes.every((attribute) => has(record, attribute)),
  );
  const page = found.slice(0, MaxResults);
  const last = page.at(-1)?.[0];
  return {
    Events: page.map(([, record]) => described(ctx, record)),
    ...(found.length > MaxResults && last !== undefined ? { NextToken: tokenFor(question, last) } : {}),
  };
};

function refuse({ MaxResults = 50, LookupAttributes = [], StartTime, EndTime }: LookupEventsCommandInput) {
  if (MaxResults < 1 || MaxResults > 50) {
    throw new AwsError(
      'InvalidMaxResultsException',
      `A max results value of ${MaxResults} is invalid. Specify max results between 1 and 50.`,
    );
  }
  if (LookupAttributes.length > 1) {
    throw new AwsError(
      'InvalidLookupAttributesException',
      'You can only use one lookup attribute per request.',
    );
  }
  if (LookupAttributes.some(({ AttributeKey }) => !Object.hasOwn(attributes, AttributeKey ?? ''))) {
    throw new AwsError('InvalidLookupAttributesException', 'The lookup attribute key is not valid.');
  }
  if (StartTime && EndTime && StartTime > EndTime) {
    throw new AwsError(
      'InvalidTimeRangeException',
      'Start time must occur before or at the same time as the end time.',
    );
  }
}

const attributes: Record<NonNullable<LookupAttribute['AttributeKey']>, (record: EventRecord) => string[]> = {
  EventId: ({ id }) => [id],
  EventName: ({ name }) => [name],
  ReadOnly: () => ['false'],
  Username: ({ userName }) => [userName],
  ResourceType: ({ resources }) => resources.map(({ type }) => type),
  ResourceName: ({ resources }) => resources.map(({ name }) => name),
  EventSource: ({ source }) => [source],
  AccessKeyId: ({ accessKeyId }) => (accessKeyId === undefined ? [] : [accessKeyId]),
};

function has(record: EventRecord, { AttributeKey, AttributeValue = '' }: LookupAttribute): boolean {
  return AttributeKey !== undefined && attributes[AttributeKey](record).includes(AttributeValue);
}

type Entry = readonly [string, EventRecord];

/** Reads back in chunks until a page is full or the time is over. */
function take(
  ctx: Ctx,
  from: number,
  after: string | undefined,
  count: number,
  wanted: (record: EventRecord) => boolean,
): Entry[] {
  const found: Entry[] = [];
  let position = after;
  for (;;) {
    const chunk = events(ctx).list({
      reverse: true,
      limit: 100,
      ...(position === undefined ? {} : { after: position }),
    });
    for (const entry of chunk) {
      if (entry[1].at < from || found.length >= count) return found;
      if (wanted(entry[1])) found.push(entry);
    }
    position = chunk.at(-1)?.[0];
    if (chunk.length < 100) return found;
  }
}

function described({ account, region }: Ctx, record: EventRecord): Event {
  const type = record.principal.includes(':assumed-role/')
    ? 'AssumedRole'
    : record.principal.includes(':user/')
      ? 'IAMUser'
      : 'Root';
  return {
    EventId: record.id,
    EventName: record.name,
    ReadOnly: 'false',
    EventTime: new Date(record.at),
    EventSource: record.source,
    Username: record.userName,
    Resources: record.resources.map((one) => ({ ResourceType: one.type, ResourceName: one.name })),
    ...(record.accessKeyId === undefined ? {} : { AccessKeyId: record.accessKeyId }),
    CloudTrailEvent: JSON.stringify({
      eventVersion: '1.11',
      userIdentity: {
        type,
        arn: record.principal,
        accountId: account,
        ...(record.accessKeyId === undefined ? {} : { accessKeyId: record.accessKeyId }),
      },
      eventTime: new Date(record.at).toISOString().replace(/\.\d+Z$/, 'Z'),
      eventSource: record.source,
      eventName: record.name,
      awsRegion: region,
      sourceIPAddress: record.sourceIp,
      userAgent: record.userAgent,
      ...(record.errorCode === undefined ? {} : { errorCode: record.errorCode }),
      ...(record.errorMessage === undefined ? {} : { errorMessage: record.errorMessage }),
      requestParameters: record.parameters,
      responseElements: null,
      requestID: record.requestId,
      eventID: record.id,
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: account,
      eventCategory: 'Management',
    }),
  };
}

function tokenFor(question: string, position: string): string {
  return `${position} ${checksum(question)}`;
}

function positionIn(question: string, token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const [position, sum] = token.split(' ');
  if (position === undefined || sum !== checksum(question)) {
    throw new AwsError(
      'InvalidNextTokenException',
      'Invalid token. The token does not belong to this request.',
    );
  }
  return position;
}

/** Enough to notice a token that belongs to another question. */
function checksum(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}
