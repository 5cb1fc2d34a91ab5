import { Hono, type MiddlewareHandler } from 'hono';
import type { Lab } from '#labs/kit/lab.ts';
import type { Locale } from '#labs/kit/text.ts';
import { asLocale } from '../cli/locale.ts';
import { classNames } from '../grading/class-file.ts';
import { type ClassFeed, openClassFeed } from './class-feed.ts';
import { classList, classPage } from './class-page.ts';
import { classPageStyle } from './class-page-style.ts';
import type { RunnerEnv } from './door.ts';
import { RefusedError } from './refused.ts';
import { pump } from './stream-events.ts';

export interface ClassRoutesOptions {
  home: string;
  labs: readonly Lab[];
  locale: Locale;
  /** This class alone; every class of this installation where it is absent. */
  only?: string;
  /** Names are never shown, whatever is asked for. */
  initials?: boolean;
}

/** `/class…`: the board of each class, from its gradebook. */
export function classRoutes(options: ClassRoutesOptions): { app: Hono<RunnerEnv>; close(): void } {
  const { home, locale: usual, only, initials: always = false } = options;
  const feeds = new Map<string, ClassFeed>();
  const names = () => (only === undefined ? classNames(home) : [only]);
  const feedOf = (name: string) => {
    if (!names().includes(name)) throw new RefusedError('not-found', 'There is no such class.');
    const feed = feeds.get(name) ?? openClassFeed({ ...options, name });
    feeds.set(name, feed);
    return feed;
  };
  const localeOf = (word: string | undefined) => asLocale(word ?? '') ?? usual;
  const page = async (name: string, lang: string | undefined, initials: string | undefined) =>
    classPage(await feedOf(name).look(), {
      locale: localeOf(lang),
      initials: always || initials === '1',
      mayShowNames: !always,
    });

  const app = new Hono<RunnerEnv>();
  app.use(readersOnly());
  app.get('/', async (c) => {
    const [first, ...more] = names();
    const { lang, initials } = c.req.query();
    if (first !== undefined && more.length === 0) return c.html(await page(first, lang, initials));
    return c.html(classList(names(), localeOf(lang)), first === undefined ? 404 : 200);
  });
  app.get('/board.css', (c) => c.body(classPageStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/board.js', async (c) =>
    c.body(await clientScript(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/:name', async (c) => {
    const { lang, initials } = c.req.query();
    return c.html(await page(c.req.param('name'), lang, initials));
  });
  app.get('/:name/events', async (c) => {
    const { lang, instance = '', seq = '', shape = '' } = c.req.query();
    const seen = /^\d{1,12}$/.test(seq) ? Number(seq) : -1;
    const listener = await feedOf(c.req.param('name')).listen(localeOf(lang), { instance, shape, seq: seen });
    if (!listener) throw new RefusedError('too-many-streams', 'Too many pages listen already. Close some.');
    return pump(c, listener);
  });
  app.all('*', () => {
    throw new RefusedError('not-found', 'Not found.');
  });
  return {
    app,
    close() {
      for (const feed of feeds.values()) feed.close();
    },
  };
}

/**
 * A class is personal data: only a page of ours, or a person who typed the address or opened it from outside the browser, may
 * see it. A page of a learner's API comes as `same-site`; a program that sends nothing has the command line.
 */
function readersOnly(): MiddlewareHandler<RunnerEnv> {
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      throw new RefusedError('method', 'Method not allowed.');
    const site = c.req.header('sec-fetch-site');
    if (site !== 'same-origin' && site !== 'none')
      throw new RefusedError('foreign-page', 'Open this page by its address, in a browser of today.');
    await next();
  };
}

/** The client is written for a browser and is only text to this program: the compiler sees it with the site's types. */
async function clientScript(): Promise<string> {
  const file = new URL('./class-client.ts', import.meta.url).href;
  const { boardClient } = (await import(/* @vite-ignore */ file)) as { boardClient: () => void };
  return `(${boardClient})();\n`;
}
