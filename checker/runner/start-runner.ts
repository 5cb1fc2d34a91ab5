import { api } from './api.ts';
import { openBoard } from './board.ts';
import { classRoutes } from './class-routes.ts';
import { openHub } from './hub.ts';
import type { Room } from './room.ts';
import { openRuns } from './runs.ts';
import { type Served, serveApp } from './serve-app.ts';
import { sitePages } from './site-pages.ts';

export interface RunnerOptions extends Pick<Room, 'cli' | 'labs' | 'sandbox' | 'openDesk'> {
  /** 0: any. */
  port: number;
  /** The built site. */
  site: string;
  failed(error: unknown): void;
}

export interface Runner extends Served {
  instance: string;
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
  const board = classRoutes({ home: cli.home, labs: labs.map(({ lab }) => lab), locale: cli.locale });
  const served = await serveApp(options, (app) => {
    app.route('/api', api(room, runs));
    app.route('/class', board.app);
    app.route('/', sitePages(options.site));
    return async () => {
      room.hub.close();
      board.close();
      await runs.close();
    };
  });
  return { ...served, instance: room.instance };
}
