import type { Connection } from '#checker/core/connection.ts';
import { type Ledger, ledgerOf } from '#checker/state/ledger.ts';
import type { State } from '#checker/state/open-state.ts';
import type { StoreValue } from '#sandbox/core/store.ts';
import { directHandler } from '#sandbox/parts/direct-handler.ts';
import { type Opened, openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { baseline, place, seen } from './desk.ts';
import { type Account, buildAccount } from './random-account.ts';

/** Everything that the course can leave, and every kind of decoy beside it. */
export const everything: Account = {
  fn: 'after',
  role: 'console',
  sharedRole: 'nobody',
  consolePolicy: true,
  foreignPolicy: true,
  sharedPolicy: false,
  inline: true,
  logs: 'after',
  apis: ['after', 'after'],
  apiLogs: true,
  plan: 'own',
  key: 'own',
  table: 'after',
  protectedTable: false,
  scaling: true,
  decoys: { prefix: true, region: true, account: true, tag: true },
  seen: true,
  late: false,
};

type Handler = ReturnType<typeof directHandler>;

/** A connection whose every call passes through `around`. */
export function connectionTo(
  sandbox: Opened,
  around: (operation: string, send: () => ReturnType<Handler['handle']>) => ReturnType<Handler['handle']> = (
    _,
    send,
  ) => send(),
): Connection {
  const direct = directHandler(sandbox);
  return {
    region: place.region,
    credentials: { accessKeyId: place.account, secretAccessKey: sandbox.secret },
    endpoint: 'http://sandbox.invalid',
    requestHandler: {
      ...direct,
      handle: (...[request, options]: Parameters<Handler['handle']>) =>
        around(operationOf(request), () => direct.handle(request, options)),
    },
    fetch: (request) => sandbox.fetchApi(request),
    apiUrl: () => '',
    userAgent: 'handson',
  };
}

function operationOf({ method, path, headers, body }: Parameters<Handler['handle']>[0]): string {
  const target = headers['x-amz-target'] ?? headers['X-Amz-Target'];
  if (target) return target.split('.').at(-1) ?? '';
  const action = typeof body === 'string' ? /Action=(\w+)/.exec(body)?.[1] : undefined;
  return action ?? `${method} ${path}`;
}

export interface Stage {
  sandbox: Opened;
  /** As it was before the course: what must be there again afterwards. */
  before: Map<string, StoreValue>;
  /** The account as the course left it, anew, with a ledger of its own. */
  anew(): { ledger: Ledger };
  snapshot(): Map<string, StoreValue>;
}

/** What AWS keeps of the past, too. */
const history = /\/(cloudtrail|monitoring)\/|^shared\/session|\/iam\/last-used/;

export async function stageOf(state: State, drawn: Account = everything): Promise<Stage> {
  const sandbox = openSandbox();
  const { store } = sandbox.parts;
  const built = buildAccount(sandbox, drawn);
  const first = ledgerOf(state, 'stage');
  const tools = { connection: connectionTo(sandbox), ledger: first };
  const snapshot = () => new Map(store.list({}).filter(([key]) => !history.test(key)));
  await built.before();
  await baseline(tools);
  const before = snapshot();
  await built.after();
  await seen(tools);
  await settle(sandbox);
  const left = store.list({});
  const rows = first.rows();
  let runs = 0;
  return {
    sandbox,
    before,
    snapshot,
    anew() {
      for (const [key] of store.list({})) store.delete(key);
      for (const [key, value] of left) store.put(key, value);
      sandbox.log.clear();
      sandbox.faults.clear();
      const ledger = ledgerOf(state, `run ${runs++}`);
      for (const { id: _, ...row } of rows) ledger.append(row);
      return { ledger };
    },
  };
}

/** Tables and functions take a moment to be what they are. */
async function settle(sandbox: Opened): Promise<void> {
  sandbox.clock.advance(30_000);
  await sandbox.idle();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
