import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runtimeApi, type Seat } from './runtime-api.ts';

const heard: string[] = [];
const seatOf = (name: string): Seat => ({
  next: (deliver) =>
    deliver({ headers: { 'Lambda-Runtime-Aws-Request-Id': name }, payload: Buffer.from(`"${name}"`) }),
  response: (id, body) => {
    heard.push(`${name} ${id} ${new TextDecoder().decode(body)}`);
    return id === name ? 'accepted' : 'unknown';
  },
  error: (id, body, errorType) => {
    heard.push(`${name} ${id} ${errorType} ${new TextDecoder().decode(body)}`);
    return 'accepted';
  },
  initError: (_, errorType) => {
    heard.push(`${name} ${errorType}`);
    return 'accepted';
  },
  peakRss: () => {},
});

const api = runtimeApi(
  async (asked) => new Response(`AWS ${asked.method} ${asked.url} ${await asked.text()}`),
);
let address = '';
let one = '';
let two = '';
beforeAll(async () => {
  address = await api.address();
  one = `${api.seat(seatOf('one')).path}/2018-06-01/runtime/`;
  two = `${api.seat(seatOf('two')).path}/2018-06-01/runtime/`;
});
afterAll(() => api.close());

describe('the Runtime API', () => {
  it('gives each environment its own events', async () => {
    const given = await call('GET', `${one}invocation/next`);
    expect(given).toMatchObject({ status: 200, body: '"one"' });
    expect(given.headers['lambda-runtime-aws-request-id']).toBe('one');
    expect((await call('GET', `${two}invocation/next`)).body).toBe('"two"');
  });

  it('takes answers and errors, and only for the event that was given', async () => {
    expect((await call('POST', `${one}invocation/one/response`, {}, '{}')).status).toBe(202);
    expect((await call('POST', `${two}invocation/one/response`, {}, '{}')).status).toBe(400);
    const headers = { 'Lambda-Runtime-Function-Error-Type': 'TypeError' };
    expect((await call('POST', `${one}invocation/one/error`, headers, '{}')).status).toBe(202);
    expect((await call('POST', `${one}init/error`, headers, '{}')).status).toBe(202);
    expect(heard).toEqual(['one one {}', 'two one {}', 'one one TypeError {}', 'one TypeError']);
  });

  it('refuses an answer that is too large, and tells the invocation so', async () => {
    const { status } = await call('POST', `${one}invocation/one/response`, {}, 'x'.repeat(6_291_557));
    expect(status).toBe(413);
    expect(heard.at(-1)).toContain('one one Function.ResponseSizeTooLarge');
  });

  it('does not know other paths', async () => {
    expect((await call('GET', `${one}nothing`)).status).toBe(404);
    expect((await call('POST', `${one}invocation/next`)).status).toBe(404);
  });

  it('hears nobody without the token of an environment that is there', async () => {
    const guessed = one.replace(/[0-9a-f]{32}/, '0'.repeat(32));
    expect((await call('GET', `${guessed}invocation/next`)).status).toBe(403);
    const left = api.seat(seatOf('left'));
    left.leave();
    expect((await call('GET', `${left.path}/2018-06-01/runtime/invocation/next`)).status).toBe(403);
  });
});

describe('calls to AWS', () => {
  it('are passed on as they came', async () => {
    const { body } = await call('POST', '/path?x=%20y', {}, 'payload');
    expect(body).toBe(`AWS POST http://${address}/path?x=%20y payload`);
  });

  it('say so where there is no AWS to talk to', async () => {
    const alone = runtimeApi();
    const { status } = await call('GET', '/', {}, '', await alone.address());
    expect(status).toBe(502);
    await alone.close();
  });
});

describe('the listener', () => {
  it.each([
    ['a foreign Host', { Host: 'evil.example' }],
    ['the Host of another port', { Host: '127.0.0.1:1' }],
    ['an Origin, even our own', { Origin: 'http://127.0.0.1' }],
    ['a web page on this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['a web page elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('refuses %s on every path', async (_, headers) => {
    const before = heard.length;
    for (const path of [
      `${one}invocation/next`,
      `${one}invocation/one/response`,
      '/',
      '/2015-03-31/functions',
    ]) {
      expect((await call('POST', path, headers, '{}')).status).toBe(403);
    }
    expect(heard).toHaveLength(before);
  });

  it('answers on loopback only', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal);
    if (!outside) return;
    const port = address.split(':')[1];
    await expect(call('GET', '/', { Host: address }, '', `${outside.address}:${port}`)).rejects.toThrow(
      'ECONNREFUSED',
    );
  });
});

interface Heard {
  status: number | undefined;
  headers: Record<string, unknown>;
  body: string;
}

/** By hand: `fetch` lets nobody set Host. */
function call(method: string, path: string, headers = {}, body = '', at = address): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = request(`http://${at}${path}`, { method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
