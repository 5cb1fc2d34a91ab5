import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Doorkeeper } from '#sandbox/parts/guards.ts';
import { asLocale } from '../cli/locale.ts';
import { Told } from '../cli/told.ts';
import { door, type RunnerEnv } from './door.ts';
import { securityHeaders } from './headers.ts';
import { RefusedError } from './refused.ts';

export interface Served {
  port: number;
  url: string;
  close(): Promise<void>;
}

/**
 * Routes on one port of 127.0.0.1, behind the door and under the headers that all of ours have. `routes` returns how what
 * is under way is ended. Throws Node's own error where the port cannot be had.
 */
export async function serveApp(
  { port, failed }: { port: number; failed(error: unknown): void },
  routes: (app: Hono<RunnerEnv>) => () => Promise<void>,
): Promise<Served> {
  const keeper: Doorkeeper = { port: 0, allowedOrigins: new Set(), servesPages: true };
  const app = new Hono<RunnerEnv>();
  app.use(securityHeaders());
  app.use(door(() => keeper));
  const end = routes(app);
  app.onError((error, c) => {
    if (error instanceof RefusedError) return error.response();
    // What a person can mend is told as it stands; it is no fault of ours.
    if (error instanceof Told)
      return new RefusedError('trouble', error.tell(asLocale(c.req.query('lang') ?? '') ?? 'en')).response();
    failed(error);
    return new RefusedError('trouble', 'This is a fault of ours.').response();
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 10_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 },
  }) as Server;
  server.maxConnections = 512;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  keeper.port = (server.address() as AddressInfo).port;
  return {
    port: keeper.port,
    url: `http://127.0.0.1:${keeper.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      await end();
      server.closeAllConnections();
      await closed;
    },
  };
}
