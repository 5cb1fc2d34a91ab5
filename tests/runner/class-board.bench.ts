import { openClassFeed } from '#checker/runner/class-feed.ts';
import { type Bench, ms, type Row } from '#scripts/bench-kit.ts';
import { allLabs } from '../labs/standing.ts';
import { findChromium, openBrowser } from '../site/open-browser.ts';
import { asPage, hear, type OpenClass, openClass, seenIn } from './class-kit.ts';

const size = 1000;
const steps = 35;

/** A class of a thousand on the board: what goes over the line, and what a page does with it. */
export const bench: Bench = {
  name: 'Class board, 1,000 learners',
  async run() {
    const pupils = await openClass(size);
    pupils.round((at) => ({ done: at % steps }));
    const board = await pupils.serve();
    try {
      const idle = await idleLooks(pupils.home);
      const cold = await pageIn(board.url);
      const warm = [];
      for (let round = 0; round < 5; round++) warm.push((await pageIn(board.url)).took);
      const ear = await hear(board.url, seenIn(cold.html));
      const inBrowser = await openInBrowser(board.url);
      const one = await bytesOf(ear, () => change(pupils, (at) => at === 500));
      const onePatch = await inBrowser?.patched();
      const nobody = await bytesOf(ear, () => change(pupils, () => false));
      const all = await bytesOf(ear, () => change(pupils, () => true));
      const allPatches = await inBrowser?.patched();
      ear.close();
      await inBrowser?.close();
      return [
        { what: 'page, first and then again', value: `${cold.took.toFixed(0)} ms, ${ms(warm)}` },
        { what: 'one look while nothing happens', value: ms(idle), goal: 'at most 5 ms' },
        { what: 'page, size', value: `${(cold.html.length / 1e6).toFixed(2)} MB` },
        { what: 'a round in which one learner goes on', value: `${one} bytes`, goal: 'at most 4,096' },
        { what: 'a round in which nothing changes', value: `${nobody} bytes`, goal: 'at most 1,024' },
        { what: 'a round in which everybody goes on', value: `${all} bytes`, goal: 'at most 150,000' },
        ...(inBrowser ? browserRows(inBrowser.loaded, onePatch, allPatches) : [noBrowser]),
      ];
    } finally {
      await board.close();
      await pupils.close();
    }
  },
};

/** What a board asks once a second, in a process that does other things too. */
async function idleLooks(home: string): Promise<number[]> {
  const feed = openClassFeed({ home, name: 'spring', labs: allLabs });
  await feed.look();
  const times: number[] = [];
  for (let round = 0; round < 50; round++) {
    const began = performance.now();
    await feed.look();
    times.push(performance.now() - began);
  }
  feed.close();
  return times;
}

async function pageIn(url: string): Promise<{ html: string; took: number }> {
  const began = performance.now();
  const html = await (await fetch(`${url}/class/spring`, { headers: asPage })).text();
  return { html, took: performance.now() - began };
}

const done = Array.from({ length: size }, (_, at) => at % steps);

/** A whole round, in which those go on by a step. */
function change(pupils: OpenClass, isAsked: (at: number) => boolean): void {
  pupils.round((at) => {
    const now = (done[at] ?? 0) + (isAsked(at) ? 1 : 0);
    done[at] = now;
    return { done: now };
  });
}

async function bytesOf(ear: Awaited<ReturnType<typeof hear>>, work: () => void): Promise<number> {
  const [bytes, rounds] = [ear.heard.bytes, overs(ear)];
  work();
  while (overs(ear) === rounds) await new Promise((resolve) => setTimeout(resolve, 100));
  return ear.heard.bytes - bytes;
}

const overs = ({ events }: Awaited<ReturnType<typeof hear>>): number =>
  events.filter(({ type }) => type === 'over').length;

const noBrowser: Row = { what: 'in the browser', value: 'skipped: no Chromium here' };

function browserRows(loaded: number, one: number | undefined, all: number | undefined): Row[] {
  return [
    { what: 'the page in the browser, loaded', value: `${loaded.toFixed(0)} ms` },
    {
      what: 'one learner’s cells, written and laid out',
      value: `${one?.toFixed(0)} ms`,
      goal: 'at most 100 ms',
    },
    {
      what: 'everybody’s cells, written and laid out at once',
      value: `${all?.toFixed(0)} ms`,
      goal: 'at most 500 ms',
    },
  ];
}

/** Opens a page that measures itself. */
async function openInBrowser(url: string) {
  const chromium = await findChromium();
  if (!chromium) return undefined;
  const browser = await openBrowser(chromium);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(`{
    globalThis.patches = [];
    const { addEventListener } = EventTarget.prototype;
    EventSource.prototype.addEventListener = function (type, hear) {
      addEventListener.call(this, type, (event) => {
        const began = performance.now();
        hear(event);
        document.body.getBoundingClientRect();
        if (type === 'rows') patches.push(performance.now() - began);
      });
    };
  }`);
  const began = performance.now();
  await page.goto(`${url}/class/spring`);
  const loaded = performance.now() - began;
  await page.waitForFunction('patches.length > 0');
  return {
    loaded,
    /** The longest patch since it was asked for last. */
    async patched(): Promise<number> {
      await page.waitForTimeout(1500);
      return Math.max(...(await page.evaluate<number[]>('patches.splice(0)')));
    },
    close: () => browser.close(),
  };
}
