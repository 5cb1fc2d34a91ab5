import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Serving, serve } from '#sandbox/parts/serve.ts';

const execute = promisify(execFile);

export interface Served extends Serving {
  folder: string;
  /** All that a foreign client is told: where the sandbox is, and who calls. */
  environment: NodeJS.ProcessEnv;
  /** A file of the folder, as text. */
  read(name: string): string;
  end(): Promise<void>;
}

/** A sandbox in memory on two ports, and the environment of a machine that has nothing else to talk to. */
export async function serveSandbox(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const serving = await serve({ home: join(folder, '.handson'), env: {}, memory: true, port: 0, apiPort: 0 });
  if ('problem' in serving) throw new Error(JSON.stringify(serving.problem));
  return {
    ...serving,
    folder,
    environment: environmentFor(serving, folder),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    async end() {
      await serving.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function environmentFor({ endpoint, apiEndpoint, secret }: Serving, folder: string): NodeJS.ProcessEnv {
  const { PATH, PYENV_ROOT } = process.env;
  return {
    PATH,
    PYENV_ROOT,
    HOME: folder,
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_DEFAULT_REGION: 'ap-northeast-1',
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
    API_ENDPOINT: apiEndpoint,
    // What Python writes beside its sources does not belong into the checkout.
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, whatever that is. */
export async function run(program: string, args: readonly string[], env = process.env): Promise<Ran> {
  try {
    const { stdout, stderr } = await execute(program, args, { env, timeout: 60_000, maxBuffer: 2 ** 25 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout = '', stderr = String(error) } = error as Partial<Ran>;
    return { code: typeof code === 'number' ? code : -1, stdout, stderr };
  }
}

export async function works(program: string, ...args: string[]): Promise<boolean> {
  return (await run(program, args)).code === 0;
}
