import type { Constraint, Constraints } from '#sandbox/core/constraints.ts';

/** Lengths, patterns and values from botocore 1.43's model of CloudWatch Logs (logs/2014-03-28). */
const groupName: Constraint = {
  minLength: 1,
  maxLength: 512,
  pattern: /^[.\-_/#A-Za-z0-9]*$/,
  patternText: String.raw`[\.\-_/#A-Za-z0-9]+`,
};
const identifier: Constraint = { minLength: 1, maxLength: 2048, pattern: /^[\w#+=/:,.@-]*$/ };
const streamName: Constraint = { minLength: 1, maxLength: 512, pattern: /^[^:*]*$/ };
const tags: Constraint = { minLength: 1, maxLength: 50 };
const limit50: Constraint = { min: 1, max: 50 };
const limit10000: Constraint = { min: 1, max: 10_000 };
const time: Constraint = { min: 0 };
const required = true;

export const rules = {
  createGroup: {
    logGroupName: { ...groupName, required },
    tags,
    logGroupClass: { oneOf: ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY', 'ESSENTIALS'] },
  },
  group: { logGroupName: { ...groupName, required } },
  stream: { logGroupName: { ...groupName, required }, logStreamName: { ...streamName, required } },
  describeGroups: {
    logGroupNamePrefix: groupName,
    logGroupNamePattern: { maxLength: 512, pattern: /^[.\-_/#A-Za-z0-9]*$/ },
    limit: limit50,
    logGroupIdentifiers: { minLength: 1, maxLength: 50 },
  },
  describeStreams: {
    logGroupName: groupName,
    logGroupIdentifier: identifier,
    logStreamNamePrefix: streamName,
    orderBy: { oneOf: ['LogStreamName', 'LastEventTime'] },
    limit: limit50,
  },
  putEvents: {
    logGroupName: { ...groupName, required },
    logStreamName: { ...streamName, required },
    logEvents: { required, minLength: 1, maxLength: 10_000 },
    'logEvents.member.message': { required, minLength: 1 },
    'logEvents.member.timestamp': { required, min: 0 },
  },
  getEvents: {
    logGroupName: groupName,
    logGroupIdentifier: identifier,
    logStreamName: { ...streamName, required },
    startTime: time,
    endTime: time,
    limit: limit10000,
  },
  filterEvents: {
    logGroupName: groupName,
    logGroupIdentifier: identifier,
    logStreamNames: { minLength: 1, maxLength: 100 },
    logStreamNamePrefix: streamName,
    filterPattern: { maxLength: 1024 },
    startTime: time,
    endTime: time,
    limit: limit10000,
  },
  protection: { logGroupIdentifier: { ...identifier, required }, deletionProtectionEnabled: { required } },
  retention: { logGroupName: { ...groupName, required }, retentionInDays: { required } },
  tag: { resourceArn: { required, minLength: 1, maxLength: 1011 }, tags: { ...tags, required } },
  untag: { resourceArn: { required, minLength: 1, maxLength: 1011 }, tagKeys: { required, maxLength: 50 } },
  listTags: { resourceArn: { required, minLength: 1, maxLength: 1011 } },
  tagGroup: { logGroupName: { ...groupName, required }, tags: { ...tags, required } },
  untagGroup: { logGroupName: { ...groupName, required }, tags: { required, minLength: 1 } },
} satisfies Record<string, Constraints>;

/** CloudWatch Logs answers these with a code of its own. */
export const invalid = 'InvalidParameterException';

export const retentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const mostTags = 50;
export const mostBatchBytes = 1_048_576;
export const mostEventBytes = 1_048_576;
export const mostAnswerBytes = 1_048_576;
export const hour = 3_600_000;
export const day = 24 * hour;
