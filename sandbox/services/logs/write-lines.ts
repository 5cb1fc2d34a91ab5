import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { storedSize } from './records.ts';
import { day, mostBatchBytes, mostEventBytes } from './rules.ts';

export interface Lines {
  group: string;
  stream: string;
  /** In any order of time. */
  lines: ReadonlyArray<{ at: number; message: string }>;
  /** Whose permissions decide: the function's role, or the role that API Gateway logs with. */
  as: Principal;
}

/**
 * Writes as a service does it for a learner: with a role's rights, making the group and the stream where they are
 * missing. Returns what was denied, if anything; a role that may not log loses its lines in silence, as on AWS.
 */
export async function writeLines(
  ctx: Ctx,
  { group, stream, lines, as }: Lines,
): Promise<{ denied?: string }> {
  const place = { logGroupName: group, logStreamName: stream };
  try {
    for (const logEvents of batches(lines)) await put(ctx, { ...place, logEvents }, as);
    return {};
  } catch (error) {
    if (error instanceof AwsError && /AccessDenied/.test(error.code)) return { denied: error.message };
    throw error;
  }
}

type Event = { timestamp: number; message: string };

async function put(
  ctx: Ctx,
  input: { logGroupName: string; logStreamName: string; logEvents: Event[] },
  as: Principal,
): Promise<void> {
  const { logGroupName, logStreamName } = input;
  try {
    await ctx.call('logs', 'PutLogEvents', input, { as });
  } catch (error) {
    if (!isCode(error, 'ResourceNotFoundException')) throw error;
    await makeStream(ctx, logGroupName, logStreamName, as);
    await ctx.call('logs', 'PutLogEvents', input, { as });
  }
}

async function makeStream(ctx: Ctx, logGroupName: string, logStreamName: string, as: Principal) {
  const create = () =>
    unlessThere(ctx.call('logs', 'CreateLogStream', { logGroupName, logStreamName }, { as }));
  try {
    await create();
  } catch (error) {
    if (!isCode(error, 'ResourceNotFoundException')) throw error;
    await unlessThere(ctx.call('logs', 'CreateLogGroup', { logGroupName }, { as }));
    await create();
  }
}

/** Two invocations may make the same stream at once. */
async function unlessThere(made: Promise<unknown>): Promise<void> {
  await made.catch((error: unknown) => {
    if (!isCode(error, 'ResourceAlreadyExistsException')) throw error;
  });
}

function batches(lines: Lines['lines']): Event[][] {
  const all: Event[][] = [];
  let bytes = 0;
  for (const { at, message } of [...lines].sort((a, b) => a.at - b.at)) {
    const event = { timestamp: Math.floor(at), message: fitting(message) };
    const size = storedSize(event);
    const batch = all.at(-1);
    bytes += size;
    if (batch && bytes <= mostBatchBytes && batch.length < 10_000 && at - (batch[0]?.timestamp ?? at) < day) {
      batch.push(event);
    } else {
      all.push([event]);
      bytes = size;
    }
  }
  return all;
}

/** An empty line is no event for CloudWatch Logs, but a learner who printed one sees one. */
function fitting(message: string): string {
  if (message === '') return '\n';
  if (message.length * 3 < mostEventBytes) return message;
  return message.slice(0, Math.floor(mostEventBytes / 3) - 100);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof AwsError && error.code === code;
}
