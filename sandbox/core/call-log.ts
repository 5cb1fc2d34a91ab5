import type { ServiceName } from './service.ts';

/** The last calls that came in, newest last; bounded, so that a sandbox that runs for days does not grow. */
export interface CallLog {
  list(filter?: CallFilter): LoggedCall[];
  record(call: LoggedCall): void;
  clear(): void;
}

export interface LoggedCall {
  /** Counts from 1 and never comes back, so that a reader can ask for what is new. */
  id: number;
  /** Milliseconds since 1970. */
  at: number;
  requestId: string;
  /** `wire`: a signed request; `inside`: what a service did on somebody's behalf. */
  via: 'wire' | 'inside';
  service: ServiceName | undefined;
  operation: string | undefined;
  account: string | undefined;
  region: string | undefined;
  /** The caller's ARN, absent where the signature did not hold. */
  principal: string | undefined;
  accessKeyId: string | undefined;
  sourceIp: string;
  userAgent: string;
  /** What was asked for, without secrets, code and learners' values. */
  input: unknown;
  outcome: 'ok' | 'error';
  errorCode?: string;
  errorMessage?: string;
  /** For whoever looks into the sandbox, and never in an answer: why a signature failed, where a handler threw. */
  detail?: string;
  durationMs: number;
}

export interface CallFilter {
  afterId?: number;
  account?: string;
  region?: string;
  service?: ServiceName;
  operation?: string;
  principal?: string;
  errorCode?: string;
}

/** `onRecord` hears of every call, for those who keep some of them longer. */
export function callLog(capacity = 5000, onRecord?: (call: LoggedCall) => void): CallLog {
  let calls: LoggedCall[] = [];
  let lastId = 0;

  return {
    list: (filter = {}) => calls.filter((call) => matches(call, filter)),
    record(call) {
      lastId += 1;
      const logged = { ...call, id: lastId };
      calls.push(logged);
      // Dropping half at once keeps the cost of a call constant.
      if (calls.length >= capacity * 2) calls = calls.slice(-capacity);
      onRecord?.(logged);
    },
    clear() {
      calls = [];
    },
  };
}

function matches(call: LoggedCall, { afterId = 0, ...wanted }: CallFilter): boolean {
  if (call.id <= afterId) return false;
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || call[name as keyof LoggedCall] === value,
  );
}
