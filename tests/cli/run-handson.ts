import path from 'node:path';
import { execa, type Options } from 'execa';
import { root } from '../source-files.ts';

/** Runs the command line as a person would, as a program of its own. */
export function handson(args: readonly string[], options: Options = {}) {
  return execa(process.execPath, [path.join(root, 'checker/bin/handson.cjs'), ...args], {
    reject: false,
    ...options,
    env: { LANG: 'C', LC_ALL: '', NO_COLOR: '', FORCE_COLOR: undefined, ...noCredentials, ...options.env },
  });
}

/** No test may see the credentials of whoever runs it. */
const noCredentials = {
  AWS_PROFILE: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
  AWS_ENDPOINT_URL: undefined,
  AWS_CONFIG_FILE: path.join(root, 'no-such-file'),
  AWS_SHARED_CREDENTIALS_FILE: path.join(root, 'no-such-file'),
};
