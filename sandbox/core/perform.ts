import { authorize } from './authorize.ts';
import type { Box, Loaded } from './box.ts';
import { AwsError } from './errors.ts';
import type { Fault } from './faults.ts';
import { openContext, type Place } from './open.ts';
import { withoutSecrets } from './redact.ts';
import type { Service } from './service.ts';

export interface Call extends Place {
  operation: string;
  input: object;
  via: 'wire' | 'inside';
  accessKeyId?: string;
  /** Ends a fault that hangs. */
  signal?: AbortSignal;
}

/** One call of a known caller: faults, permission, the handler, the log. Throws what the caller is to be answered. */
export async function perform(box: Box, call: Call): Promise<Record<string, unknown>> {
  const started = performance.now();
  const loaded = await box.load(call.service);
  try {
    const output = await run(box, call, loaded);
    record(box, call, loaded, started, undefined);
    return output;
  } catch (error) {
    record(box, call, loaded, started, error);
    throw error;
  }
}

type Handler = (input: object, ctx: unknown) => unknown;

async function run(box: Box, call: Call, loaded: Loaded | undefined): Promise<Record<string, unknown>> {
  if (!loaded) throw new AwsError('UnknownService', `The sandbox has no service named ${call.service}.`);
  const handler = handlerOf(loaded.service, call.operation);
  const fault = box.faults.strike(call);
  await suffer(box, fault, call);

  const { stalenessMs } = box.faults.settings();
  const stale = stalenessMs > 0 && READS.test(call.operation);
  const store = stale ? box.staleReads.before(stalenessMs) : box.staleReads.store;
  const ctx = openContext(box, call, store);
  await authorize(box, loaded, call, ctx);
  refuseWhatIsLacking(loaded.service, call);
  const output = (await handler(call.input, ctx)) as Record<string, unknown> | undefined;
  if (fault?.kind === 'reset' && fault.after) throw new ConnectionLost();
  return output ?? {};
}

const READS = /^(Get|List|Describe|BatchGet|Lookup|Filter|Query|Scan)/;

/** Retrying does not help against what is not there, hence a status that no SDK retries. */
export function notImplemented(service: string, operation: string): AwsError {
  return new AwsError('NotImplementedException', `The sandbox has no ${service}:${operation}.`, {
    status: 501,
  });
}

function refuseWhatIsLacking({ name, lacks }: Service, { operation, input }: Call): void {
  const lacking = (lacks as Record<string, readonly string[]> | undefined)?.[operation] ?? [];
  const members = input as Record<string, unknown>;
  const set = lacking.find((member) => members[member] !== undefined && members[member] !== false);
  if (set === undefined) return;
  throw new AwsError('NotImplementedException', `The sandbox's ${name}:${operation} has no ${set}.`, {
    status: 501,
  });
}

export function handlerOf(service: Service, operation: string): Handler {
  const operations = service.operations as Record<string, Handler | undefined>;
  const handler = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (!handler) throw notImplemented(service.name, operation);
  return handler;
}

/** Not an answer: the adapter breaks the connection. */
export class ConnectionLost extends Error {
  constructor() {
    super('The connection is broken on purpose.');
    this.name = 'ConnectionLost';
  }
}

const LONGEST_HANG_MS = 15 * 60_000;

async function suffer(box: Box, fault: Fault | undefined, { via, signal }: Call): Promise<void> {
  const { clock } = box.parts;
  // What services ask of each other crosses no network.
  const latencyMs = via === 'wire' ? box.faults.settings().latencyMs : 0;
  const ownMs = fault && 'delayMs' in fault ? (fault.delayMs ?? 0) : 0;
  if (latencyMs + ownMs > 0) await clock.sleep(latencyMs + ownMs);
  if (fault?.kind === 'error') {
    throw new AwsError(fault.code, fault.message ?? `${fault.code}, on purpose.`, {
      ...(fault.status === undefined ? {} : { status: fault.status }),
    });
  }
  if (fault?.kind === 'reset' && !fault.after) throw new ConnectionLost();
  if (fault?.kind === 'hang') {
    await clock.sleep(fault.ms ?? LONGEST_HANG_MS, signal);
    throw new ConnectionLost();
  }
}

function record(box: Box, call: Call, loaded: Loaded | undefined, started: number, error: unknown): void {
  box.log.record({
    id: 0,
    at: box.parts.clock.now(),
    requestId: call.requestId,
    via: call.via,
    service: call.service,
    operation: call.operation,
    account: call.account,
    region: call.region,
    principal: call.caller.arn,
    accessKeyId: call.accessKeyId,
    sourceIp: call.sourceIp,
    userAgent: call.userAgent,
    input: withoutSecrets(loaded?.catalog.operation(call.operation)?.input, call.input),
    durationMs: performance.now() - started,
    ...outcomeOf(error),
  });
}

/** AWS's validation errors repeat the value that they refuse. */
const LONGEST_MESSAGE = 2000;

export function outcomeOf(error: unknown) {
  if (error === undefined) return { outcome: 'ok' } as const;
  if (error instanceof AwsError) {
    return {
      outcome: 'error',
      errorCode: error.code,
      errorMessage: error.message.slice(0, LONGEST_MESSAGE),
    } as const;
  }
  if (error instanceof ConnectionLost) return { outcome: 'error', errorCode: 'ConnectionLost' } as const;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { outcome: 'error', errorCode: 'InternalFailure', detail } as const;
}
