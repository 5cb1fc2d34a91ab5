import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { invalid } from './rules.ts';

export function groupArn({ region, account }: Ctx, group: string): string {
  return `arn:aws:logs:${region}:${account}:log-group:${group}`;
}

export function streamArn(ctx: Ctx, group: string, stream: string): string {
  return `${groupArn(ctx, group)}:log-stream:${stream}`;
}

/** Newer operations take a group by name or by ARN, but not by both. */
export function groupAskedFor(input: {
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
}): string {
  const { logGroupName, logGroupIdentifier } = input;
  if (logGroupName !== undefined && logGroupIdentifier !== undefined) {
    throw new AwsError(invalid, 'LogGroup name and LogGroup ARN are mutually exclusive parameters.');
  }
  const asked = logGroupName ?? logGroupIdentifier;
  if (asked === undefined) {
    throw new AwsError(invalid, 'Either a LogGroup name or a LogGroup ARN is required.');
  }
  return nameIn(asked);
}

/** `arn:aws:logs:REGION:ACCOUNT:log-group:NAME`, with or without `:*` behind it, or the name itself. */
export function nameIn(identifier: string): string {
  return /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(identifier)?.[1] ?? identifier;
}
