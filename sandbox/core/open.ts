import type { Box } from './box.ts';
import type { Ctx } from './context.ts';
import { perform } from './perform.ts';
import { tablePath } from './place.ts';
import type { Principal } from './principal.ts';
import type { ServiceName } from './service.ts';
import { bytesTable, jsonTable, type Store } from './store.ts';

export interface Place {
  account: string;
  region: string;
  service: ServiceName;
  caller: Principal;
  requestId: string;
  sourceIp: string;
  userAgent: string;
  origin?: string;
}

/** `store` is the one that this call sees: the real one, or an older one where reads are made stale. */
export function openContext(box: Box, place: Place, store: Store = box.staleReads.store): Ctx {
  const path = (name: string) => tablePath({ ...place, name });
  return {
    ...place,
    parts: box.parts,
    log: box.log,
    now: () => box.parts.clock.now(),
    table: <T>(name: string) => jsonTable<T>(store, path(name)),
    bytes: (name) => bytesTable(store, path(name)),
    shared: <T>(name: string) => sharedTable<T>(box, name),
    atomic: (work) => store.atomic(work),
    in: (elsewhere) => openContext(box, { ...place, ...elsewhere }, store),
    call: (service, operation, input, { as = place.caller, account, region = place.region } = {}) =>
      perform(box, {
        service,
        operation,
        input,
        account: account ?? (as.kind === 'service' ? place.account : as.account),
        region,
        caller: as,
        requestId: box.parts.random.uuid(),
        sourceIp: place.sourceIp,
        userAgent: place.userAgent,
        ...(place.origin === undefined ? {} : { origin: place.origin }),
        via: 'inside',
      }),
    later: (work, delayMs) => box.background.later(work, delayMs),
  };
}

export function sharedTable<T>(box: Box, name: string) {
  return jsonTable<T>(box.staleReads.store, `shared/${name}`);
}
