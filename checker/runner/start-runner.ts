import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Doorkeeper } from '#sandbox/parts/guards.ts';
import { asLocale } from '../cli/locale.ts';
import { Told } from '../cli/told.ts';
import { api } from './api.ts';
import { openBoard } from './board.ts';
import { door, type RunnerEnv } from './door.ts';
import { securityHeaders } from './headers.ts';
import { openHub } from './hub.ts';
import { RefusedError } from './refused.ts';
import type { Room } from './room.ts';
import { openRuns } from './runs.ts';
import { sitePages } from './site-pages.ts';

export interface RunnerOptions extends Pick<Room, 'cli' | 'labs' | 'sandbox' | 'openDesk'> {
  /** 0: any. */
  port: number;
  /** The built site. */
  site: string;
  failed(error: unknown): void;
}

export interface Runner {
  port: number;
  url: string;
  instance: string;
  close(): Promise<void>;
}

/** The lessons and the checks on one port of 127.0.0.1. Throws Node's own error where the port cannot be had. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { cli, labs, sandbox, openDesk } = options;
  const room: Room = {
    cli,
    labs,
    sandbox,
    openDesk,
    hub: openHub(),
    board: openBoard(),
    token: `${crypto.randomUUID()}${crypto.randomUUID()}`,
    instance: crypto.randomUUID(),
  };
  const runs = openRuns(room);
  const keeper: Doorkeeper = { port: 0, allowedOrigins: new Set(), servesPages: true };
  const app = new Hono<RunnerEnv>();
  app.use(securityHeaders());
  app.use(door(() => keeper));
  app.route('/api', api(room, runs));
  app.route('/', sitePages(options.site));
  app.onError((error, c) => {
    if (error instanceof RefusedError) return error.response();
    // What a person can mend is told as it stands; it is no fault of ours.
    if (error instanceof Told)
      return new RefusedError('trouble', error.tell(asLocale(c.req.query('lang') ?? '') ?? 'en')).response();
    options.failed(error);
    return new RefusedError('trouble', 'This is a fault of ours.').response();
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 10_000, headersTimeout: 5000, connectionsCheckingInterval: 1000 },
  }) as Server;
  server.maxConnections = 512;
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  keeper.port = (server.address() as AddressInfo).port;
  return {
    port: keeper.port,
    url: `http://127.0.0.1:${keeper.port}`,
    instance: room.instance,
    async close() {
      const closed = once(server, 'close');
      server.close();
      room.hub.close();
      await runs.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
