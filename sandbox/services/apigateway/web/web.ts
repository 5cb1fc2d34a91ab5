import type { Ctx } from '#sandbox/core/context.ts';
import type { OpenCtx } from '#sandbox/core/service.ts';
import type { StageRecord } from '../records.ts';
import { tables } from '../tables.ts';
import { parseAddress } from './address.ts';
import type { Call, Reply, RoutedCall } from './call.ts';
import { count } from './count.ts';
import { execute } from './execute.ts';
import { writeAccessLog, writeExecutionLog } from './execution-log.ts';
import { headerOf, readIncoming } from './incoming.ts';
import { route } from './route.ts';

/** Answers one request to a learner's API with what is deployed to its stage. */
export async function web(request: Request, open: OpenCtx): Promise<Response> {
  const url = new URL(request.url);
  const address = parseAddress(url, request.headers.get('host') ?? url.host);
  const ctx = address && placeOf(address.apiId, open, request);
  const stage = ctx && stageAt(ctx, address.apiId, address.stage);
  if (!address || !ctx || !stage) return forbidden();
  const call = await begin({ ctx, stage, address, request });
  if (!call || call.snapshot.api.disableExecuteApiEndpoint) return forbidden();

  const match = route(call.snapshot.definition, call.incoming.method, call.incoming.path);
  const { reply, integrationMs } = await execute(call, match);
  const done: Call & Partial<RoutedCall> = { ...call, ...match };
  const latency = call.ctx.now() - call.startedAt;
  count(done, { status: reply.status, latency, integrationMs });
  ctx.later(async () => {
    await writeExecutionLog(done);
    await writeAccessLog(done, { status: reply.status, latency, length: reply.body.length });
  });
  return responseOf(call, reply);
}

/** An API is found without knowing whose it is; from there on everything is its own account's. */
function placeOf(apiId: string, open: OpenCtx, request: Request): Ctx | undefined {
  const service = 'apigateway.amazonaws.com';
  const contextIn = (account: string, region: string) =>
    open({
      service: 'apigateway',
      account,
      region,
      as: { kind: 'service', service, account, arn: service, userId: service },
      userAgent: request.headers.get('user-agent') ?? '',
    });
  const place = tables.places(contextIn('000000000000', 'us-east-1')).get(apiId);
  return place && contextIn(place.account, place.region);
}

function stageAt(ctx: Ctx, apiId: string, name: string): StageRecord | undefined {
  return /^[\w-]+$/.test(name) ? tables.stages(ctx).get(`${apiId}/${name}`) : undefined;
}

interface Beginning {
  ctx: Ctx;
  stage: StageRecord;
  address: NonNullable<ReturnType<typeof parseAddress>>;
  request: Request;
}

async function begin({ ctx, stage, address, request }: Beginning): Promise<Call | undefined> {
  const { apiId } = address;
  const { deploymentId, stageVariables } = version(ctx, stage);
  const snapshot = tables.snapshots(ctx).get(`${apiId}/${deploymentId}`);
  if (!snapshot) return undefined;
  const incoming = await readIncoming(request, address.path);
  return {
    ctx,
    apiId,
    stage,
    stageVariables,
    deploymentId,
    snapshot,
    incoming,
    fullPath: `/${stage.stageName}${address.rest}`,
    requestId: ctx.requestId,
    extendedRequestId: `${ctx.parts.random.text(15)}=`,
    traceId: headerOf(incoming.headers, 'x-amzn-trace-id') ?? traceId(ctx),
    startedAt: ctx.now(),
    log: [],
    test: false,
  };
}

/** A canary takes its share of the calls. */
function version(ctx: Ctx, { deploymentId, variables = {}, canarySettings }: StageRecord) {
  const share = (canarySettings?.percentTraffic ?? 0) / 100;
  if (!canarySettings?.deploymentId || ctx.parts.random.fraction() >= share) {
    return { deploymentId, stageVariables: variables };
  }
  const stageVariables = { ...variables, ...canarySettings.stageVariableOverrides };
  return { deploymentId: canarySettings.deploymentId, stageVariables };
}

export function traceId(ctx: Ctx): string {
  const seconds = Math.floor(ctx.now() / 1000).toString(16);
  return `Root=1-${seconds}-${ctx.parts.random.text(24, '0123456789abcdef')}`;
}

function responseOf(call: Call, { status, headers, body }: Reply): Response {
  const all = new Headers();
  for (const [name, value] of headers) append(all, name, value);
  all.set('x-amzn-RequestId', call.requestId);
  all.set('x-amz-apigw-id', call.extendedRequestId);
  const bodiless = call.incoming.method === 'HEAD' || [204, 205, 304].includes(status) || status < 200;
  // A `Response` cannot say 1xx; AWS's own edge answers such a status with 502.
  return new Response(bodiless ? null : (body as string | Uint8Array<ArrayBuffer>), {
    status: status < 200 ? 502 : status,
    headers: all,
  });
}

/** A header that HTTP cannot carry is left out rather than breaking the whole answer. */
function append(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // Not a header's name, or a value that HTTP cannot carry.
  }
}

/** No such API or stage. */
function forbidden(): Response {
  return new Response('{"message":"Forbidden"}', {
    status: 403,
    headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'ForbiddenException' },
  });
}
