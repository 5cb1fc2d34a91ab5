import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ZipEntry } from '#sandbox/core/parts.ts';
import type { RunRequest, RunResult } from '#sandbox/core/runtimes.ts';
import { type ChildRuntimesOptions, childRuntimes } from './child-runtimes.ts';

/** A function for a test: its files as text, and what differs from the usual. */
export interface TestFunction extends Partial<Omit<RunRequest, 'payload' | 'layers'>> {
  files: Record<string, string>;
  layers?: Record<string, string>[];
}

export interface Told {
  result: RunResult;
  /** The payload as a value. */
  answer: unknown;
  log: string[];
  initLog: string[];
  report: string;
}

/** Real runtimes in a folder of their own, and a short way to call functions in them. */
export function openRuntimes(options: Partial<ChildRuntimesOptions> = {}) {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'handson-runtimes-'));
  const runtimes = childRuntimes({ ...options, dir });
  let count = 0;
  return {
    dir,
    runtimes,
    async invoke(fn: TestFunction, event: unknown = {}): Promise<Told> {
      count += 1;
      const result = await runtimes.invoke(requestOf(fn, event, count));
      const log = result.log.map((line) => line.message);
      return {
        result,
        answer: JSON.parse(new TextDecoder().decode(result.payload)),
        log,
        initLog: result.initLog.map((line) => line.message),
        report: log.at(-1) ?? '',
      };
    },
    async close() {
      await runtimes.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function python(code: string, rest: Partial<TestFunction> = {}): TestFunction {
  return {
    runtime: 'python3.13',
    handler: 'lambda_function.lambda_handler',
    ...rest,
    files: { 'lambda_function.py': code, ...rest.files },
  };
}

export function nodejs(code: string, rest: Partial<TestFunction> = {}): TestFunction {
  return {
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    ...rest,
    files: { 'index.mjs': code, ...rest.files },
  };
}

/** Told by tests that are skipped without it. */
export function hasPython(module?: string): boolean {
  try {
    execFileSync('python3', ['-c', module ? `import ${module}` : ''], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function requestOf({ files, layers = [], ...fn }: TestFunction, event: unknown, count: number): RunRequest {
  return {
    key: JSON.stringify([files, fn.runtime, fn.handler, fn.environment, layers]),
    requestId: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    functionArn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:translate-function',
    functionName: 'translate-function',
    functionVersion: '$LATEST',
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    memoryMb: 128,
    timeoutMs: 10_000,
    environment: {},
    credentials: { accessKeyId: 'ASIATEST', secretAccessKey: 'secret', sessionToken: 'token' },
    region: 'ap-northeast-1',
    logGroupName: '/aws/lambda/translate-function',
    logStreamName: `2026/11/20/[$LATEST]${count}`,
    traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0',
    ...fn,
    code: async () => entriesOf(files),
    layers: async () => layers.map(entriesOf),
    payload: new TextEncoder().encode(JSON.stringify(event)),
  };
}

function entriesOf(files: Record<string, string>): ZipEntry[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
    mode: text.startsWith('#!') ? 0o755 : 0o644,
  }));
}
