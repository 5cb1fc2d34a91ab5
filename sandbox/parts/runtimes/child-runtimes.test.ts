import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { nodejs, openRuntimes, type TestFunction } from './testing.ts';

const { invoke, close, dir, runtimes } = openRuntimes();
afterAll(close);

/** Answers with its process id; does as the event says. */
const worker = nodejs(`
  import { execFileSync, spawn } from 'node:child_process';
  import { existsSync, readFileSync, writeFileSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { join } from 'node:path';
  let number = 0;
  const file = join(tmpdir(), 'file');
  export const handler = async (event) => {
    if (event.write) writeFileSync(file, event.write);
    if (event.set) number = event.set;
    if (event.sleep) await new Promise((resolve) => setTimeout(resolve, event.sleep));
    if (event.spawn) return spawn('sleep', ['1000'], { stdio: 'inherit' }).pid;
    if (event.loop) for (;;) {}
    if (event.print) for (let i = 0; i < event.print; i++) process.stdout.write('line\\n');
    return { pid: process.pid, number, content: existsSync(file) ? readFileSync(file, 'utf8') : null };
  };
`);
const variant = (name: string) => ({ ...worker, environment: { VARIANT: name } });

interface Answer {
  pid: number;
  number: number;
  content: string | null;
}

describe('environments', () => {
  it('run one event at a time: concurrent ones start more, later ones reuse them', async () => {
    const fn = variant('concurrent');
    const both = await Promise.all([invoke(fn, { sleep: 150 }), invoke(fn, { sleep: 150 })]);
    const pids = both.map(({ answer }) => (answer as Answer).pid);
    expect(new Set(pids).size).toBe(2);
    expect(new Set(both.map(({ result }) => result.logStreamName)).size).toBe(2);
    const next = await invoke(fn);
    expect(pids).toContain((next.answer as Answer).pid);
    expect(next.result.initMs).toBeUndefined();
  });

  it('that time out are killed: /tmp stays, globals go', async () => {
    const fn = { ...variant('timeout'), timeoutMs: 1_000 };
    await invoke(fn, { write: 'some-content' });
    await invoke(fn, { set: 42 });
    expect((await invoke(fn)).answer).toMatchObject({ content: 'some-content', number: 42 });
    const { answer, log, result, report } = await invoke(fn, { sleep: 60_000 });
    const id = '00000000-0000-4000-8000-';
    expect(answer).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(
        new RegExp(`^RequestId: ${id}\\d+ Error: Task timed out after 1\\.00 seconds$`),
      ),
    });
    expect(result).toMatchObject({
      timedOut: true,
      functionError: 'Unhandled',
      durationMs: 1000,
      billedMs: 1000,
    });
    expect(log[1]).toMatch(
      new RegExp(`^[-\\d]+T[.:\\d]+Z ${id}\\d+ Task timed out after 1\\.00 seconds\n\n$`),
    );
    expect(report).toMatch(/\tDuration: 1000\.00 ms\t.*\tStatus: timeout\t\n$/);
    const after = await invoke(fn);
    expect(after.answer).toMatchObject({ content: 'some-content', number: 0 });
    expect(after.result.logStreamName).toBe(result.logStreamName);
  });

  it('that never let go of the processor are killed, and what they started with them', async () => {
    const fn = { ...variant('loop'), timeoutMs: 500 };
    const { answer: pid } = await invoke(fn, { spawn: true });
    expect(isRunning(pid as number)).toBe(true);
    expect((await invoke(fn, { loop: true })).result.timedOut).toBe(true);
    await until(() => !isRunning(pid as number));
  });

  it.skipIf(process.platform !== 'linux')('with far more memory than they may have are killed', async () => {
    const code = `export const handler = async () => {
      const held = [];
      for (;;) { held.push(Buffer.alloc(16 * 1024 * 1024, 1)); await new Promise((r) => setTimeout(r, 5)); }
    };`;
    const { answer, report, log } = await invoke(nodejs(code));
    expect(answer).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: [-\d]+ Error: Runtime exited with error: signal: killed$/,
      ),
    });
    expect(log[1]).toMatch(/ Error: Runtime exited with error: signal: killed\nRuntime\.ExitError\n$/);
    expect(report).toContain('Max Memory Used: 128 MB\tInit Duration');
    expect(report).toContain('Status: error\tError Type: Runtime.OutOfMemory');
  });

  it('answer no more than 6,291,556 bytes, and live on', async () => {
    const fn = nodejs("let n = 0; export const handler = async (e) => 'x'.repeat(e.length ?? ++n);");
    const { answer, result, log } = await invoke(fn, { length: 7 * 1024 * 1024 });
    expect(answer).toEqual({
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
      errorType: 'Function.ResponseSizeTooLarge',
    });
    expect(result.functionError).toBe('Unhandled');
    expect(log[1]).toBe('LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413.\n');
    expect((await invoke(fn, { length: 6_291_554 })).answer).toHaveLength(6_291_554);
  });

  it('that print without end fill neither the log nor our memory', async () => {
    const { log } = await invoke(variant('print'), { print: 12_000 });
    expect(log).toHaveLength(10_000 + 4);
    expect(log.at(-3)).toBe('The sandbox left out 2000 more log lines.\n');
  });

  it('of a retired key end: at once when idle, after their work when busy', async () => {
    const fn = { ...variant('retire'), key: 'retire-me' };
    const idle = ((await invoke(fn)).answer as Answer).pid;
    runtimes.retire('retire-me');
    const busy = invoke(fn, { sleep: 150 });
    await sleep(100);
    runtimes.retire('retire-me');
    const { pid } = (await busy).answer as Answer;
    expect(pid).not.toBe(idle);
    await until(() => !isRunning(idle) && !isRunning(pid));
  });

  it('of a key that was retired while it was busy have the new code next', async () => {
    const [old, fresh] = ['old', 'new'].map((name) => ({
      ...nodejs(
        `export const handler = async (e) => { await new Promise((r) => setTimeout(r, e.sleep ?? 0)); return '${name}'; };`,
      ),
      key: 'same',
    })) as [TestFunction, TestFunction];
    await invoke(old);
    const busy = invoke(old, { sleep: 150 });
    await sleep(50);
    runtimes.retire('same');
    expect((await invoke(fresh)).answer).toBe('new');
    expect((await busy).answer).toBe('old');
    expect((await invoke(fresh)).answer).toBe('new');
  });

  it('unpack the code once for all of one key', async () => {
    let unpacked = 0;
    const fn = { ...variant('once'), key: 'once' };
    const code = async () => {
      unpacked += 1;
      return [
        {
          path: 'index.mjs',
          bytes: new TextEncoder().encode('export const handler = async () => 1;'),
          mode: 0,
        },
      ];
    };
    const run = () => runtimes.invoke({ ...requestLike, ...fn, code, layers: async () => [] });
    await Promise.all([run(), run()]);
    expect(unpacked).toBe(1);
  });

  it('are refused, not run, when their code cannot be read', async () => {
    const code = async () => {
      throw new Error('no such archive');
    };
    const result = await runtimes.invoke({
      ...requestLike,
      ...worker,
      key: 'broken',
      code,
      layers: async () => [],
    });
    expect(result.refused).toContain('no such archive');
  });

  it('never write outside of their folder', async () => {
    const code = async () => [{ path: '../../../outside', bytes: new Uint8Array(), mode: 0 }];
    const result = await runtimes.invoke({
      ...requestLike,
      ...worker,
      key: 'outside',
      code,
      layers: async () => [],
    });
    expect(result.refused).toContain('unsafe path: ../../../outside');
    expect(existsSync(join(dir, 'outside'))).toBe(false);
  });
});

