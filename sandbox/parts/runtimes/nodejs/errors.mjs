/** The error document that a caller of the function gets. */
export function describe(error) {
  if (!(error instanceof Error) && !(error?.name && error?.stack)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  const document = {
    errorType: error.name ?? 'Error',
    errorMessage: asInLambda(String(error.message)),
    trace: asInLambda(error.stack ?? '').split('\n'),
  };
  return error.name === 'Runtime.UnhandledPromiseRejection' && error.reason
    ? { ...document, reason: error.reason, promise: {} }
    : document;
}

export function named(name, message) {
  const error = new Error(message);
  Object.defineProperty(error, 'name', { value: name });
  error.stack = error.stack.replace(/^Error/, name);
  return error;
}

/** Paths of this machine become those a learner sees in their account. */
function asInLambda(text) {
  const { LAMBDA_TASK_ROOT, LAMBDA_RUNTIME_DIR } = process.env;
  return text.replaceAll(LAMBDA_TASK_ROOT, '/var/task').replaceAll(LAMBDA_RUNTIME_DIR, '/var/runtime');
}
