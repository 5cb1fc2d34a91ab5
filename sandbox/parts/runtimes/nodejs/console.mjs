import { format } from 'node:util';
import { describe } from './errors.mjs';

const LEVELS = { log: 'INFO', info: 'INFO', debug: 'DEBUG', warn: 'WARN', error: 'ERROR', trace: 'TRACE' };

export function patchConsole(log, current) {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method] = (...args) => {
      const head = `${new Date().toISOString()}\t${current.requestId}\t${level}\t`;
      log.event(`${head}${text(level, args)}\n`);
    };
  }
}

/** The runtime's own reports: a title and an error, told as one line of JSON. */
function text(level, args) {
  const [title, error] = args;
  const reported = level === 'ERROR' && args.length === 2 && TITLES.includes(title);
  if (!reported) return format(...args);
  const { errorType, errorMessage, trace } = describe(error);
  return `${title} \t${JSON.stringify({ errorType, errorMessage, ...own(error), stack: trace })}`;
}

const TITLES = ['Invoke Error', 'Uncaught Exception', 'Unhandled Promise Rejection'];

function own(error) {
  if (!(error instanceof Error)) return {};
  try {
    return JSON.parse(JSON.stringify({ ...error, name: undefined }));
  } catch {
    return {};
  }
}
