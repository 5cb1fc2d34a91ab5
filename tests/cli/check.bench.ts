import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoggedCall } from '#sandbox/core/call-log.ts';
import { runningSandbox } from '#sandbox/parts/attach.ts';
import { tokenHeader } from '#sandbox/parts/control.ts';
import { type Bench, median, ms, type Row } from '#scripts/bench-kit.ts';

const launcher = path.resolve(import.meta.dirname, '../../checker/bin/handson.cjs');
const latencyMs = 50;

/** The whole course done, functions warm, 50 ms a call: `handson check`, beside other ways to read the same. */
export const bench: Bench = {
  name: `handson check --all --json, all labs done, ${latencyMs} ms a call`,
  async run() {
    const home = mkdtempSync(path.join(tmpdir(), 'handson-bench-'));
    const server = spawn(process.execPath, [launcher, 'sandbox', '--port', '0', '--api-port', '0'], {
      env: { ...process.env, HANDSON_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(server.stdout, 'data');
      return await measure(home);
    } finally {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    }
  },
};

async function measure(home: string): Promise<Row[]> {
  for (const lab of [0, 7]) {
    const { exitCode } = await handson(home, ['apply', String(lab), '--runtime', 'node']);
    if (exitCode !== 0) throw new Error(`apply ${lab} ended with ${exitCode}`);
  }
  const box = runningSandbox({ home, env: process.env });
  if (!box) throw new Error('the sandbox does not run');
  const control = (method: string, route: string, body?: object) =>
    fetch(`${box.endpoint}/_sandbox/${route}`, {
      method,
      headers: { [tokenHeader]: box.token },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  await control('PUT', 'settings', { latencyMs });
  const line = ['check', '--all', '--json'];
  await handson(home, line);
  await control('DELETE', 'calls');
  const once = await handson(home, line);
  const calls = await ours(control);
  await control('DELETE', 'calls');
  await handson(home, [...line, '--read-only']);
  const reads = await ours(control);

  const whole = await runs(home, line);
  const readOnly = await runs(home, [...line, '--read-only']);
  const others = otherWays(reads, box);
  const slower = (times: readonly number[]) => `${(median(times) / median(readOnly.times)).toFixed(1)} ×`;
  return [
    { what: 'exit code', value: String(once.exitCode), goal: '0' },
    { what: 'calls, and of these made twice', value: `${calls.length}, ${twice(calls)}`, goal: '0 twice' },
    { what: 'reads, and of these made twice', value: `${reads.length}, ${twice(reads)}`, goal: '0 twice' },
    { what: 'check --all --json', value: ms(whole.times), goal: 'at most 1200 ms' },
    { what: 'check --all --json --read-only', value: ms(readOnly.times), goal: 'at most 800 ms' },
    { what: 'peak memory', value: `${whole.megabytes.toFixed(0)} MB`, goal: 'at most 150 MB' },
    ...(others.boto3
      ? [
          {
            what: 'the same reads by one boto3 script',
            value: `${ms(others.boto3)}, ${slower(others.boto3)}`,
            goal: 'at least 2.5 ×',
          },
        ]
      : [{ what: 'the same reads by one boto3 script', value: 'no boto3 here' }]),
    ...(others.aws
      ? [
          {
            what: 'the same reads by the aws command',
            value: `${ms(others.aws)}, ${slower(others.aws)}`,
            goal: 'at least 15 ×',
          },
        ]
      : [{ what: 'the same reads by the aws command', value: 'no aws here' }]),
  ];
}

/** Our own calls: what the learner's function calls is not the checker's. */
async function ours(control: (method: string, route: string) => Promise<Response>): Promise<LoggedCall[]> {
  const { calls } = (await (await control('GET', 'calls')).json()) as { calls: LoggedCall[] };
  return calls.filter(({ via, principal }) => via === 'wire' && !principal?.includes(':assumed-role/'));
}

function twice(calls: readonly LoggedCall[]): number {
  // The log keeps no payloads, so that two runs with different texts look alike in it.
  const questions = calls
    .filter(({ operation }) => operation !== 'Invoke')
    .map(({ region, service, operation, input }) => JSON.stringify([region, service, operation, input]));
  return questions.length - new Set(questions).size;
}

async function runs(home: string, line: readonly string[]) {
  const times: number[] = [];
  let megabytes = 0;
  for (let run = 0; run < 7; run++) {
    const began = performance.now();
    const ended = await handson(home, line);
    if (run > 0) times.push(performance.now() - began);
    megabytes = Math.max(megabytes, ended.megabytes);
  }
  return { times, megabytes };
}

async function handson(home: string, line: readonly string[]) {
  const child = spawn(process.execPath, [launcher, ...line], {
    env: { ...process.env, HANDSON_HOME: home },
    stdio: 'ignore',
  });
  let megabytes = 0;
  // Linux keeps the peak, as long as the process is there to be asked.
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
  }, 20);
  const [exitCode] = await once(child, 'exit');
  clearInterval(watch);
  return { exitCode: exitCode as number, megabytes };
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

interface Box {
  endpoint: string;
  secret: string;
}

/** The same questions, asked one after another. */
function otherWays(reads: readonly LoggedCall[], box: Box): { boto3?: number[]; aws?: number[] } {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: box.secret,
    AWS_DEFAULT_REGION: 'ap-northeast-1',
    AWS_ENDPOINT_URL: box.endpoint,
    AWS_MAX_ATTEMPTS: '1',
  };
  const questions = reads.map(({ service, operation, input }) => ({
    service: service === 'monitoring' ? 'cloudwatch' : (service ?? ''),
    operation: operation ?? '',
    input,
  }));
  const script = () =>
    spawnSync('python3', ['-c', boto3Script], {
      env,
      input: JSON.stringify(questions),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  const command = ({ service, operation, input }: (typeof questions)[number]) =>
    spawnSync(
      'aws',
      [
        service,
        operation.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase(),
        ...(operation === 'GetExport' ? exportArgs(input) : ['--cli-input-json', JSON.stringify(input)]),
      ],
      { env, stdio: ['ignore', 'ignore', 'pipe'] },
    );
  const timed = (work: () => { status: number | null; stderr: Buffer }) => {
    const began = performance.now();
    const { status, stderr } = work();
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - began;
  };
  const has = (program: string, ...args: string[]) =>
    spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  return {
    ...(has('python3', '-c', 'import boto3') ? { boto3: [1, 2, 3].map(() => timed(script)) } : {}),
    ...(has('aws', '--version')
      ? { aws: [questions.reduce((sum, question) => sum + timed(() => command(question)), 0)] }
      : {}),
  };
}

/** The one command that wants a file, and does not take its arguments from JSON beside it. */
function exportArgs(input: unknown): string[] {
  const { restApiId, stageName, exportType } = input as Record<string, string>;
  return [
    `--rest-api-id=${restApiId}`,
    `--stage-name=${stageName}`,
    `--export-type=${exportType}`,
    '--parameters=extensions=integrations',
    '--accepts=application/json',
    '/dev/null',
  ];
}

const boto3Script = `
import sys, json, boto3
clients = {}
for one in json.load(sys.stdin):
    name = one['service']
    if name not in clients:
        clients[name] = boto3.client(name)
    clients[name]._make_api_call(one['operation'], one['input'])
`;
