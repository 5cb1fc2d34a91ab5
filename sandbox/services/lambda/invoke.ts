import type { InvokeCommandInput, InvokeCommandOutput } from '@aws-sdk/client-lambda';
import { Uint8ArrayBlobAdapter } from '@smithy/core/serde';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { routed } from './alias-weights.ts';
import { base64, utf8 } from './encoding.ts';
import { functionNotFound, lambdaError, notHere } from './errors.ts';
import { enqueue } from './event-queue.ts';
import { beginExecution } from './executions.ts';
import { functionArn, functionRef, homeOf } from './names.ts';
import { checkedPayload } from './payload.ts';
import { LATEST, lookUp } from './records.ts';
import { run } from './run.ts';
import { refuseWhilePending } from './state.ts';
import { newTraceId } from './trace.ts';

const INVOCATION = {
  invocationType: { oneOf: ['Event', 'RequestResponse', 'DryRun'] },
  logType: { oneOf: ['None', 'Tail'] },
} as const;

export const invoke: Operation<InvokeCommandInput, InvokeCommandOutput> = async (input, ctx) => {
  const ref = functionRef(ctx, input.FunctionName, input.Qualifier);
  enforce(input, INVOCATION);
  if (input.TenantId) throw notHere('tenant isolation', 'Leave TenantId out.');
  if (input.DurableExecutionName) throw notHere('durable functions', 'Leave DurableExecutionName out.');
  const home = homeOf(ctx, ref);
  const version = routed(ctx, home, ref) ?? LATEST;
  const record = lookUp(home, ref.name, version);
  if (!record) throw functionNotFound(functionArn({ ...ref, qualifier: ref.qualifier ?? LATEST }));
  const type = input.InvocationType ?? 'RequestResponse';
  if (type === 'DryRun') return { StatusCode: 204, Payload: answered(new Uint8Array()) };
  refuseWhilePending(home, record);
  const payload = checkedPayload(bytesOf(input.Payload), type);
  const { ClientContext: clientContext } = input;
  const event = {
    ref,
    requestId: ctx.requestId,
    payload,
    traceId: newTraceId(ctx),
    ...(clientContext === undefined ? {} : { clientContext }),
  };
  if (type === 'Event') {
    enqueue(home, event);
    return { StatusCode: 202, Payload: answered(new Uint8Array()) };
  }

  using _slot = beginExecution(home, record, ctx.requestId);
  const result = await run(home, record, event);
  if (result.refused !== undefined) throw lambdaError('InvalidRuntimeException', result.refused);
  return {
    StatusCode: 200,
    ExecutedVersion: record.version,
    Payload: answered(result.payload),
    ...(result.functionError ? { FunctionError: result.functionError } : {}),
    ...(input.LogType === 'Tail' ? { LogResult: base64(result.tail) } : {}),
  };
};

/** Over the wire it is always bytes; a neighbour may call with text. */
function bytesOf(payload: InvokeCommandInput['Payload']): Uint8Array | undefined {
  if (payload === undefined || payload instanceof Uint8Array) return payload;
  return utf8.encode(String(payload));
}

function answered(bytes: Uint8Array): Uint8ArrayBlobAdapter {
  return Uint8ArrayBlobAdapter.mutate(bytes);
}
