import { type FunctionFacts, logGroupOf } from './function.ts';
import { ownLines, runsIn } from './function-log.ts';
import type { Look } from './lab.ts';
import { orAbsent } from './or-absent.ts';

/** One run with what its code wrote, and the stream it is in: a stream is one execution environment. */
export interface LoggedRun {
  requestId: string;
  at: number;
  stream: string;
  lines: readonly string[];
  /** It ended with an error that the code did not catch. */
  failed: boolean;
}

const failure =
  /^\[ERROR\] |\tERROR\t(Invoke Error|Uncaught Exception)|Task timed out|Status: (error|timeout)|^Runtime exited|"status":"(error|failure|timeout)"/;

/** Runs from the log: of the code as it is deployed now, or since another moment. */
export async function readRuns(
  fn: FunctionFacts,
  look: Pick<Look, 'aws' | 'names'>,
  { most = 5000, since = Date.parse(fn.LastModified ?? '') || 0 }: { most?: number; since?: number } = {},
): Promise<LoggedRun[]> {
  const streams = new Map<string, LoggedRun[]>();
  let nextToken: string | undefined;
  let read = 0;
  do {
    const page = await orAbsent(
      look.aws.logs.filterLogEvents({
        logGroupName: logGroupOf(fn, look),
        startTime: since,
        ...(nextToken ? { nextToken } : {}),
      }),
    );
    for (const { logStreamName = '', timestamp = 0, message = '' } of page?.events ?? []) {
      const runs = streams.get(logStreamName) ?? [];
      streams.set(logStreamName, withLine(runs, { at: timestamp, message, stream: logStreamName }));
      read++;
    }
    nextToken = page?.nextToken;
  } while (nextToken && read < most);
  return [...streams.values()].flat();
}

/** In one stream one run follows the other, so a line belongs to the last that began. */
function withLine(
  runs: readonly LoggedRun[],
  { at, message, stream }: { at: number; message: string; stream: string },
): LoggedRun[] {
  const [begun] = runsIn([{ at, message }]);
  if (begun) return [...runs, { ...begun, stream, lines: [], failed: false }];
  const last = runs.at(-1);
  if (!last) return [...runs];
  const lines = [...last.lines, ...ownLines([{ at, message }]).map((line) => line.message)];
  return [...runs.slice(0, -1), { ...last, lines, failed: last.failed || failure.test(message) }];
}
