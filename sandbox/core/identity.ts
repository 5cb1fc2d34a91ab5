import type { Ctx } from './context.ts';
import type { Principal } from './principal.ts';
import type { Need } from './service.ts';
import type { Table } from './store.ts';

/** Who a key belongs to and what its owner may do; handed into the core by `sandbox/identity`. */
export interface Identity {
  /** `undefined`: no such access key. `shared` is where access keys and sessions are kept. */
  credentials(
    accessKeyId: string,
    shared: <T>(name: string) => Table<T>,
    administratorSecret: string,
  ): Credentials | undefined;
  decide(need: Need, ctx: Ctx): Decision;
}

export interface Credentials {
  secretAccessKey: string;
  principal: Principal;
  /** Given: the request must carry exactly this token. */
  sessionToken?: string;
  /** Milliseconds since 1970. */
  expiresAt?: number;
}

export type Decision =
  | { allowed: true }
  | { allowed: false; kind: 'implicit' | 'explicit'; by: 'identity' | 'resource' | 'boundary' | 'session' };
