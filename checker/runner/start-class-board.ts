import { type ClassRoutesOptions, classRoutes } from './class-routes.ts';
import { type Served, serveApp } from './serve-app.ts';

/** The board of one class on a port of its own, with nothing else there. */
export function startClassBoard(
  options: ClassRoutesOptions & { port: number; failed(error: unknown): void },
): Promise<Served> {
  return serveApp(options, (app) => {
    const board = classRoutes(options);
    app.get('/', (c) => c.redirect('/class'));
    app.route('/class', board.app);
    return async () => board.close();
  });
}
