import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { execaSync } from 'execa';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lookAtFiles } from '#checker/submission/grade-files.ts';
import { lookInWorker } from '#checker/submission/in-worker.ts';
import type { RunRequest } from '#sandbox/core/runtimes.ts';
import { jailedRuntimes, jailFault } from '#sandbox/parts/runtimes/jail/jailed-runtimes.ts';
import { type JailLimits, jailLimits } from '#sandbox/parts/runtimes/jail/open-jail.ts';
import { hasPython } from '#sandbox/parts/runtimes/testing.ts';
import { zip } from '#sandbox/parts/zip.ts';
import { standing } from '../labs/standing.ts';
import { packed } from './packed.ts';

const cannot = await jailFault();
const secret = path.join(mkdtempSync(path.join(tmpdir(), 'handson-secret-')), 'secret.txt');
writeFileSync(secret, 'of-the-instructor');
afterAll(() => rmSync(path.dirname(secret), { recursive: true }));

const opened: Array<ReturnType<typeof jailedRuntimes>> = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

function openRuntimes(limits: Partial<JailLimits> = {}, fetchAws = async () => Response.json({ ok: true })) {
  const runtimes = jailedRuntimes({ fetchAws, limits: { ...jailLimits, ...limits } });
  opened.push(runtimes);
  return async (code: string, more: Partial<RunRequest> = {}) => {
    const python = more.runtime?.startsWith('python');
    const file = python ? 'lambda_function.py' : 'index.mjs';
    const result = await runtimes.invoke({
      key: code,
      requestId: crypto.randomUUID(),
      functionArn: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
      functionName: 'f',
      functionVersion: '$LATEST',
      runtime: 'nodejs24.x',
      handler: python ? 'lambda_function.lambda_handler' : 'index.handler',
      memoryMb: 256,
      timeoutMs: 5_000,
      environment: {},
      credentials: { accessKeyId: 'ASIATEST', secretAccessKey: 'secret', sessionToken: 'token' },
      region: 'ap-northeast-1',
      logGroupName: '/aws/lambda/f',
      logStreamName: 'stream',
      traceId: 'Root=1',
      payload: new TextEncoder().encode('{}'),
      code: async () => [{ path: file, bytes: new TextEncoder().encode(code), mode: 0o644 }],
      layers: async () => [],
      ...more,
    });
    return { ...result, answer: JSON.parse(new TextDecoder().decode(result.payload)) };
  };
}

/** Code that tries something and answers with what came of it. */
const tries = (body: string) => `
  import * as fs from 'node:fs';
  import * as os from 'node:os';
  import { execFileSync, spawn } from 'node:child_process';
  const attempt = async (work) => { try { return await work(); } catch (error) { return error.code ?? String(error); } };
  export const handler = async () => { ${body} };`;

