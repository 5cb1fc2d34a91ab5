import { failedWith } from './diagnose.ts';
import { texts } from './function.texts.ts';
import { type FunctionFacts, logGroupOf, roleNameOf } from './function.ts';
import type { Look } from './lab.ts';
import { orAbsent } from './or-absent.ts';
import { absent, pass, type Result } from './result.ts';
import { says } from './text.ts';

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

/**
 * Whether somebody ran the code as it is deployed now, without an error: the evidence where nothing may be called, and
 * of the learner's own test. Our own calls do not count.
 */
export async function runsSinceDeploy(fn: FunctionFacts, look: Look): Promise<Result> {
  const since = Date.parse(fn.LastModified ?? '') || 0;
  const [starts, errors] = await Promise.all([
    readLog(fn, startOfRuns(fn), look, { since }),
    readLog(fn, '?"[ERROR]" ?"Task timed out" ?"Status: error" ?"Status: timeout" ?"Invoke Error"', look, {
      since,
    }),
  ]);
  const own = ({ requestId, at }: { requestId: string; at: number }) =>
    !look.known.isOurCall(requestId) && !look.known.isOurTime(at);
  const runs = runsIn(starts ?? []).filter(own);
  const failed = runs.filter(({ requestId }) =>
    (errors ?? []).some(({ message }) => message.includes(requestId)),
  );
  const evidence = {
    call: 'logs:FilterLogEvents',
    field: 'runs without error',
    expected: 1,
    found: runs.length - failed.length,
  };
  if (runs.length > failed.length) return pass(evidence);
  const error = errors?.at(-1)?.message;
  if (failed.length > 0 && error !== undefined) {
    const call = { error, fn: look.names.fn, role: roleNameOf(fn) };
    return failedWith(call, { call: 'logs:FilterLogEvents', field: 'error' }, evidence);
  }
  return absent(says(texts.notRun), says(texts.notRunNext), evidence);
}

const platform =
  /^(START|END|REPORT) RequestId|^(INIT_START|INIT_REPORT|RESTORE_START|RESTORE_REPORT|EXTENSION|TELEMETRY|LAMBDA_WARNING|XRAY)|"type":"platform\.|Task timed out|^\[ERROR\](?!\t)|\tERROR\t(Invoke Error|Uncaught Exception|Unhandled Promise Rejection)|Runtime exited|^Traceback/;

/** Lines that the learner's own code wrote: `print`, `logging` and `console.log` alike. */
export function ownLines(lines: readonly LogLine[]): LogLine[] {
  return lines.filter(({ message }) => !platform.test(message) && message.trim() !== '');
}
