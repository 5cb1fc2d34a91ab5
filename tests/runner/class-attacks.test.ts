import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { asPage, hostileNames, type OpenClass, openClass } from './class-kit.ts';
import { type OpenRunner, openRunner } from './open-runner.ts';
import { rawRequest, statusOf } from './raw-request.ts';

interface Under {
  url: string;
  port: number;
  failures: unknown[];
  close(): Promise<void>;
}

const paths = ['/class', '/class/spring', '/class/spring/events', '/class/board.js'];
const secret = /Hoa|花子|200000001001|learner1@|external-1/;

describe.each(['the board alone', 'the course’s runner'])('%s', (which) => {
  let pupils: OpenClass;
  let under: Under;
  let runner: OpenRunner | undefined;
  beforeAll(async () => {
    runner = which === 'the board alone' ? undefined : await openRunner();
    pupils = await openClass(hostileNames.length, runner ? { home: runner.home } : {});
    pupils.round((at) => ({ done: at }));
    under = runner ?? (await pupils.serve());
  });
  afterAll(async () => {
    await pupils.close();
    await under.close();
  });

  // After every attack: it serves those who may see it, and nothing went wrong inside.
  afterEach(async () => {
    expect((await fetch(`${under.url}/class`, { headers: asPage })).status).toBe(200);
    expect(under.failures).toEqual([]);
  });

  const ask = async (where: string, headers: Record<string, string>) => {
    const stop = new AbortController();
    const answer = await fetch(under.url + where, { headers, signal: stop.signal });
    const text = answer.ok ? 'answered' : await answer.text();
    stop.abort();
    expect(text).not.toMatch(secret);
    return answer.status;
  };

  test.each(paths)('%s is for its own pages and for a person who opens it', async (where) => {
    expect(await ask(where, asPage)).toBe(200);
    expect(await ask(where, { 'sec-fetch-site': 'none' })).toBe(200);
  });

  test.each(paths)('%s is not for another site, another port, or nobody', async (where) => {
    for (const site of ['cross-site', 'same-site', 'same-origin, cross-site', 'SAME-SITE', ''])
      expect(await ask(where, { 'sec-fetch-site': site }), site).toBe(403);
    expect(await rawStatus(where, `127.0.0.1:${under.port}`)).toBe(403);
  });

  test.each(paths)('%s is not for a page of a foreign origin', async (where) => {
    const origins = [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `http://127.0.0.1.evil.example:${under.port}`,
    ];
    for (const origin of origins) expect(await ask(where, { ...asPage, origin }), origin).toBe(403);
  });

  test.each(paths)('%s answers to no name that somebody can point at this computer', async (where) => {
    for (const host of [
      'evil.example',
      `evil.example:${under.port}`,
      '127.0.0.1:1',
      '127.0.0.1',
      `localhost.:${under.port}`,
    ])
      expect([400, 421], host).toContain(await rawStatus(where, host, 'Sec-Fetch-Site: same-origin\r\n'));
  });

  test.each(paths)(
    '%s forbids frames, foreign readers, kept copies and scripts that write markup',
    async (where) => {
      const stop = new AbortController();
      const { headers } = await fetch(under.url + where, { headers: asPage, signal: stop.signal });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      stop.abort();
    },
  );

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
    '%s changes nothing and is refused',
    async (method) => {
      const answer = await fetch(`${under.url}/class/spring`, { method, headers: asPage });
      expect(answer.status).toBe(405);
    },
  );

  test.each([
    '/class/..%2f..%2fhandson.sqlite',
    '/class/spring%2fclass.json',
    '/class/spring/class.json',
    '/class/spring/gradebook.sqlite',
    '/class/__proto__',
    '/class/constructor',
    '/class/autumn',
    '/class/autumn/events',
    '/class/%00',
  ])('%s leads nowhere', async (where) => {
    const answer = await rawRequest(
      under.port,
      `GET ${where} HTTP/1.1\r\nHost: 127.0.0.1:${under.port}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 403, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(secret);
    expect(readdirSync(path.join(pupils.home, 'classes'))).toEqual(['spring']);
  });

  test.each(['', '-1', '1e9', '__proto__', '9'.repeat(400), '<script>'])(
    'a page that says it has seen "%s" is told everything, and breaks nothing',
    async (seq) => {
      const query = new URLSearchParams({ lang: seq, seq, instance: seq, shape: seq });
      expect(await ask(`/class/spring/events?${query}`, asPage)).toBe(200);
    },
  );

  test('a thousand open streams are refused beyond a bound, and room is free again when they leave', async () => {
    const line = `GET /class/spring/events HTTP/1.1\r\nHost: 127.0.0.1:${under.port}\r\nSec-Fetch-Site: same-origin\r\n\r\n`;
    const sockets = Array.from({ length: 1000 }, () => connect(under.port, '127.0.0.1'));
    const statuses: number[] = [];
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.once('data', (chunk) => statuses.push(statusOf(String(chunk))));
      socket.write(line);
    }
    await expect.poll(() => statuses.length, { timeout: 15_000 }).toBeGreaterThan(400);
    expect(statuses.filter((status) => status === 200)).toHaveLength(24);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => ask('/class/spring/events', asPage), { timeout: 10_000 }).toBe(200);
  });

  test('no name, message or word of a learner becomes markup', async () => {
    for (const query of ['', '?lang=ja', '?lang=vi&initials=1']) {
      const html = await (await fetch(`${under.url}/class/spring${query}`, { headers: asPage })).text();
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html.match(/<img|<[^>]*"onmouseover|<\/q><script/)).toBeNull();
      expect(html.match(/external-|@example|arn:aws|2000000\d+/)).toBeNull();
    }
  });

  async function rawStatus(where: string, host: string, more = ''): Promise<number> {
    const answer = await rawRequest(
      under.port,
      `GET ${where} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`,
    );
    expect(answer).not.toMatch(secret);
    return statusOf(answer);
  }
});
