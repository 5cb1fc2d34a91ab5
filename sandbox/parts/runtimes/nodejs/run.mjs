import { named } from './errors.mjs';

/** Calls the handler. Resolves with what it answered, in whichever of the ways its runtime knows. */
export async function runHandler(handler, event, callbacks) {
  const outcome = Promise.withResolvers();
  const neverSettled = () => outcome.reject(named('Runtime.NodeJsExit', NEVER_SETTLED));
  let whenIdle = callbacks ? () => outcome.resolve(null) : neverSettled;
  const onIdle = () => whenIdle();
  process.once('beforeExit', onIdle);

  const context = contextOf(event);
  const callback = (error, result) => {
    const answer = () => (error ? outcome.reject(error) : outcome.resolve(result));
    if (context.callbackWaitsForEmptyEventLoop) whenIdle = answer;
    else answer();
  };
  if (callbacks) Object.assign(context, doneFunctions(callback));

  try {
    const answer = handler(JSON.parse(event.payload), context, ...(callbacks ? [callback] : []));
    if (typeof answer?.then === 'function') {
      whenIdle = neverSettled;
      answer.then(outcome.resolve, outcome.reject);
    } else if (!callbacks) {
      outcome.resolve(answer);
    }
    return await outcome.promise;
  } finally {
    process.removeListener('beforeExit', onIdle);
  }
}

const NEVER_SETTLED =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise ' +
  'that was never settled. For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

function doneFunctions(callback) {
  return {
    done: callback,
    succeed: (result) => callback(null, result),
    fail: (error) => callback(error ?? 'handled'),
  };
}

function contextOf(event) {
  const { env } = process;
  const given = event.clientContext;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: given ? JSON.parse(Buffer.from(given, 'latin1').toString()) : undefined,
    identity: undefined,
    invokedFunctionArn: event.functionArn,
    awsRequestId: event.requestId,
    getRemainingTimeInMillis: () => Math.max(event.deadlineMs - Date.now(), 0),
  };
}
