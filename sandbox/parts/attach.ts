import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installation } from './installation.ts';
import { isOwned, type Owner, whoOwns } from './owner-lock.ts';
import type { ServeOptions, ServeProblem } from './serve.ts';

/** A sandbox to talk to, wherever it runs. */
export interface Attached {
  endpoint: string;
  apiEndpoint: string;
  secret: string;
  token: string;
  /** Whether this process runs it, and `close` ends it. */
  ours: boolean;
  close(): Promise<void>;
}

const patienceMs = 5000;

/** The sandbox that runs, or one in this process for as long as it is needed. */
export async function attach(options: ServeOptions): Promise<Attached | { problem: ServeProblem }> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = runningSandbox(options);
    if (running) return { ...running, ours: false, close: async () => {} };
    const owned = isOwned(join(options.home, 'sandbox'));
    // Owned by one that does not listen yet: it will in a moment.
    if (!owned) {
      // A sandbox that runs elsewhere needs none of the code of one that runs here.
      const { serve } = await import('./serve.ts');
      const served = await serve({ ...options, port: 0, apiPort: 0 });
      if (!('problem' in served)) return { ...served, ours: true };
      if (served.problem.kind !== 'owned' || Date.now() > deadline) return served;
    }
    if (Date.now() > deadline) return { problem: { kind: 'owned', owner: undefined } };
    await sleep(50);
  }
}

export interface RunningSandbox extends Omit<Attached, 'ours' | 'close'> {
  owner: Owner;
}

/** The addresses of the sandbox that runs, with what is needed to talk to it; `undefined`: none does. */
export function runningSandbox({
  home,
  env,
}: Pick<ServeOptions, 'home' | 'env'>): RunningSandbox | undefined {
  const owner = whoOwns(join(home, 'sandbox'));
  if (owner?.port === undefined || owner.apiPort === undefined) return undefined;
  const { secret, token } = installation(home, env);
  return {
    secret: owner.secret ?? secret,
    token,
    owner,
    endpoint: `http://127.0.0.1:${owner.port}`,
    apiEndpoint: `http://127.0.0.1:${owner.apiPort}`,
  };
}