describe('the number of environments', () => {
  it('is bounded: the one unused for longest makes room, and work waits where all are busy', async () => {
    const small = openRuntimes({ maxEnvironments: 2 });
    try {
      const pidOf = async (name: string, event = {}) =>
        ((await small.invoke(variant(name), event)).answer as Answer).pid;
      const [a, b] = [await pidOf('a'), await pidOf('b')];
      await pidOf('c');
      await until(() => !isRunning(a));
      expect(isRunning(b)).toBe(true);
      const three = await Promise.all(['d', 'e', 'f'].map((name) => pidOf(name, { sleep: 50 })));
      expect(new Set(three).size).toBe(3);
    } finally {
      await small.close();
    }
  });

  it('does not go down in the middle of work that began when they were almost idle for too long', async () => {
    const brief = openRuntimes({ idleMs: 100 });
    try {
      const first = (await brief.invoke(worker)).answer as Answer;
      expect((await brief.invoke(worker, { sleep: 250 })).answer).toMatchObject({ pid: first.pid });
    } finally {
      await brief.close();
    }
  });

  it('goes down when they are idle, and an old one is not used again', async () => {
    const brief = openRuntimes({ idleMs: 100, maxAgeMs: 1 });
    try {
      const first = (await brief.invoke(worker)).answer as Answer;
      await sleep(5);
      expect(((await brief.invoke(worker)).answer as Answer).pid).not.toBe(first.pid);
      await until(() => !isRunning(first.pid));
    } finally {
      await brief.close();
    }
  });
});

