import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { median } from '#scripts/bench-kit.ts';

const credentials = { accessKeyId: '111122223333', secretAccessKey: 'secret-of-the-benchmark' };

export interface BenchServer {
  child: ChildProcess;
  endpoint: string;
}

/** A sandbox in a process of its own, as a learner runs it. */
export async function start(): Promise<BenchServer> {
  const child = fork(new URL('./bench-server.ts', import.meta.url), {
    env: { ...process.env, NODE_COMPILE_CACHE: 'node_modules/.cache/compile' },
  });
  const [{ endpoint }] = (await once(child, 'message')) as [{ endpoint: string }];
  return { child, endpoint };
}

export async function stop({ child }: BenchServer): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}

export interface Usage {
  megabytes: number;
  /** Of processor time, so that a busy machine weighs less. */
  cpuMs: number;
}

export async function usage({ child }: BenchServer): Promise<Usage> {
  child.send('usage');
  const [{ rss, cpu }] = (await once(child, 'message')) as [{ rss: number; cpu: NodeJS.CpuUsage }];
  return { megabytes: Math.round(rss / 1_000_000), cpuMs: (cpu.user + cpu.system) / 1000 };
}

export interface Signed {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  port: number;
}

/** A call as an SDK client signs it, caught before it is sent: what is timed then is the sandbox and not the client. */
export async function signed(
  endpoint: string,
  call: (configuration: object) => Promise<unknown>,
): Promise<Signed> {
  const caught: Signed[] = [];
  const requestHandler = {
    handle(sent: Signed & { query: Record<string, string> }) {
      const query = new URLSearchParams(sent.query).toString().replaceAll('+', '%20');
      caught.push({ ...sent, path: query === '' ? sent.path : `${sent.path}?${query}` });
      throw new Error('caught');
    },
  };
  await call({ ...configurationFor(endpoint), requestHandler }).catch(() => {});
  const [first] = caught;
  if (!first) throw new Error('nothing was sent');
  return first;
}

/** Where only the result matters and not its time, a client may as well send by itself. */
export function configurationFor(endpoint: string) {
  return { endpoint, region: 'ap-northeast-1', credentials, maxAttempts: 1 };
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export function send({ method, path, headers, body, port }: Signed): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if ((answer.statusCode ?? 500) < 300) resolve(text);
        else reject(new Error(`status ${answer.statusCode}: ${text}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sixteen at a time; answers how long all of it took. */
export async function sixteenAtATime(count: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return performance.now() - began;
}

/** Milliseconds of each of the calls, one after the other. */
export async function times(call: Signed, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await send(call);
    found.push(performance.now() - began);
  }
  return found;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function perSecond(rates: readonly number[]): string {
  return `${Math.round(median(rates))} (${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))})`;
}
