import type { CallLog } from './call-log.ts';
import type { Parts } from './parts.ts';
import type { Principal } from './principal.ts';
import type { ServiceName } from './service.ts';
import type { Table } from './store.ts';

/** What a handler knows of the call it answers, and all that it may touch. */
export interface Ctx {
  readonly account: string;
  readonly region: string;
  readonly service: ServiceName;
  readonly caller: Principal;
  readonly requestId: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Where the caller reached the sandbox, for answers that hold an address of ours (QueueUrl, Code.Location). */
  readonly origin?: string;
  readonly parts: Parts;
  /** Every call that came in, for those who report on it (CloudTrail, CloudWatch). */
  readonly log: CallLog;
  /** Milliseconds since 1970, from the clock handed in. */
  now(): number;
  /** This service's own records, of this account and region. */
  table<T>(name: string): Table<T>;
  bytes(name: string): Table<Uint8Array>;
  /** Records that must be found without knowing the account (access keys, API ids); shared by all services. */
  shared<T>(name: string): Table<T>;
  /** All writes of `work` or none. */
  atomic<T>(work: () => T): T;
  /** The same caller looking at another service, region or account: for handlers that read a neighbour's records. */
  in(place: { service?: ServiceName; account?: string; region?: string }): Ctx;
  /**
   * Calls an operation as `as` (default: this caller), through the same permission check, faults and call log as a
   * call over the wire. What AWS does on a learner's behalf goes this way, so that IAM decides.
   */
  call(
    service: ServiceName,
    operation: string,
    input: object,
    options?: { as?: Principal; account?: string; region?: string },
  ): Promise<Record<string, unknown>>;
  /** Work that goes on after the answer (a queue of events, a state that changes later); awaited by `sandbox.idle()`. */
  later(work: () => Promise<void> | void, delayMs?: number): void;
}
