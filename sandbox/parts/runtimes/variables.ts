import { join } from 'node:path';
import type { RunRequest } from '#sandbox/core/runtimes.ts';
import type { Image } from './image.ts';
import type { Language } from './languages.ts';

/**
 * The environment's variables, from nothing: the learner's own over Lambda's defaults, and over both what Lambda
 * reserves. No variable of this machine's user is handed on, and where an SDK looks for credentials there are none.
 */
export function variablesOf(
  request: RunRequest,
  place: {
    image: Image;
    language: Language;
    mounts: boolean;
    tmp: string;
    /** `/tmp` is the environment's own; otherwise `TMPDIR` says where to go. */
    realTmp: boolean;
    runtimeApi: string;
    endpoint: string;
    logStreamName: string;
  },
): Record<string, string> {
  const { image, mounts } = place;
  const task = mounts ? '/var/task' : image.task;
  const opt = mounts ? '/opt' : image.opt;
  const runtime = mounts ? '/var/runtime' : image.runtime;
  const home = join(mounts ? '/var' : join(image.folder, 'var'), 'home-of-function');
  return {
    ...systemVariables(opt, task),
    ...(place.realTmp ? {} : { TMPDIR: place.tmp, TEMP: place.tmp, TMP: place.tmp }),
    ...languageVariables(place.language, request.runtime, { task, opt, runtime }),
    ...request.environment,
    AWS_ACCESS_KEY_ID: request.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: request.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: request.credentials.sessionToken,
    AWS_REGION: request.region,
    AWS_DEFAULT_REGION: request.region,
    AWS_ENDPOINT_URL: place.endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(home, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'no-credentials'),
    HOME: home,
    ...(process.platform === 'win32' ? { USERPROFILE: home } : {}),
    AWS_EXECUTION_ENV: `AWS_Lambda_${request.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: request.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: request.functionVersion,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(request.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: request.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: place.logStreamName,
    AWS_LAMBDA_RUNTIME_API: place.runtimeApi,
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:2000',
    _AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1',
    _AWS_XRAY_DAEMON_PORT: '2000',
    LAMBDA_TASK_ROOT: task,
    LAMBDA_RUNTIME_DIR: runtime,
    PWD: task,
    _HANDLER: request.handler,
  };
}

/** Lambda's own library folders stay out of the search path: the language here is this machine's, with its libraries. */
function systemVariables(opt: string, task: string): Record<string, string> {
  if (process.platform === 'win32') {
    const { SystemRoot = 'C:\\Windows' } = process.env;
    return { SystemRoot, PATH: `${SystemRoot}\\System32`, TZ: 'UTC' };
  }
  return {
    PATH: `/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:${opt}/bin`,
    LD_LIBRARY_PATH: `${task}:${task}/lib:${opt}/lib`,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    SHLVL: '0',
  };
}

function languageVariables(
  language: Language,
  runtime: string,
  { task, opt, runtime: dir }: { task: string; opt: string; runtime: string },
): Record<string, string> {
  if (language.name === 'python') return { PYTHONPATH: dir, HANDSON_OPT: opt };
  const version = /\d+/.exec(runtime)?.[0];
  const path = [
    `${opt}/nodejs/node${version}/node_modules`,
    `${opt}/nodejs/node_modules`,
    `${dir}/node_modules`,
    dir,
    task,
  ];
  return { NODE_PATH: path.join(process.platform === 'win32' ? ';' : ':') };
}
