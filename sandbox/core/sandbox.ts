import type { CallLog } from './call-log.ts';
import type { Faults } from './faults.ts';
import type { OpenCtx } from './service.ts';
import type { StoreValue } from './store.ts';

/** An AWS in the box. The adapters in `sandbox/parts` give it a port; a test may call it as it is. */
export interface Sandbox {
  /** Answers one signed AWS request. */
  fetch(request: Request): Promise<Response>;
  /** Answers one request to a learner's own API; never on the same origin as anything else. */
  fetchApi(request: Request): Promise<Response>;
  open: OpenCtx;
  /** What is kept below a path (`ACCOUNT/REGION/SERVICE/TABLE/`), for who copies a world. */
  records(prefix: string): Array<readonly [string, StoreValue]>;
  faults: Faults;
  log: CallLog;
  /** Resolves when nothing is queued any more (asynchronous invocations, states that change later). */
  idle(): Promise<void>;
  close(): Promise<void>;
}
