import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OpenRunner, openRunner } from './open-runner.ts';
import { rawRequest, statusOf } from './raw-request.ts';

let runner: OpenRunner;
beforeAll(async () => {
  runner = await openRunner();
});
afterAll(() => runner.close());

// After every attack: it serves, and nothing went wrong inside.
afterEach(async () => {
  expect((await fetch(`${runner.url}/`)).status).toBe(200);
  expect(runner.failures).toEqual([]);
});

const paths = ['/', '/index.html', '/nothing-here', '/api/token', '/api/state', '/api/events', '/api/check'];
const own = { 'sec-fetch-site': 'same-origin' };

describe.each(paths)('%s', (where) => {
  test.each([
    'evil.example',
    'evil.example:{port}',
    '127.0.0.1.evil.example:{port}',
    '127.0.0.1:1',
    '127.0.0.1',
    '[::2]:{port}',
    'localhost.:{port}',
    '127.0.0.1:{port}@evil.example',
  ])('answers 421 to the host %s', async (host) => {
    const answer = await rawRequest(
      runner.port,
      `GET ${where} HTTP/1.1\r\nHost: ${host.replace('{port}', String(runner.port))}\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 421]).toContain(statusOf(answer));
    expect(answer).not.toContain('Lessons');
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost.evil.example'])(
    'answers 403 to a page of %s',
    async (origin) => {
      const answer = await fetch(runner.url + where, { headers: { origin, ...own } });
      expect(answer.status).toBe(403);
    },
  );

  test('answers 403 to a page of another site', async () => {
    const answer = await fetch(runner.url + where, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.status).toBe(403);
  });

  test('forbids frames, sniffing, referrers and foreign readers', async () => {
    const stop = new AbortController();
    const { headers } = await fetch(runner.url + where, { headers: own, signal: stop.signal });
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    stop.abort();
  });
});

describe('learners’ APIs are pages of the same site on another port', () => {
  test.each(['/api/token', '/api/state', '/api/events'])('%s is not for them', async (where) => {
    const { status } = await fetch(runner.url + where, { headers: { 'sec-fetch-site': 'same-site' } });
    expect(status).toBe(403);
  });

  test('their origin is foreign', async () => {
    const answer = await runner.post(
      '/api/check',
      { labs: ['lambda-alone'] },
      { origin: runner.served.apiEndpoint, 'sec-fetch-site': 'same-site' },
    );
    expect(answer.status).toBe(403);
  });
});

describe('the token', () => {
  test.each([{}, { 'sec-fetch-site': 'none' }, { 'sec-fetch-site': 'same-site' }])(
    'is not given to %o',
    async (headers: Record<string, string>) => {
      const answer = await fetch(`${runner.url}/api/token`, { headers });
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain(await runner.token());
    },
  );

  test.each(['/api/check', '/api/watch', '/api/hint', '/api/apply', '/api/clean/plan', '/api/clean/do'])(
    'is needed by %s',
    async (where) => {
      for (const token of ['', 'x', `${await runner.token()}x`]) {
        const answer = await runner.post(where, { labs: ['lambda-alone'] }, { 'x-handson-token': token });
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ error: 'no-token' });
      }
    },
  );

  test('is another one at each start', async () => {
    const other = await openRunner();
    expect(await other.token()).not.toBe(await runner.token());
    await other.close();
  });
});

describe('bodies', () => {
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of the type "%s" are refused: a form could send them',
    async (type) => {
      const answer = await runner.post('/api/check', { labs: ['lambda-alone'] }, { 'content-type': type });
      expect(answer.status).toBe(415);
    },
  );

  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['no labs', '{"labs":[]}'],
    ['an unknown lab', '{"labs":["__proto__"]}'],
    ['a path for a lab', '{"labs":["../../etc"]}'],
    ['too many labs', JSON.stringify({ labs: Array.from({ length: 500 }, () => 'lambda-alone') })],
    ['an unknown step', '{"labs":["lambda-alone"],"step":"constructor"}'],
  ])('that are %s are refused', async (_, body) => {
    const answer = await fetch(`${runner.url}/api/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-handson-token': await runner.token() },
      body,
    });
    expect(answer.status).toBe(400);
  });

  test('that say they are huge are refused before they are read', async () => {
    const token = await runner.token();
    const answer = await rawRequest(
      runner.port,
      `POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nX-Handson-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: 9000000000\r\nConnection: close\r\n\r\n{`,
    );
    expect(statusOf(answer)).toBe(413);
  });

  test('that never end are cut off', async () => {
    const token = await runner.token();
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
    const answer = await rawRequest(
      runner.port,
      `POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nX-Handson-Token: ${token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk.repeat(50)}`,
    );
    expect(statusOf(answer)).toBe(413);
  });

  test('that drip are given up within seconds', async () => {
    const token = await runner.token();
    const began = Date.now();
    const answer = await rawRequest(
      runner.port,
      `POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nX-Handson-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
      25_000,
    );
    expect(statusOf(answer)).toBe(408);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});

describe('paths', () => {
  test.each([
    '/../handson.sqlite',
    '/..%2fhandson.sqlite',
    '/%2e%2e/handson.sqlite',
    '/%2e%2e%2fhandson.sqlite',
    '/..%5chandson.sqlite',
    '/..\\handson.sqlite',
    '/_astro/../../handson.sqlite',
    '/_astro/..%00/../handson.sqlite',
    '//etc/passwd',
    '/%00',
    '/%ff',
    '/api/../../handson.sqlite',
    '/installation.json/../../installation.json',
  ])('%s leads nowhere', async (where) => {
    await writeFile(path.join(runner.home, 'handson.sqlite'), 'SECRET', { flag: 'a' });
    const answer = await rawRequest(
      runner.port,
      `GET ${where} HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nConnection: close\r\n\r\n`,
    );
    expect([400, 403, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/SECRET|SQLite|secret|root:/);
  });

  test.each([`http://127.0.0.1:{port}/api/token`, 'http://evil.example/', '*'])(
    'the target %s is no path',
    async (target) => {
      const answer = await rawRequest(
        runner.port,
        `GET ${target.replace('{port}', String(runner.port))} HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n`,
      );
      expect([400, 403, 404, 421]).toContain(statusOf(answer));
    },
  );

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'POST'])(
    '%s is no way to ask for a page',
    async (method) => {
      const answer = await rawRequest(
        runner.port,
        `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
      expect([400, 405, 501]).toContain(statusOf(answer));
    },
  );

  test('GET never acts', async () => {
    for (const where of ['/api/check', '/api/apply', '/api/clean/do', '/api/hint']) {
      const { status } = await fetch(`${runner.url}${where}?labs=lambda-alone`, { headers: own });
      expect([404, 405]).toContain(status);
    }
  });
});

describe('a thousand open streams', () => {
  test('are refused beyond a bound, it goes on serving, and room is free again when they leave', async () => {
    const ask = `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${runner.port}\r\nSec-Fetch-Site: same-origin\r\n\r\n`;
    const sockets = Array.from({ length: 1000 }, () => connect(runner.port, '127.0.0.1'));
    const statuses: number[] = [];
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.once('data', (chunk) => statuses.push(statusOf(String(chunk))));
      socket.write(ask);
    }
    await expect.poll(() => statuses.length, { timeout: 15_000 }).toBeGreaterThan(400);
    expect(statuses.filter((status) => status === 200)).toHaveLength(24);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const answer = await runner.post('/api/check', { labs: ['lambda-alone'] });
    expect(answer.status).toBe(202);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(
        async () => {
          const stop = new AbortController();
          const { status } = await fetch(`${runner.url}/api/events`, { headers: own, signal: stop.signal });
          stop.abort();
          return status;
        },
        { timeout: 10_000 },
      )
      .toBe(200);
  });
});
