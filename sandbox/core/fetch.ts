import type { Box, Loaded } from './box.ts';
import { AwsError } from './errors.ts';
import { ConnectionLost, handlerOf, outcomeOf, perform } from './perform.ts';
import { isServiceName, type ServiceName } from './service.ts';
import { readSigned, type Signed } from './signature/signed.ts';
import type { Verifier } from './signature/verify.ts';
import { type Answering, answer, refuse } from './wire/answer.ts';
import { protocolFor } from './wire/dialects.ts';
import { receive } from './wire/incoming.ts';
import { understand } from './wire/speak.ts';

/** What is known of a request so far, for the answer and the log of one that fails early. */
interface Progress extends Answering {
  signed?: Signed;
  operation?: string;
  /** The call log has it already. */
  performed: boolean;
  detail?: string;
}

/** The sandbox is reachable from nowhere else. */
const LOOPBACK = '127.0.0.1';

/** One signed request, answered. It throws only where the connection is to break. */
export async function answerSigned(box: Box, verifier: Verifier, request: Request): Promise<Response> {
  const started = performance.now();
  const incoming = await receive(request);
  const progress: Progress = {
    incoming,
    requestId: box.parts.random.uuid(),
    now: box.parts.clock.now(),
    performed: false,
  };
  try {
    return await proceed(box, verifier, progress);
  } catch (error) {
    if (!progress.performed) recordEarly(box, progress, started, error);
    if (error instanceof ConnectionLost) throw error;
    return refuse(progress, error);
  }
}

async function proceed(box: Box, verifier: Verifier, progress: Progress): Promise<Response> {
  const signed = readSigned(progress.incoming);
  progress.signed = signed;
  const { service, loaded } = await serviceOf(box, signed);
  progress.service = service;
  progress.incoming = { ...progress.incoming, protocol: protocolFor(service, progress.incoming.protocol) };
  progress.catalog = loaded.catalog;
  const { incoming, requestId } = progress;
  const caller = verifier.verify(incoming, signed, (detail) => {
    progress.detail = detail;
  });
  const { shape, input } = await understand(service, loaded.catalog, incoming);
  progress.operation = shape.name;
  handlerOf(loaded.service, shape.name);
  const call = {
    service,
    operation: shape.name,
    input: await input(),
    account: caller.account,
    region: signed.region,
    caller,
    accessKeyId: signed.accessKeyId,
    requestId,
    sourceIp: LOOPBACK,
    origin: incoming.origin,
    userAgent: incoming.headers.get('user-agent') ?? '',
    via: 'wire',
    signal: incoming.signal,
  } as const;
  progress.performed = true;
  const output = await perform(box, call);
  // An output that cannot be written is a mistake of ours that the log does not have yet.
  progress.performed = false;
  return answer(progress, shape, output);
}

async function serviceOf(box: Box, { service }: Signed): Promise<{ service: ServiceName; loaded: Loaded }> {
  const loaded = isServiceName(service) ? await box.load(service) : undefined;
  if (loaded && isServiceName(service)) return { service, loaded };
  throw new AwsError('UnknownService', `The sandbox has no service named ${service.slice(0, 64)}.`, {
    status: 501,
  });
}

function recordEarly(box: Box, progress: Progress, started: number, error: unknown): void {
  const { signed, incoming } = progress;
  box.log.record({
    id: 0,
    at: progress.now,
    requestId: progress.requestId,
    via: 'wire',
    service: progress.service,
    operation: progress.operation,
    account: undefined,
    region: signed?.region,
    principal: undefined,
    accessKeyId: signed?.accessKeyId,
    sourceIp: LOOPBACK,
    userAgent: incoming.headers.get('user-agent') ?? '',
    input: undefined,
    durationMs: performance.now() - started,
    ...outcomeOf(error),
    ...(progress.detail === undefined ? {} : { detail: progress.detail }),
  });
}
