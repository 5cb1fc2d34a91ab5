import type { LogLine } from '#sandbox/core/runtimes.ts';
import type { FunctionRecord } from './records.ts';

/** The lines as `LoggingConfig` asks for them: as they are, or each as a JSON object. */
export function inFormat(record: FunctionRecord, requestId: string, lines: LogLine[]): LogLine[] {
  if (record.logging.LogFormat !== 'JSON') return lines;
  return lines.flatMap((line) => {
    const event = platformEvent(line.message);
    const told = event
      ? systemLine(record, line.at, event)
      : applicationLine(record, requestId, line.message);
    return told === undefined ? [] : [{ at: line.at, message: told }];
  });
}

const SYSTEM_LEVELS = ['DEBUG', 'INFO', 'WARN'];
const APPLICATION_LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

function systemLine({ logging }: FunctionRecord, at: number, event: PlatformEvent): string | undefined {
  const least = SYSTEM_LEVELS.indexOf(logging.SystemLogLevel ?? 'INFO');
  if (SYSTEM_LEVELS.indexOf(event.level) < least) return undefined;
  return `${JSON.stringify({ time: new Date(at).toISOString(), type: event.type, record: event.record })}\n`;
}

interface PlatformEvent {
  type: string;
  level: string;
  record: Record<string, unknown>;
}

function platformEvent(message: string): PlatformEvent | undefined {
  const [, requestId, version] = /^START RequestId: (\S+) Version: (\S+)/.exec(message) ?? [];
  if (requestId) return { type: 'platform.start', level: 'INFO', record: { requestId, version } };
  const [, init] = /^INIT_START Runtime Version: (\S+)/.exec(message) ?? [];
  if (init) {
    const record = { initializationType: 'on-demand', phase: 'init', runtimeVersion: init };
    return { type: 'platform.initStart', level: 'INFO', record };
  }
  const [, ended] = /^END RequestId: (\S+)/.exec(message) ?? [];
  if (ended) return { type: 'platform.runtimeDone', level: 'DEBUG', record: { requestId: ended } };
  const [, reported] = /^REPORT RequestId: (\S+)/.exec(message) ?? [];
  if (!reported) return undefined;
  const number = (name: string) => Number(new RegExp(`\\t${name}: ([\\d.]+)`).exec(message)?.[1]);
  const initDurationMs = number('Init Duration');
  return {
    type: 'platform.report',
    level: 'INFO',
    record: {
      requestId: reported,
      metrics: {
        durationMs: number('Duration'),
        billedDurationMs: number('Billed Duration'),
        memorySizeMB: number('Memory Size'),
        maxMemoryUsedMB: number('Max Memory Used'),
        ...(Number.isNaN(initDurationMs) ? {} : { initDurationMs }),
      },
      status: /\tStatus: (\S+)/.exec(message)?.[1] ?? 'success',
    },
  };
}

/** What the code logged. Lines that no logger wrote (`print` in Python) stay as they are, as on AWS. */
function applicationLine(record: FunctionRecord, requestId: string, message: string): string | undefined {
  const said = pythonLine(message) ?? nodeLine(message);
  if (!said) return message;
  const least = APPLICATION_LEVELS.indexOf(record.logging.ApplicationLogLevel ?? 'INFO');
  if (APPLICATION_LEVELS.indexOf(said.level) < least) return undefined;
  return `${JSON.stringify({ ...said, requestId })}\n`;
}

interface Said {
  timestamp: string;
  level: string;
  message: string;
}

function pythonLine(line: string): Said | undefined {
  const match = /^\[(\w+)\]\t(\S+Z)\t\S+\t([\s\S]*)$/.exec(line);
  const [, level = '', timestamp = '', message = ''] = match ?? [];
  return match ? { timestamp, level: sameLevel(level), message: message.trimEnd() } : undefined;
}

function nodeLine(line: string): Said | undefined {
  const match = /^(\S+Z)\t\S+\t(\w+)\t([\s\S]*)$/.exec(line);
  const [, timestamp = '', level = '', message = ''] = match ?? [];
  return match ? { timestamp, level: sameLevel(level), message: message.trimEnd() } : undefined;
}

function sameLevel(level: string): string {
  return { WARNING: 'WARN', CRITICAL: 'FATAL' }[level] ?? level;
}
