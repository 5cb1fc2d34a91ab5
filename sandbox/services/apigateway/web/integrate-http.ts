import { facts } from '../facts.ts';
import type { Overrides } from '../vtl/render.ts';
import { type IntegrationReply, noOverrides, type Reply, type RoutedCall } from './call.ts';
import { GatewayFailure, misconfigured } from './failure.ts';
import { withStageVariables } from './invoke-lambda.ts';
import { withGatewayHeaders } from './lambda-event.ts';
import { mappedParameters } from './mapped-parameters.ts';
import { remapped } from './remapped-headers.ts';

/** An HTTP proxy hands the request on and the answer back. */
export async function integrateHttpProxy(call: RoutedCall): Promise<Reply> {
  const answer = await send(call, call.incoming.body);
  return {
    status: answer.status,
    headers: remapped([...answer.headers]),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

export async function integrateHttp(
  call: RoutedCall,
  body: string,
  overrides: Overrides,
): Promise<IntegrationReply> {
  const answer = await send(call, new TextEncoder().encode(body), overrides);
  return {
    status: answer.status,
    headers: [...answer.headers],
    body: await answer.text(),
    selectBy: String(answer.status),
  };
}

type Mapped = ReturnType<typeof mappedParameters>;

async function send(
  call: RoutedCall,
  body: Uint8Array,
  overrides: Overrides = noOverrides,
): Promise<Response> {
  const proxy = call.method.methodIntegration?.type === 'HTTP_PROXY';
  const mapped = mappedParameters(call, overrides);
  const url = addressOf(call, mapped, proxy);
  const { outbound } = call.ctx.parts;
  if (!outbound) {
    throw misconfigured(call, 'the sandbox calls no HTTP endpoint unless it was started with leave to do so');
  }
  const method = proxy ? call.incoming.method : (call.method.methodIntegration?.httpMethod ?? 'GET');
  const bodiless = method === 'GET' || method === 'HEAD' || body.length === 0;
  call.log.push(`Sending request to ${url}`);
  try {
    return await outbound(
      new Request(url, {
        method: method === 'ANY' ? call.incoming.method : method,
        headers: headersFor(call, mapped, proxy),
        ...(bodiless ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        redirect: 'manual',
        signal: AbortSignal.timeout(call.method.methodIntegration?.timeoutInMillis ?? facts.timeoutMs.most),
      }),
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      throw new GatewayFailure('INTEGRATION_TIMEOUT');
    const why = error instanceof Error ? error.message : String(error);
    call.log.push(`Execution failed due to a network error communicating with the endpoint: ${why}`);
    throw new GatewayFailure('INTEGRATION_FAILURE');
  }
}

/** The sandbox and what else listens on this machine are out of reach for an API that a learner made. */
const ours =
  /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[(?:::1?|::ffff:[^\]]*)\]|169\.254(?:\.\d+){2})$/i;

function addressOf(call: RoutedCall, mapped: Mapped, proxy: boolean): URL {
  const text = withStageVariables(call, call.method.methodIntegration?.uri ?? '').replaceAll(
    /\{(\w+)\+?\}/g,
    (_, name: string) => mapped.path[name] ?? call.pathParameters[name] ?? '',
  );
  if (!URL.canParse(text)) throw misconfigured(call, 'Invalid endpoint address');
  const url = new URL(text);
  if (ours.test(url.hostname)) {
    throw misconfigured(call, `HTTP integrations cannot reach this machine itself (${url.hostname})`);
  }
  if (proxy) {
    for (const [name, values] of Object.entries(call.incoming.query)) {
      for (const value of values) url.searchParams.append(name, value);
    }
  }
  for (const [name, value] of Object.entries(mapped.querystring)) url.searchParams.set(name, value);
  return url;
}

function headersFor(call: RoutedCall, mapped: Mapped, proxy: boolean): Headers {
  const headers = new Headers(
    proxy
      ? withGatewayHeaders(call)
          .filter(([name]) => name !== 'Host')
          .map(([name, value]) => [name, value])
      : [],
  );
  if (!proxy) {
    headers.set('Content-Type', 'application/json');
    headers.set('Accept', 'application/json');
    headers.set('User-Agent', `AmazonAPIGateway_${call.apiId}`);
    headers.set('x-amzn-apigateway-api-id', call.apiId);
  }
  for (const [name, value] of Object.entries(mapped.header)) headers.set(name, value);
  return headers;
}
