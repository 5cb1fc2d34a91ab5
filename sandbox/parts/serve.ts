import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryStore } from '#sandbox/core/memory-store.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import type { Store } from '#sandbox/core/store.ts';
import { identity } from '#sandbox/identity/identity.ts';
import { createSandbox } from '#sandbox/sandbox.ts';
import { type Installation, InstallationUnreadable, installation } from './installation.ts';
import { nodeParts } from './node-parts.ts';
import { outboundExcept } from './outbound.ts';
import { claim, type Owner, type Ownership } from './owner-lock.ts';
import type { PortHolder } from './port-holder.ts';
import { type OpenedPorts, openPorts } from './servers.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { StateProblem } from './state-problem.ts';

export interface ServeOptions {
  /** The folder `.handson`. */
  home: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Named, it must be free; else 4566 or the next free one. 0: any. */
  port?: number;
  /** Likewise; else the next free one after `port`. */
  apiPort?: number;
  /** Nothing is kept. */
  memory?: boolean;
  /** Starts over: what the state held is deleted. */
  reset?: boolean;
  /** Exact origins whose pages may call, as the runner's own. */
  allowedOrigins?: readonly string[];
  /** Lets HTTP integrations of learners' APIs call out. */
  outbound?: boolean;
  awsLimits?: boolean;
  failed?: (error: unknown) => void;
}

export interface Serving {
  sandbox: Sandbox;
  /** What `AWS_ENDPOINT_URL` is to be. */
  endpoint: string;
  /** Learners' APIs answer at `{apiEndpoint}/_api/{apiId}/{stage}/…`. */
  apiEndpoint: string;
  port: number;
  apiPort: number;
  secret: string;
  token: string;
  /** A state that could not be used, and where it lies now. */
  setAside?: StateProblem;
  close(): Promise<void>;
}

export type ServeProblem =
  | { kind: 'owned'; owner: Omit<Owner, 'secret'> | undefined }
  | { kind: 'port-in-use'; port: number; holder: PortHolder | undefined }
  | { kind: 'state'; problem: StateProblem }
  | { kind: 'installation'; path: string; message: string };

/** Opens the state, makes the sandbox and puts it on its two ports. What stands in the way comes back as data. */
export async function serve(options: ServeOptions): Promise<Serving | { problem: ServeProblem }> {
  const known = installationOf(options);
  if ('problem' in known) return known;
  const { secret, token } = known;
  const state = openState(options);
  if ('problem' in state) return state;

  const own = new Set<number>();
  const box: { sandbox?: Sandbox } = {};
  const sandbox = createSandbox({
    secret,
    identity,
    parts: nodeParts({
      store: state.store,
      runtimesFolder: join(options.home, 'sandbox', 'run'),
      fetchAws: (request) => (box.sandbox as Sandbox).fetch(request),
      ...(options.outbound ? { outbound: outboundExcept(() => own) } : {}),
      ...(options.awsLimits === undefined ? {} : { awsLimits: options.awsLimits }),
    }),
  });
  box.sandbox = sandbox;

  const ports = await portsOrClose(sandbox, token, options, state.ownership);
  if ('problem' in ports) return ports;
  own.add(ports.port).add(ports.apiPort);
  state.ownership?.announce({ port: ports.port, apiPort: ports.apiPort, secret });
  return {
    sandbox,
    secret,
    token,
    port: ports.port,
    apiPort: ports.apiPort,
    endpoint: `http://127.0.0.1:${ports.port}`,
    apiEndpoint: `http://127.0.0.1:${ports.apiPort}`,
    ...(state.setAside ? { setAside: state.setAside } : {}),
    async close() {
      await ports.close();
      await sandbox.close();
      state.ownership?.release();
    },
  };
}

function installationOf({ home, env }: ServeOptions): Installation | { problem: ServeProblem } {
  try {
    return installation(home, env);
  } catch (error) {
    if (!(error instanceof InstallationUnreadable)) throw error;
    return { problem: { kind: 'installation', path: error.path, message: error.message } };
  }
}

interface State {
  store: Store;
  setAside?: StateProblem;
  ownership?: Ownership;
}

/** A sandbox in memory claims the folder too, so that others find it; where another has it, it runs unannounced. */
function openState({ home, memory, reset }: ServeOptions): State | { problem: ServeProblem } {
  const folder = join(home, 'sandbox');
  const claimed = claim(folder, randomUUID());
  const ownership = 'ownership' in claimed ? claimed.ownership : undefined;
  if (memory) return { store: memoryStore(), ...(ownership ? { ownership } : {}) };
  if ('owner' in claimed) return { problem: { kind: 'owned', owner: withoutSecret(claimed.owner) } };
  if (reset) removeState(folder);
  const opened = openSqliteStore(folder);
  if (!('problem' in opened)) return { ...opened, ownership: claimed.ownership };
  claimed.ownership.release();
  return { problem: { kind: 'state', problem: opened.problem } };
}

/** A problem is printed, and a secret is not. */
function withoutSecret(owner: Owner | undefined): Omit<Owner, 'secret'> | undefined {
  if (!owner) return undefined;
  const { secret: _kept, ...shown } = owner;
  return shown;
}

/** What was set aside earlier stays: only the state itself is meant. */
function removeState(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^state\.sqlite(-wal|-shm)?$/.test(name)) rmSync(join(folder, name));
  }
}

async function portsOrClose(
  sandbox: Sandbox,
  token: string,
  options: ServeOptions,
  ownership: Ownership | undefined,
): Promise<OpenedPorts | { problem: ServeProblem }> {
  const stop = async () => {
    await sandbox.close();
    ownership?.release();
  };
  try {
    const ports = await openPorts(sandbox, token, options);
    if (!('problem' in ports)) return ports;
    await stop();
    return ports;
  } catch (error) {
    await stop();
    throw error;
  }
}