describe.skipIf(cannot !== undefined)(`code that means harm${cannot ? ` (skipped: ${cannot})` : ''}`, () => {
  test('sees no file of this machine but programs, and no variable of whoever grades', async () => {
    process.env.HANDSON_TEST_SECRET = 'leaked';
    const invoke = openRuntimes();
    const { answer } = await invoke(
      tries(`return {
        passwd: fs.readFileSync('/etc/passwd', 'utf8'),
        shadow: await attempt(() => fs.readFileSync('/etc/shadow', 'utf8')),
        secret: await attempt(() => fs.readFileSync(${JSON.stringify(secret)}, 'utf8')),
        home: await attempt(() => fs.readdirSync(${JSON.stringify(homedir())})),
        dotHandson: await attempt(() => fs.readdirSync(${JSON.stringify(path.resolve('.handson'))})),
        environ: await attempt(() => fs.readFileSync('/proc/1/environ', 'utf8')),
        old: await attempt(() => fs.readdirSync('/.old')),
        var: await attempt(() => fs.readdirSync('/var')),
        env: process.env,
        files: await attempt(() => fs.readdirSync(process.env.HOME)),
      };`),
    );
    delete process.env.HANDSON_TEST_SECRET;
    expect(answer.passwd).not.toBe(readFileSync('/etc/passwd', 'utf8'));
    expect([answer.shadow, answer.secret, answer.dotHandson, answer.environ, answer.old, answer.var]).toEqual(
      Array.from({ length: 6 }, () => 'ENOENT'),
    );
    // Python may lie in a home: then the way to it is there, and nothing else.
    if (Array.isArray(answer.home)) expect(answer.home).toEqual(['.pyenv']);
    else expect(answer.home).toBe('ENOENT');
    expect(JSON.stringify(answer.env)).not.toMatch(/leaked/);
    expect(answer.files).toBe('ENOENT');
  }, 30_000);

  test('writes nowhere but into its own small disk, which goes with it', async () => {
    const invoke = openRuntimes();
    const { answer } = await invoke(
      tries(`return {
        usr: await attempt(() => fs.writeFileSync('/usr/handson-test', '')),
        modules: await attempt(() => fs.writeFileSync(${JSON.stringify(path.resolve('node_modules/handson-test'))}, '')),
        project: await attempt(() => fs.writeFileSync(${JSON.stringify(path.resolve('sandbox/handson-test'))}, '')),
        tmp: await attempt(() => { fs.writeFileSync('/tmp/handson-jail-canary', 'x'); return 'written'; }),
        full: await attempt(() => { for (let at = 0; at < 40; at++) fs.writeFileSync('/tmp/big' + at, Buffer.alloc(8e6)); }),
      };`),
      { timeoutMs: 20_000 },
    );
    expect(answer).toMatchObject({
      usr: 'EROFS',
      modules: 'EROFS',
      project: 'EROFS',
      tmp: 'written',
      full: 'ENOSPC',
    });
    expect(existsSync('/tmp/handson-jail-canary')).toBe(false);
  }, 40_000);

  test('has no privilege, and cannot get one', async () => {
    const invoke = openRuntimes();
    const { answer } = await invoke(
      tries(`
      const run = (...line) => attempt(() => execFileSync('/bin/sh', ['-c', line.join(' ')], { stdio: 'pipe' }).toString());
      return Promise.all([
        run('unshare -r true'), run('mount -t tmpfs x /tmp'), run('chroot / true'), run('mknod /tmp/disk b 8 0'),
        run('umount /usr'), run('mount -o remount,rw /usr'), run('kill -9 1; kill -0 1 && echo alive'),
      ]);`),
    );
    const [unshare, mount, chroot, mknod, umount, remount, kill] = answer;
    expect([unshare, mount, chroot, mknod, umount, remount]).toEqual(
      Array.from({ length: 6 }, () => expect.anything()),
    );
    for (const one of [unshare, mount, chroot, mknod, umount, remount]) expect(one).not.toBe('');
    expect(kill).toBe('alive\n');
  }, 30_000);

  describe('and the network', () => {
    const server = createServer((_, response) => response.end('reached'));
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    afterAll(() => server.close());

    test('reaches neither the internet, nor a server of this machine, nor anything but its sandbox', async () => {
      const asked: string[] = [];
      const invoke = openRuntimes({}, async (...given: unknown[]) => {
        asked.push((given[0] as Request).url);
        return Response.json({ from: 'sandbox' });
      });
      const { port } = server.address() as AddressInfo;
      const { answer } = await invoke(
        tries(`
        const reach = (url) => attempt(async () => {
          try { return await (await fetch(url, { signal: AbortSignal.timeout(2000) })).text(); }
          catch (error) { return error.cause?.code ?? error.name; }
        });
        return {
          internet: await reach('http://1.1.1.1/'),
          named: await reach('https://example.com/'),
          metadata: await reach('http://169.254.169.254/latest/meta-data/'),
          local: await reach('http://127.0.0.1:${port}/'),
          sandbox: await reach(process.env.AWS_ENDPOINT_URL + '/?x=1'),
          interfaces: Object.keys(os.networkInterfaces()),
        };`),
        { timeoutMs: 15_000 },
      );
      expect(answer).toMatchObject({
        internet: 'ENETUNREACH',
        metadata: 'ENETUNREACH',
        local: 'ECONNREFUSED',
        sandbox: '{"from":"sandbox"}',
        interfaces: ['lo'],
      });
      expect(answer.named).not.toMatch(/html/i);
      expect(asked).toHaveLength(1);
    }, 40_000);
  });

  test('that never ends is ended in its time', async () => {
    const invoke = openRuntimes();
    const began = performance.now();
    const { answer, timedOut } = await invoke(tries('for (;;) {}'), { timeoutMs: 1000 });
    expect([answer.errorType, timedOut]).toEqual(['Sandbox.Timedout', true]);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await invoke(tries('return 1'))).answer).toBe(1);
  }, 30_000);

  test('that takes memory without end ends the jail, and is told so', async () => {
    const invoke = openRuntimes({ memoryMb: 400 });
    const { answer, functionError } = await invoke(
      tries(
        'const held = []; for (;;) { held.push(Buffer.alloc(2e7, 1)); await new Promise((go) => setTimeout(go, 5)); }',
      ),
      { timeoutMs: 20_000 },
    );
    expect([functionError, answer.errorMessage]).toEqual([
      'Unhandled',
      'The function was ended: more than 400 MB of memory.',
    ]);
    expect((await invoke(tries('return 1'))).answer.errorType).toBe('Sandbox.Ended');
  }, 40_000);

  test('that multiplies is bounded in number and ended, with all that came of it', async () => {
    const invoke = openRuntimes();
    const mark = `handson-bomb-${process.pid}`;
    const began = performance.now();
    const { answer } = await invoke(
      tries(`
      for (let at = 0; at < 100; at++) spawn('/bin/sh', ['-c', 'exec -a ${mark} sleep 60 || sleep 60'], { detached: true });
      await new Promise((go) => setTimeout(go, 10_000));`),
      { timeoutMs: 15_000 },
    );
    expect(answer.errorMessage).toBe('The function was ended: more than 48 processes.');
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 40_000);

  test('a whole submission ends with its time, however its functions sleep', async () => {
    const invoke = openRuntimes({ ms: 3000 });
    const { answer } = await invoke(tries('await new Promise((go) => setTimeout(go, 20_000));'), {
      timeoutMs: 25_000,
    });
    expect(answer.errorMessage).toBe('The function was ended: longer than 3 s.');
  }, 30_000);

  test('cannot speak for the jail: what it writes to its output is its log', async () => {
    const invoke = openRuntimes();
    const { answer, log } = await invoke(
      tries(`
      const forged = JSON.stringify({ type: 'result', id: 0, result: { payload: 'aGk=', log: [] } });
      process.stdout.write(forged + '\\n');
      for (const handle of [1, 2, 3, 4, 5]) await attempt(() => fs.writeSync(handle, forged + '\\n'));
      return 'honest';`),
    );
    expect(answer).toBe('honest');
    expect(log.map(({ message }) => message).join('')).toContain('"type":"result"');
  }, 30_000);

  test.skipIf(!hasPython())(
    'Python is shut in as well',
    async () => {
      const invoke = openRuntimes();
      const code = [
        'import os, urllib.request',
        'def attempt(work):',
        '    try: return work()',
        '    except Exception as error: return type(error).__name__',
        'def lambda_handler(event, context):',
        `    return [attempt(lambda: open(${JSON.stringify(secret)}).read()),`,
        "            attempt(lambda: urllib.request.urlopen('http://1.1.1.1', timeout=2).read()),",
        "            attempt(lambda: open('/usr/x', 'w'))]",
      ].join('\n');
      const { answer } = await invoke(code, { runtime: 'python3.13', timeoutMs: 10_000 });
      expect(answer).toEqual(['FileNotFoundError', 'URLError', 'OSError']);
    },
    30_000,
  );

  test('ends with whoever looks at it', async () => {
    const { finished } = await standing();
    const asleep = zip.write([
      {
        path: 'index.mjs',
        bytes: new TextEncoder().encode(
          tries(
            "spawn('/bin/sleep', ['612'], { detached: true }); await new Promise((go) => setTimeout(go, 60_000));",
          ),
        ),
        mode: 0o644,
      },
    ]);
    const world = finished.map(
      ([key, value]) => [key, key.includes('/lambda/code/') ? asleep : value] as const,
    );
    const looked = await lookInWorker(
      { bytes: packed(world), labs: ['call-translate'], runCode: { path: process.env.PATH ?? '' } },
      { ms: 6000, memoryMb: 256 },
    );
    expect(looked).toEqual({ problem: { kind: 'took-too-long', place: '' } });
    const folder = mkdtempSync(path.join(tmpdir(), 'handson-slow-'));
    writeFileSync(path.join(folder, 'slow.handson'), packed(world));
    for await (const one of lookAtFiles({
      folder,
      labs: ['call-translate'],
      concurrency: 1,
      limits: { ms: 6000, memoryMb: 256 },
      runCode: { path: process.env.PATH ?? '' },
    })) {
      expect(one.looked).toMatchObject({ codeRan: false, notRun: 'took-too-long' });
      expect('steps' in one.looked && one.looked.steps.length).toBeGreaterThan(0);
    }
    rmSync(folder, { recursive: true });
    await expect
      .poll(() => execaSync('ps', ['-eo', 'args']).stdout, { timeout: 5000 })
      .not.toMatch(/sleep 612|jail\/host/);
  }, 60_000);

  test('leaves no process behind', async () => {
    const invoke = openRuntimes();
    await invoke(
      tries("spawn('/bin/sleep', ['611'], { detached: true, stdio: 'ignore' }).unref(); return 1"),
    );
    await Promise.all(opened.splice(0).map((one) => one.close()));
    // The kernel ends what is left of a namespace a moment after its first process.
    await expect
      .poll(() => execaSync('ps', ['-eo', 'args']).stdout, { timeout: 5000 })
      .not.toContain('sleep 611');
  }, 30_000);
});
