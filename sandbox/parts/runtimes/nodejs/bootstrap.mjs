import { dirname } from 'node:path';
import { runtimeApi } from './api.mjs';
import { patchConsole } from './console.mjs';
import { describe, named } from './errors.mjs';
import { loadHandler } from './load.mjs';
import { logWriter } from './log.mjs';
import { runHandler } from './run.mjs';

/** Runs one Node.js function: asks the Runtime API for events, calls the handler, posts what came of it. */
const [, script, mark, lifeline] = process.argv;
const environment = process.env;
const log = logWriter(mark);
const api = runtimeApi(environment.AWS_LAMBDA_RUNTIME_API);
const current = { requestId: undefined, state: 'starting' };
const MAX_ANSWER = 6_291_556;
const callbacks = environment.AWS_EXECUTION_ENV === 'AWS_Lambda_nodejs22.x';

process.argv.splice(2);
patchConsole(log, current);
log.patchStreams();
process.on('uncaughtException', (error) => fail('Uncaught Exception', error, 129));
process.on('unhandledRejection', (reason) => fail('Unhandled Promise Rejection', rejection(reason), 128));
if (lifeline === 'watch') endWithParent();

try {
  const handler = await loadHandler(
    environment._HANDLER,
    environment.LAMBDA_TASK_ROOT,
    dirname(script),
    callbacks,
  );
  for (;;) await runOnce(handler);
} catch (error) {
  await fail('Uncaught Exception', error, 1);
}

async function runOnce(handler) {
  current.state = 'idle';
  const event = await api.next();
  current.state = 'running';
  current.requestId = event.requestId;
  environment._X_AMZN_TRACE_ID = event.traceId;
  let answer;
  try {
    answer = stringify(await runHandler(handler, event, callbacks));
  } catch (error) {
    console.error('Invoke Error', error);
    log.end();
    await api.fail(event.requestId, describe(error));
    if (error?.name === 'Runtime.NodeJsExit') process.exit(13);
    return;
  }
  if (Buffer.byteLength(answer) > MAX_ANSWER) {
    log.event('LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413.\n');
  }
  log.end();
  await api.respond(event.requestId, answer);
}

function stringify(answer) {
  try {
    return JSON.stringify(answer === undefined ? null : answer) ?? 'null';
  } catch {
    throw named('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
}

/** What nobody caught ends the environment, as it does in Lambda; between two events there is nobody to tell. */
async function fail(title, error, status) {
  console.error(title, error);
  log.end();
  if (current.state === 'running') await api.fail(current.requestId, describe(error));
  if (current.state === 'starting') await api.failInit(describe(error));
  process.exit(status);
}

function rejection(reason) {
  const error = named('Runtime.UnhandledPromiseRejection', String(reason));
  if (reason instanceof Error) error.stack = reason.stack;
  return Object.assign(error, { reason: describe(reason) });
}

function endWithParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 1000).unref();
}
