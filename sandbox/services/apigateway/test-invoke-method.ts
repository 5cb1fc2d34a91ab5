import type { TestInvokeMethodRequest, TestInvokeMethodResponse } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { notFound } from './errors.ts';
import { methodIn } from './methods.ts';
import { seconds } from './rest-apis.ts';
import { apiOf } from './tables.ts';
import type { Call, Reply } from './web/call.ts';
import { execute } from './web/execute.ts';
import { type Incoming, multiHeaders, queryOf, textOf } from './web/incoming.ts';
import { route } from './web/route.ts';
import { traceId } from './web/web.ts';

/** Calls a method of the draft, past keys and throttling, and tells what the gateway did on the way. */
export async function testInvokeMethod(
  input: TestInvokeMethodRequest,
  ctx: Ctx,
): Promise<TestInvokeMethodResponse> {
  const { definition, resource, method } = methodIn(ctx, input);
  // None can be made here, so none of any name is there.
  if (input.clientCertificateId) throw notFound('Invalid Client Certificate identifier specified');
  const api = apiOf(ctx, input.restApiId);
  const incoming = incomingOf(input, resource.path);
  const call: Call = {
    ctx,
    apiId: api.id,
    stage: {
      stageName: 'test-invoke-stage',
      deploymentId: '',
      createdDate: seconds(ctx.now()),
      lastUpdatedDate: seconds(ctx.now()),
    },
    stageVariables: input.stageVariables ?? {},
    deploymentId: '',
    snapshot: { api, definition },
    incoming,
    fullPath: incoming.path,
    requestId: ctx.parts.random.uuid(),
    extendedRequestId: `${ctx.parts.random.text(15)}=`,
    traceId: traceId(ctx),
    startedAt: ctx.now(),
    log: [],
    test: true,
  };
  // The method was named: a path that does not fit it is taken all the same, without parameters.
  const fitting = route(
    { ...definition, resources: { [resource.id]: resource } },
    incoming.method,
    incoming.path,
  );
  const { reply } = await execute(call, { resource, method, pathParameters: fitting?.pathParameters ?? {} });
  return {
    status: reply.status,
    body: typeof reply.body === 'string' ? reply.body : textOf(reply.body),
    ...headersOf(reply),
    log: logOf(call),
    latency: Math.round(ctx.now() - call.startedAt),
  };
}

function incomingOf(input: TestInvokeMethodRequest, resourcePath: string): Incoming {
  const [path = '', search = ''] = (input.pathWithQueryString || resourcePath).split('?');
  const multi = Object.entries(input.multiValueHeaders ?? {}).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );
  return {
    method: input.httpMethod === 'ANY' ? 'GET' : (input.httpMethod ?? 'GET'),
    path: path.startsWith('/') ? path : `/${path}`,
    query: queryOf(search),
    headers: [...Object.entries(input.headers ?? {}), ...multi],
    body: new TextEncoder().encode(input.body ?? ''),
    sourceIp: 'test-invoke-source-ip',
  };
}

/** The gateway's own errors come without a content type here. */
function headersOf({ headers }: Reply): Pick<TestInvokeMethodResponse, 'headers' | 'multiValueHeaders'> {
  const failed = headers.some(([name]) => name === 'x-amzn-ErrorType');
  const shown = failed ? headers.filter(([name]) => name !== 'Content-Type') : headers;
  return { headers: Object.fromEntries(shown), multiValueHeaders: multiHeaders(shown) };
}

function logOf(call: Call): string {
  const at = new Date(call.startedAt).toUTCString();
  const [, day = '', date = '', month = '', year = '', time = ''] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(at) ?? [];
  const stamp = `${day} ${month} ${date} ${time} UTC ${year}`;
  return [
    `Execution log for request ${call.requestId}`,
    ...call.log.map((line) => `${stamp} : ${line}`),
    '',
  ].join('\n');
}
