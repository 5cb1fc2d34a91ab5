import type { Background } from './background.ts';
import type { CallLog } from './call-log.ts';
import type { Faults } from './faults.ts';
import type { Identity } from './identity.ts';
import type { Parts } from './parts.ts';
import type { Service, ServiceName } from './service.ts';
import type { StaleReads } from './stale-reads.ts';
import type { Catalog } from './wire/catalog.ts';

/** What one running sandbox is made of; every function of the core that needs more than its input takes this. */
export interface Box {
  parts: Parts;
  identity: Identity;
  faults: Faults;
  log: CallLog;
  background: Background;
  staleReads: StaleReads;
  /** `undefined`: no such service. Imports the service and its client on first use. */
  load(name: ServiceName): Promise<Loaded> | undefined;
  close(): Promise<void>;
}

export interface Loaded {
  service: Service;
  catalog: Catalog;
}
