import { administratorsOnly } from '#sandbox/core/administrators.ts';
import { background } from '#sandbox/core/background.ts';
import type { Box, Loaded } from '#sandbox/core/box.ts';
import { callLog } from '#sandbox/core/call-log.ts';
import { throughDoor } from '#sandbox/core/doors.ts';
import { faults } from '#sandbox/core/faults.ts';
import { answerSigned } from '#sandbox/core/fetch.ts';
import type { Identity } from '#sandbox/core/identity.ts';
import { openContext, sharedTable } from '#sandbox/core/open.ts';
import type { Parts } from '#sandbox/core/parts.ts';
import { ConnectionLost } from '#sandbox/core/perform.ts';
import type { Sandbox } from '#sandbox/core/sandbox.ts';
import type { OpenCtx, Service, ServiceName } from '#sandbox/core/service.ts';
import { verifier } from '#sandbox/core/signature/verify.ts';
import { staleReads } from '#sandbox/core/stale-reads.ts';
import { catalogOf } from '#sandbox/core/wire/catalog.ts';
import { services as allServices, unfinished } from '#sandbox/services/all.ts';
import { recordCall } from '#sandbox/services/cloudtrail/record-call.ts';

export interface SandboxOptions {
  parts: Parts;
  /** The secret access key of every account's administrator. */
  secret: string;
  identity?: Identity;
  services?: Partial<Record<ServiceName, () => Promise<Service>>>;
  /** How many calls the log keeps. */
  logCapacity?: number;
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { parts } = options;
  const box = boxOf(options);
  const verify = verifier(box.parts, (accessKeyId) =>
    box.identity.credentials(accessKeyId, (name) => sharedTable(box, name), options.secret),
  );

  const open = openerOf(box);
  wakeUnfinished(box);

  return {
    fetch: async (request) => (await throughDoor(box, open, request)) ?? answerSigned(box, verify, request),
    async fetchApi(request) {
      const loaded = await box.load('apigateway');
      if (!loaded?.service.web) throw new Error('This sandbox has no data plane of API Gateway.');
      return loaded.service.web(request, open);
    },
    open,
    records: (prefix) => parts.store.list({ prefix }),
    faults: box.faults,
    log: box.log,
    idle: () => box.background.idle(),
    close: () => box.close(),
  };
}

function boxOf(options: SandboxOptions): Box {
  const { parts, identity = administratorsOnly, services = allServices } = options;
  const log = callLog(options.logCapacity, (call) => recordCall(openerOf(box), call));
  const set = faults();
  const loaded = new Map<ServiceName, Promise<Loaded>>();
  const stale = staleReads(parts.store, parts.clock, () => set.settings().stalenessMs);
  const queue = background(parts.clock, (error) => recordBackground(log, parts, error));

  const box: Box = {
    parts: { ...parts, store: stale.store },
    identity,
    faults: set,
    log,
    background: queue,
    staleReads: stale,
    load(name) {
      const found = loaded.get(name);
      if (found) return found;
      const importService = services[name];
      if (!importService) return undefined;
      const loading = loadService(name, importService, parts, () => openerOf(box));
      loaded.set(name, loading);
      return loading;
    },
    async close() {
      queue.close();
      await parts.runtimes?.close();
      parts.store.close();
    },
  };
  return box;
}

function openerOf(box: Box): OpenCtx {
  return ({ as, sourceIp = '127.0.0.1', userAgent = 'sandbox', ...place }) =>
    openContext(box, { ...place, caller: as, requestId: box.parts.random.uuid(), sourceIp, userAgent });
}

/** Where an earlier process left work, its service is loaded at once; where it left none, nothing is imported. */
function wakeUnfinished(box: Box): void {
  for (const [service, table] of Object.entries(unfinished)) {
    if (sharedTable(box, table).list({ limit: 1 }).length === 0) continue;
    box.background.later(async () => void (await box.load(service as ServiceName)));
  }
}

async function loadService(
  name: ServiceName,
  importService: () => Promise<Service>,
  parts: Parts,
  opener: () => OpenCtx,
): Promise<Loaded> {
  const service = await importService();
  const schemas = (await parts.schemas?.(name)) ?? ((await service.client()) as object);
  const loaded = { service, catalog: catalogOf(schemas) };
  service.wake?.(opener());
  return loaded;
}

function recordBackground(log: Box['log'], parts: Parts, error: unknown): void {
  if (error instanceof ConnectionLost) return;
  log.record({
    id: 0,
    at: parts.clock.now(),
    requestId: parts.random.uuid(),
    via: 'inside',
    service: undefined,
    operation: undefined,
    account: undefined,
    region: undefined,
    principal: undefined,
    accessKeyId: undefined,
    sourceIp: '127.0.0.1',
    userAgent: 'sandbox',
    input: undefined,
    outcome: 'error',
    errorCode: 'InternalFailure',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    durationMs: 0,
  });
}
