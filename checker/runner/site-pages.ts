import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { locales } from '#labs/kit/text.ts';
import type { RunnerEnv } from './door.ts';
import { RefusedError } from './refused.ts';
import { texts } from './runner.texts.ts';

/** The built site, as it lies there; where it does not, a page that says so. */
export function sitePages(folder: string): Hono<RunnerEnv> {
  const app = new Hono<RunnerEnv>();
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      throw new RefusedError('method', 'Method not allowed.');
    await next();
    // Names of built files carry their content's hash; a page is asked for anew.
    const lasts = c.req.path.startsWith('/_astro/') && c.res.ok;
    c.res.headers.set('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache');
    if (c.res.ok) c.res.headers.set('vary', 'accept-encoding');
  });
  app.use((c, next) => {
    if (!existsSync(folder) || isNoPage.test(c.req.path)) return next();
    return serveStatic<RunnerEnv>({ root: folder, precompressed: true })(c, next);
  });
  app.all('*', async (c) => {
    if (!existsSync(path.join(folder, 'index.html')))
      return c.html(plainPage(texts.noSite, texts.noSiteNext), 503);
    const own = await readFile(path.join(folder, '404.html'), 'utf8').catch(() => undefined);
    return c.html(own ?? plainPage(texts.noPage), 404);
  });
  return app;
}

/** A name that begins with a dot is nobody's page; what is packed is only another form of one. */
const isNoPage = /(^|\/)\.|\.(br|gz)$/;

function plainPage(...sentences: Array<(typeof texts)[keyof typeof texts]>): string {
  const parts = locales.map(
    (locale) => `<p lang="${locale}">${sentences.map((text) => text[locale]).join('<br>')}</p>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Serverless Hands-on</title>${parts.join('')}</html>`;
}