describe('what is left behind', () => {
  it('is nothing after close: no process, no folder, also in the middle of work', async () => {
    const own = openRuntimes();
    const { pid } = (await own.invoke(worker)).answer as Answer;
    const cut = own.invoke(worker, { sleep: 60_000 });
    await sleep(50);
    await own.runtimes.close();
    expect((await cut).result.functionError).toBe('Unhandled');
    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(own.dir)).toEqual([]);
    await own.close();
  });

  it('is nothing after a close while environments start, and others wait for a place', async () => {
    const own = openRuntimes({ maxEnvironments: 1 });
    const begun = [own.invoke(worker), own.invoke(variant('waits'))];
    await sleep(20);
    await own.runtimes.close();
    for (const { result } of await Promise.all(begun)) expect(result.functionError).toBe('Unhandled');
    expect((await own.invoke(worker)).result.refused).toContain('closing');
    expect(readdirSync(own.dir)).toEqual([]);
    await own.close();
  });

  it('by a process that was killed is removed by the next one', async () => {
    const own = openRuntimes();
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    mkdirSync(join(own.dir, `runtimes-${gone}-abc/environment-1`), { recursive: true });
    await own.invoke(worker);
    expect(readdirSync(own.dir)).toEqual([expect.stringMatching(`^runtimes-${process.pid}-`)]);
    await own.close();
  });

  it('of environments whose parent is killed in the middle of their work is nothing', async () => {
    const own = openRuntimes();
    const parent = spawn(
      process.execPath,
      [fileURLToPath(new URL('./orphan.fixture.ts', import.meta.url)), own.dir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const printed = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (data) => resolve(String(data))),
    );
    const pids = JSON.parse(printed) as number[];
    expect(pids.every(isRunning)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !pids.some(isRunning));
    await own.close();
  });
});

const requestLike = {
  requestId: 'id',
  functionArn: 'arn',
  functionName: 'f',
  functionVersion: '$LATEST',
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  memoryMb: 128,
  timeoutMs: 3000,
  environment: {},
  credentials: { accessKeyId: 'a', secretAccessKey: 's', sessionToken: 't' },
  region: 'us-east-1',
  logGroupName: 'g',
  logStreamName: 's',
  payload: new TextEncoder().encode('{}'),
  traceId: 't',
};

/** One that has ended but was not yet fetched by its new parent does not count. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !condition(); i++) await sleep(30);
  expect(condition()).toBe(true);
}
