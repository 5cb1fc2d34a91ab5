import type { Runtimes } from './runtimes.ts';
import type { ServiceName } from './service.ts';
import type { Store } from './store.ts';

/** All that the core cannot do portably. The command hands in Node's, a test may hand in others. */
export interface Parts {
  store: Store;
  clock: Clock;
  random: Random;
  crypto: Crypto;
  zip: Zip;
  /** Absent where functions cannot run: they are stored, and an invocation says why it cannot be done. */
  runtimes?: Runtimes;
  /** Gives API Gateway's HTTP integrations a way out; absent, they answer with an error that says so. */
  outbound?: (request: Request) => Promise<Response>;
  /** A service's schemas without the rest of its SDK client; absent or `undefined`: the whole client is imported. */
  schemas?: (service: ServiceName) => Promise<object | undefined>;
  /** AWS's own rates (DeleteRestApi: one in 30 seconds) apply. Off unless asked for, so that tests need not wait. */
  awsLimits?: boolean;
}

interface Clock {
  now(): number;
  /** `signal` wakes the sleeper early. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  uuid(): string;
  /** `length` characters of `alphabet` (default a–z and 0–9). */
  text(length: number, alphabet?: string): string;
  /** 0 ≤ n < 1, for weights and faults. */
  fraction(): number;
}

interface Crypto {
  sha256(data: Uint8Array | string): Uint8Array;
  hmacSha256(key: Uint8Array | string, data: Uint8Array | string): Uint8Array;
  md5(data: Uint8Array | string): Uint8Array;
}

interface Zip {
  /** Refuses `../`, absolute paths, links and more than `maxBytes` unpacked, each with a `ZipRefused`. */
  read(bytes: Uint8Array, maxBytes: number): Promise<ZipEntry[]>;
  write(entries: ZipEntry[]): Uint8Array;
}

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
  /** Unix permission bits, 0 when the archive has none. */
  mode: number;
}

export class ZipRefused extends Error {
  readonly reason: 'not-a-zip' | 'path' | 'link' | 'too-large';

  constructor(reason: ZipRefused['reason'], message: string) {
    super(message);
    this.name = 'ZipRefused';
    this.reason = reason;
  }
}
