import type { Ctx } from '#sandbox/core/context.ts';
import type { LogLine, RunResult } from '#sandbox/core/runtimes.ts';
import { utf8 } from './encoding.ts';
import { LIMITS } from './facts.ts';
import { layerContents } from './layer-uses.ts';
import { inFormat } from './log-format.ts';
import { writeLog } from './log-writing.ts';
import { count } from './metrics.ts';
import { type FunctionRef, functionArn } from './names.ts';
import { unpack } from './package.ts';
import { code, codeKey, type FunctionRecord } from './records.ts';
import { roleSession } from './role-session.ts';
import { runKey } from './run-key.ts';
import { HEX } from './trace.ts';

export interface FunctionEvent {
  /** As the caller named the function: the context's ARN has the qualifier that was asked for. */
  ref: FunctionRef;
  requestId: string;
  payload: Uint8Array;
  clientContext?: string;
  traceId: string;
}

export interface Outcome {
  payload: Uint8Array;
  functionError?: string;
  /** The last 4 KB of the log. */
  tail: Uint8Array;
  refused?: string;
}

/** One invocation from the credentials to the log; what the code did wrong is in the outcome, never thrown. */
export async function run(home: Ctx, record: FunctionRecord, event: FunctionEvent): Promise<Outcome> {
  const session = roleSession(home, record);
  const { runtimes } = home.parts;
  if (!runtimes) {
    const refused = `The sandbox was started without runtimes: ${record.name} is stored and cannot be invoked here.`;
    return { payload: new Uint8Array(), tail: new Uint8Array(), refused };
  }
  const group = record.logging.LogGroup ?? `/aws/lambda/${record.name}`;
  const result = await runtimes.invoke({
    key: runKey(home, record),
    requestId: event.requestId,
    functionArn: functionArn(event.ref),
    functionName: record.name,
    functionVersion: record.version,
    runtime: record.runtime,
    handler: record.handler,
    memoryMb: record.memory,
    timeoutMs: record.timeout * 1000,
    code: () => unpack(home, code(home).get(codeKey(record.name, record.version)) ?? new Uint8Array()),
    layers: () => layerContents(home, record),
    environment: { ...record.environment, ...loggingVariables(record) },
    credentials: session,
    region: home.region,
    logGroupName: group,
    logStreamName: streamName(home, record),
    payload: event.payload,
    ...(event.clientContext === undefined ? {} : { clientContext: event.clientContext }),
    traceId: event.traceId,
  });
  const lines = {
    init: inFormat(record, event.requestId, result.initLog),
    own: inFormat(record, event.requestId, result.log),
  };
  await writeLog(home, {
    group,
    stream: result.logStreamName,
    lines: [...lines.init, ...lines.own],
    as: session.principal,
  });
  if (result.refused !== undefined) {
    return { payload: result.payload, tail: new Uint8Array(), refused: result.refused };
  }
  const answered = withinLimit(result);
  count(home, record.name, 'Invocations', 1);
  count(home, record.name, 'Errors', answered.functionError ? 1 : 0);
  count(home, record.name, 'Duration', result.durationMs);
  return { ...answered, tail: tailOf(lines.own) };
}

function withinLimit({ payload, functionError }: RunResult): Pick<Outcome, 'payload' | 'functionError'> {
  if (payload.length <= LIMITS.responseBytes) {
    return functionError === undefined ? { payload } : { payload, functionError };
  }
  const error = {
    errorMessage: `Response payload size exceeded maximum allowed payload size (${LIMITS.responseBytes} bytes).`,
    errorType: 'Function.ResponseSizeTooLarge',
  };
  return { payload: utf8.encode(JSON.stringify(error)), functionError: 'Unhandled' };
}

/** What AWS's own runtimes read to know how to log. */
function loggingVariables({ logging }: FunctionRecord): Record<string, string> {
  if (logging.LogFormat !== 'JSON') return {};
  return {
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_LEVEL: logging.ApplicationLogLevel ?? 'INFO',
  };
}

/** `2026/11/20/[$LATEST]<32 hexadecimal digits>`; a group that functions share has the name in its streams too. */
function streamName(home: Ctx, { name, version, logging }: FunctionRecord): string {
  const day = new Date(home.now()).toISOString().slice(0, 10).replaceAll('-', '/');
  const id = home.parts.random.text(32, HEX);
  const own = logging.LogGroup === undefined || logging.LogGroup === `/aws/lambda/${name}`;
  return own ? `${day}/[${version}]${id}` : `${day}/${name}[${version}]${id}`;
}

const TAIL_BYTES = 4096;

function tailOf(lines: LogLine[]): Uint8Array {
  const text = lines.map(({ message }) => (message.endsWith('\n') ? message : `${message}\n`)).join('');
  return utf8.encode(text).slice(-TAIL_BYTES);
}
