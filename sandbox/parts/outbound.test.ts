import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { outboundExcept } from './outbound.ts';

async function remote(): Promise<{ port: number; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:4566/' }).end();
    else response.end(`seen ${request.method} ${request.headers['x-a']}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as { port: number }).port, close: () => server.close() };
}

test('calls out, and hands a redirect back instead of following it', async () => {
  const { port, close } = await remote();
  const out = outboundExcept(() => new Set([4566]));
  const answer = await out(
    new Request(`http://127.0.0.1:${port}/`, { method: 'PUT', headers: { 'x-a': '1' } }),
  );
  expect(await answer.text()).toBe('seen PUT 1');
  expect((await out(new Request(`http://127.0.0.1:${port}/away`))).status).toBe(302);
  close();
});

test.each([
  'http://127.0.0.1:4566/',
  'http://localhost:4566/',
  'http://2130706433:4566/',
  'http://[::1]:4566/',
  'https://anything.example:4566/',
])('never calls a port of ours, by whatever name: %s', async (url) => {
  await expect(outboundExcept(() => new Set([4566]))(new Request(url))).rejects.toThrow(
    'belongs to the sandbox',
  );
});

test('a port of ours without a number in the address is ours too', async () => {
  await expect(outboundExcept(() => new Set([80]))(new Request('http://localhost/'))).rejects.toThrow(
    'Port 80',
  );
});
