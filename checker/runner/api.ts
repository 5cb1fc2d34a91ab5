import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { asLocale } from '../cli/locale.ts';
import { nextHint } from '../state/hints.ts';
import { openState } from '../state/open-state.ts';
import { readTarget } from '../target/target-file.ts';
import { bodyOf, labOf, labsOf, stepIn, textOf } from './bodies.ts';
import { cleanDo, cleanPlan } from './clean-for-page.ts';
import { jsonOnly, ownPagesOnly, pagesOnly, type RunnerEnv, withToken } from './door.ts';
import { RefusedError } from './refused.ts';
import type { Room } from './room.ts';
import type { Runs } from './runs.ts';
import { standingOf } from './standing.ts';
import { stateOf } from './state-of.ts';
import { streamEvents } from './stream-events.ts';
import type { HintAnswer } from './wire.ts';

const largestBody = 16 * 1024;

/** `/api/…`: looking needs a page of ours, acting needs the token, changing an account needs its name. */
export function api(room: Room, runs: Runs): Hono<RunnerEnv> {
  const app = new Hono<RunnerEnv>();
  app.use(ownPagesOnly());
  app.get('/token', pagesOnly(), (c) => c.json({ token: room.token }));
  app.get('/state', (c) => c.json(stateOf(room, localeOf(c.req.query('lang')))));
  const standing = standingOf(room);
  app.get('/standing', async (c) => c.json(await standing()));
  app.get('/events', (c) => streamEvents(c, room, runs));

  app.on(
    'POST',
    '*',
    withToken(room.token),
    jsonOnly(),
    bodyLimit({ maxSize: largestBody, onError: tooLarge }),
  );
  app.post('/check', async (c) => {
    const body = await bodyOf(c.req);
    const labs = labsOf(body, room.labs);
    const [first] = labs;
    const only = first && stepIn(first, body.step);
    return c.json({ run: runs.check(labs, only) }, 202);
  });
  app.post('/watch', async (c) => {
    const body = await bodyOf(c.req);
    runs.watch(labOf(body, room.labs), body.on === true);
    return c.json({}, 202);
  });
  app.post('/hint', async (c) => {
    const body = await bodyOf(c.req);
    return c.json(hint(room, body, localeOf(c.req.query('lang'))));
  });
  app.post('/apply', async (c) => {
    const body = await bodyOf(c.req);
    const chosen = labOf(body, room.labs);
    const through = stepIn(chosen, body.through);
    const only = stepIn(chosen, body.step);
    const run = runs.apply(chosen, {
      account: pinnedAccount(room, body),
      part: { ...(through === undefined ? {} : { through }), ...(only === undefined ? {} : { only }) },
      runtime: body.runtime === 'node' ? 'node' : 'python',
    });
    return c.json({ run }, 202);
  });
  app.post('/clean/plan', async (c) => {
    await bodyOf(c.req);
    return c.json(await cleanPlan(room, localeOf(c.req.query('lang'))));
  });
  app.post('/clean/do', async (c) => {
    const body = await bodyOf(c.req);
    const hash = textOf(body, 'hash');
    pinnedAccount(room, body);
    return c.json(await runs.exclusively(() => cleanDo(room, hash)));
  });
  app.all('*', (c) => {
    const isKnown = paths.has(c.req.path.replace(/^\/api/, ''));
    throw new RefusedError(isKnown ? 'method' : 'not-found', isKnown ? 'Method not allowed.' : 'Not found.');
  });
  return app;
}

const paths = new Set([
  '/token',
  '/state',
  '/standing',
  '/events',
  '/check',
  '/watch',
  '/hint',
  '/apply',
  '/clean/plan',
  '/clean/do',
]);

function tooLarge(): never {
  throw new RefusedError('too-large', `A body may have ${largestBody} bytes.`);
}

function localeOf(word: string | undefined) {
  return asLocale(word ?? '') ?? 'en';
}

/** The account that the page showed, if that is the one that is pinned. */
function pinnedAccount(room: Room, body: Readonly<Record<string, unknown>>): string {
  const shown = textOf(body, 'account');
  const { account } = readTarget(room.cli.home);
  if (shown !== account)
    throw new RefusedError(
      'wrong-account',
      `The page showed ${shown}; ${account} is chosen. Nothing was done.`,
      {
        account,
      },
    );
  return shown;
}

function hint(
  room: Room,
  body: Readonly<Record<string, unknown>>,
  locale: ReturnType<typeof localeOf>,
): HintAnswer {
  const chosen = labOf(body, room.labs);
  const id = stepIn(chosen, textOf(body, 'step'));
  const hints = chosen.lab.steps.find((step) => step.id === id)?.hints ?? [];
  const state = openState(room.cli.home);
  const number = nextHint(state, chosen.lab.id, id as string, hints.length);
  state.close();
  return { number, of: hints.length, hint: hints[number - 1]?.[locale] ?? '' };
}
