import { once } from 'node:events';
import { request as nodeRequest } from 'node:http';
import { connect, createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ConnectionLost } from '#sandbox/core/perform.ts';
import { type ListeningServer, listen, type ServerOptions } from './http-server.ts';
import { portHolder, portInUseText } from './port-holder.ts';

const open: ListeningServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(
  answer: ServerOptions['answer'],
  more: Partial<ServerOptions> = {},
): Promise<ListeningServer> {
  const server = await listen({
    answer,
    port: 0,
    allowedOrigins: ['http://127.0.0.1:3000'],
    maxBodyBytes: 1000,
    cors: true,
    refuse: ({ status, message }) => new Response(message, { status }),
    failed: () => {},
    ...more,
  });
  open.push(server);
  return server;
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Node's own client, because `fetch` does not let a Host or an Origin be chosen. */
function send(port: number, { method = 'GET', path = '/', headers = {}, body }: Sent = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const outgoing = nodeRequest(
        { host: '127.0.0.1', port, method, path, headers, agent: false },
        async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    },
  );
}

test('a request arrives with its method, path, headers and body, and its answer goes back', async () => {
  const { port } = await serve(async (request) => {
    const { pathname, search } = new URL(request.url);
    const seen = `${request.method} ${pathname}${search} ${request.headers.get('x-a')} ${await request.text()}`;
    const headers = new Headers([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    return new Response(`${seen} ${request.headers.get('host')}`, { status: 201, headers });
  });
  const answer = await send(port, {
    method: 'POST',
    path: '/p%2Fq?x=%20',
    headers: { 'x-a': 'e1' },
    body: 'dịch',
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toBe(`POST /p%2Fq?x=%20 e1 dịch 127.0.0.1:${port}`);
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
});

test.each(['/', '/_sandbox/faults', '/2015-03-31/functions', '/nowhere'])(
  'the guards stand before %s',
  async (path) => {
    let answered = 0;
    const { port } = await serve(async () => {
      answered += 1;
      return new Response('in');
    });
    expect((await send(port, { path, headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await send(port, { path, headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect((await send(port, { path, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(
      (await send(port, { path, method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).status,
    ).toBe(403);
    expect((await send(port, { path, headers: { host: `evil.example:${port}` } })).status).toBe(421);
    expect(answered).toBe(0);
    expect((await send(port, { path })).body).toBe('in');
  },
);

test('a target that names another host is refused', async () => {
  const { port } = await serve(async () => new Response('in'));
  expect((await send(port, { path: 'http://evil.example/' })).status).toBe(400);
});

test('a page of the allowed origin may ask first, and may read the answer; others get no such leave', async () => {
  const { port } = await serve(async () => new Response('in'));
  const headers = { origin: 'http://127.0.0.1:3000', 'access-control-request-headers': 'authorization' };
  const asked = await send(port, { method: 'OPTIONS', headers });
  expect([asked.status, asked.headers['access-control-allow-headers']]).toEqual([204, 'authorization']);
  const answer = await send(port, { headers });
  expect(answer.headers['access-control-allow-origin']).toBe('http://127.0.0.1:3000');
  expect((await send(port)).headers['access-control-allow-origin']).toBeUndefined();
});

test('a body beyond the limit is refused, whether or not its length was told', async () => {
  const { port } = await serve(async (request) => new Response(await request.text()));
  expect((await send(port, { method: 'POST', body: 'x'.repeat(1000) })).status).toBe(200);
  expect((await send(port, { method: 'POST', body: 'x'.repeat(1001) })).status).toBe(413);
  const headers = { 'transfer-encoding': 'chunked' };
  expect((await send(port, { method: 'POST', headers, body: 'x'.repeat(1001) })).status).toBe(413);
});

test('a fault that resets breaks the connection without an answer', async () => {
  const { port } = await serve(async () => {
    throw new ConnectionLost();
  });
  await expect(send(port)).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a caller who gives up is noticed while the answer is still awaited', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const { port } = await serve(
    (request) =>
      new Promise(() => {
        request.signal.addEventListener('abort', () => resolve('gone'));
      }),
  );
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  await once(socket, 'connect');
  setTimeout(() => socket.destroy(), 50);
  expect(await promise).toBe('gone');
});

test('an error inside says nothing of itself, but is reported', async () => {
  const seen: unknown[] = [];
  const { port } = await serve(
    async () => {
      throw new Error('a secret detail');
    },
    { failed: (error) => seen.push(error) },
  );
  const answer = await send(port);
  expect([answer.status, answer.body]).toEqual([500, 'Internal server error']);
  expect(seen).toHaveLength(1);
});

test.each([300, 40_000])('every byte of a body of %i goes back as it was', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => index % 256);
  const { port } = await serve(async () => new Response(bytes));
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

test('a caller that has its answer is not taken for one that gave up', async () => {
  let aborted = false;
  const { port } = await serve(async (request) => {
    request.signal.addEventListener('abort', () => {
      aborted = true;
    });
    return new Response('in');
  });
  await send(port);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(aborted).toBe(false);
});

test('HEAD and answers without a body have none', async () => {
  const { port } = await serve(async (request) =>
    request.method === 'HEAD' ? new Response('four') : new Response(null, { status: 204 }),
  );
  expect(await send(port, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await send(port, { method: 'DELETE' })).toMatchObject({ status: 204, body: '' });
});

test('whatever bytes arrive, the next request is answered', async () => {
  const { port } = await serve(async () => new Response('in'));
  const head = fc.array(
    fc.oneof(
      fc.constantFrom(
        'GET ',
        'POST ',
        '/',
        '//',
        '*',
        'http://x/',
        ' HTTP/1.1\r\n',
        '\r\n',
        '\r\n\r\n',
        '\0',
      ),
      fc.constantFrom(
        `Host: 127.0.0.1:${port}\r\n`,
        'Host:\r\n',
        'Content-Length: 5\r\n',
        'Content-Length: -1\r\n',
      ),
      fc.constantFrom(
        'Transfer-Encoding: chunked\r\n',
        'Expect: 100-continue\r\n',
        'Upgrade: websocket\r\n',
        'x: \xff\r\n',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 10 },
  );
  await fc.assert(
    fc.asyncProperty(head, async (parts) => {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      socket.end(Buffer.from(parts.join(''), 'latin1'));
      socket.resume();
      await once(socket, 'close');
      expect((await send(port)).body).toBe('in');
    }),
    { numRuns: 100 },
  );
});

test('nothing but loopback is listened on', async () => {
  const server = await serve(async () => new Response('in'));
  await expect(connected('::1', server.port)).resolves.toBe(false);
  await expect(connected('127.0.0.1', server.port)).resolves.toBe(true);
});

function connected(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.on('connect', () => resolve(socket.destroy() !== undefined));
    socket.on('error', () => resolve(false));
  });
}

test.skipIf(process.platform === 'win32')('a port in use is told with the process that has it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const holder = await portHolder(port);
  expect(holder?.pid).toBe(process.pid);
  expect(portInUseText(port, holder)).toMatch(
    new RegExp(`^Port ${port} is in use by .+ \\(process ${process.pid}\\)\\.$`),
  );
  server.close();
  expect(await portHolder(port)).toBeUndefined();
});

test("a port that asks for it is told the case of the client's header names, whatever the client says of it", async () => {
  const { port } = await serve(async ({ headers }) => new Response(headers.get('x-names')), {
    headerNamesIn: 'x-names',
  });
  const { body } = await send(port, { headers: { 'X-tRaCe': '1', 'x-names': 'made,up' } });
  expect(body.split(',')).toEqual(expect.arrayContaining(['X-tRaCe', 'x-names']));
  expect(body).not.toContain('made');
});
