import { systemClock } from '#sandbox/core/clock.ts';
import type { Parts } from '#sandbox/core/parts.ts';
import { webRandom } from '#sandbox/core/random.ts';
import type { Store } from '#sandbox/core/store.ts';
import { nodeCrypto } from './node-crypto.ts';
import { childRuntimes } from './runtimes/child-runtimes.ts';
import { clientSchemas } from './schemas.ts';
import { zip } from './zip.ts';

export interface NodePartsOptions {
  store: Store;
  /** Where functions' code is unpacked while it runs. */
  runtimesFolder: string;
  /** Answers what functions ask of AWS. */
  fetchAws: (request: Request) => Promise<Response>;
  outbound?: (request: Request) => Promise<Response>;
  awsLimits?: boolean;
}

/** What the core needs of the machine, from Node. */
export function nodeParts({ store, runtimesFolder, fetchAws, outbound, awsLimits }: NodePartsOptions): Parts {
  return {
    store,
    clock: systemClock,
    random: webRandom(),
    crypto: nodeCrypto,
    zip,
    schemas: clientSchemas,
    runtimes: childRuntimes({ dir: runtimesFolder, fetchAws }),
    ...(outbound ? { outbound } : {}),
    ...(awsLimits === undefined ? {} : { awsLimits }),
  };
}
