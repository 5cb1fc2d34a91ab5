import { type FunctionFacts, logGroupOf } from './function.ts';
import type { Look } from './lab.ts';
import { orAbsent } from './or-absent.ts';

export interface LogLine {
  at: number;
  message: string;
}

/** Lines of the function's log that match, newest pages last; `undefined` where the group does not exist yet. */
export async function readLog(
  fn: FunctionFacts,
  filterPattern: string,
  look: Pick<Look, 'aws' | 'names'>,
  { since = 0, most = 200 }: { since?: number; most?: number } = {},
): Promise<LogLine[] | undefined> {
  const lines: LogLine[] = [];
  let nextToken: string | undefined;
  do {
    const page = await orAbsent(
      look.aws.logs.filterLogEvents({
        logGroupName: logGroupOf(fn, look),
        filterPattern,
        startTime: since,
        ...(nextToken ? { nextToken } : {}),
      }),
    );
    if (!page) return undefined;
    lines.push(...(page.events ?? []).map(({ timestamp = 0, message = '' }) => ({ at: timestamp, message })));
    // A page may be empty and still have a next one.
    nextToken = page.nextToken;
  } while (nextToken && lines.length < most);
  return lines;
}

/** Request ids of the runs in the log, whichever format it is written in. */
export function runsIn(lines: readonly LogLine[]): { requestId: string; at: number }[] {
  return lines.flatMap(({ at, message }) => {
    const requestId =
      /START RequestId: (\S+)/.exec(message)?.[1] ??
      /"requestId":"([^"]+)".*platform\.start|platform\.start.*"requestId":"([^"]+)"/
        .exec(message)
        ?.slice(1)
        .find(Boolean);
    return requestId ? [{ requestId, at }] : [];
  });
}

/** The filter that finds the beginning of runs. */
export const startOfRuns = (fn: FunctionFacts): string =>
  fn.LoggingConfig?.LogFormat === 'JSON' ? '{ $.type = "platform.start" }' : '"START RequestId"';

const platform =
  /^(START|END|REPORT) RequestId|^(INIT_START|INIT_REPORT|RESTORE_START|RESTORE_REPORT|EXTENSION|TELEMETRY|LAMBDA_WARNING|XRAY)|"type":"platform\.|Task timed out|^\[ERROR\]|Runtime exited|^Traceback/;

/** Lines that the learner's own code wrote: `print`, `logging` and `console.log` alike. */
export function ownLines(lines: readonly LogLine[]): LogLine[] {
  return lines.filter(({ message }) => !platform.test(message) && message.trim() !== '');
}
