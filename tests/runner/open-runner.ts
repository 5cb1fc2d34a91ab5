import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCli } from '#checker/cli/make-cli.ts';
import { chooseLabs } from '#checker/commands/choose-labs.ts';
import { openDesk } from '#checker/commands/open-desk.ts';
import { type Runner, startRunner } from '#checker/runner/start-runner.ts';
import type { RunnerEvent } from '#checker/runner/wire.ts';
import { type Serving, serve } from '#sandbox/parts/serve.ts';

export interface OpenRunner extends Runner {
  home: string;
  served: Serving;
  failures: unknown[];
  /** Sent as a page of the runner's own sends it. */
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  token(): Promise<string>;
  /** Ends it, and returns how to start it again on the same port. */
  stop(): Promise<() => Promise<void>>;
}

/** The runner as `handson start` makes it, on ports of its own, over a state of its own. */
export async function openRunner(built?: { dir: string }): Promise<OpenRunner> {
  const home = await mkdtemp(path.join(tmpdir(), 'handson-runner-'));
  const site = built?.dir ?? (await plainSite(home));
  const env = { HANDSON_HOME: home };
  const served = await serve({ home, env, port: 0, apiPort: 0 });
  if ('problem' in served) throw new Error(JSON.stringify(served.problem));
  const cli = quietCli(env);
  const failures: unknown[] = [];
  const start = async (port: number) =>
    startRunner({
      cli,
      labs: await chooseLabs([]),
      sandbox: { endpoint: served.endpoint, apiEndpoint: served.apiEndpoint },
      openDesk: (signal) => openDesk({ ...cli, signal }),
      port,
      site,
      failed: (error) => failures.push(error),
    });
  let runner = await start(0);
  const token = async () => {
    const answer = await fetch(`${runner.url}/api/token`, { headers: { 'sec-fetch-site': 'same-origin' } });
    return ((await answer.json()) as { token: string }).token;
  };
  return {
    ...runner,
    home,
    served,
    failures,
    token,
    async post(where, body, headers = {}) {
      return fetch(runner.url + where, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-handson-token': await token(), ...headers },
        body: JSON.stringify(body),
      });
    },
    async stop() {
      await runner.close();
      return async () => {
        runner = await start(runner.port);
      };
    },
    async close() {
      await runner.close();
      await served.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function plainSite(home: string): Promise<string> {
  const site = path.join(home, 'site');
  await mkdir(site);
  await writeFile(path.join(site, 'index.html'), '<!doctype html><title>Lessons</title><h1>Lessons</h1>');
  return site;
}

function quietCli(env: Record<string, string>) {
  const silent = { write: () => true };
  return makeCli(
    {},
    { env, stdout: silent, stderr: silent, stdin: {}, systemLocale: () => 'en' },
    new AbortController().signal,
  );
}

export interface Listening {
  events: RunnerEvent[];
  /** Waits for an event that has come or will come. */
  until(wanted: (event: RunnerEvent) => boolean): Promise<RunnerEvent>;
  ended: Promise<void>;
  close(): void;
}

/** Reads a stream as a page does. */
export async function listen(runner: { url: string }, lang = 'en'): Promise<Listening> {
  const stop = new AbortController();
  const response = await fetch(`${runner.url}/api/events?lang=${lang}`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    signal: stop.signal,
  });
  if (!response.ok || !response.body) throw new Error(`${response.status}`);
  const events: RunnerEvent[] = [];
  const waiting = new Set<() => void>();
  const ended = read(response.body, (event) => {
    events.push(event);
    for (const look of waiting) look();
  }).catch(() => {});
  return {
    events,
    ended,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = events.find(wanted);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => stop.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, tell: (event: RunnerEvent) => void): Promise<void> {
  let text = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data) tell(JSON.parse(data) as RunnerEvent);
    }
  }
}
