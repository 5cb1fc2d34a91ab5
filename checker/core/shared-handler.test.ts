import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { clientPool } from './client-pool.ts';
import type { Connection } from './connection.ts';
import { sharedHandler } from './shared-handler.ts';

const sockets: Socket[] = [];
const server = createServer((_, answer) => {
  answer.setHeader('content-type', 'application/json');
  answer.end('{}');
});
server.on('connection', (socket) => void sockets.push(socket));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const connection: Connection = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  fetch: (request) => fetch(request),
  apiUrl: () => '',
  userAgent: 'test',
};

test('clients of many connections share sockets, and only the last to leave closes them', async () => {
  const shared = sharedHandler(connection, { sockets: 2 });
  const ask = async (accessKeyId: string) => {
    const credentials = { accessKeyId, secretAccessKey: 'b' };
    const pool = clientPool({ ...connection, credentials, requestHandler: shared.handler }, { attempts: 1 });
    await pool.clients((call) => call.send()).lambda.listFunctions({});
    pool.close();
  };
  for (const key of ['a', 'b', 'c']) await ask(key);
  expect(sockets).toHaveLength(1);
  await Promise.all(['d', 'e', 'f', 'g'].map(ask));
  expect(sockets).toHaveLength(2);
  expect(sockets.every(({ destroyed }) => !destroyed)).toBe(true);

  const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
  shared.close();
  await closed;
});

test('a way out that was handed in is used as it is', () => {
  const requestHandler = { handle: async () => ({}) };
  const shared = sharedHandler({ ...connection, requestHandler }, { sockets: 2 });
  expect(shared.handler).toBe(requestHandler);
});
