import { base64, isBinary } from './binary.ts';
import type { RoutedCall } from './call.ts';
import { contextOf, domainOf } from './context-of.ts';
import { headerOf, type Incoming, lastOf, multiHeaders, textOf } from './incoming.ts';

/** The event of a Lambda proxy integration, member by member as AWS was recorded to send it. */
export function lambdaEvent(call: RoutedCall): object {
  const { incoming, resource, pathParameters } = call;
  const headers = withGatewayHeaders(call);
  const query = incoming.query;
  const binary = isBinary(call.snapshot.api.binaryMediaTypes, headerOf(incoming.headers, 'content-type'));
  return {
    resource: resource.path,
    path: incoming.path,
    httpMethod: incoming.method,
    headers: orNull(Object.fromEntries(headers)),
    multiValueHeaders: orNull(multiHeaders(headers)),
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull(pathParameters),
    stageVariables: orNull(call.stageVariables),
    requestContext: requestContext(call),
    body: bodyOf(incoming, binary),
    isBase64Encoded: binary && incoming.body.length > 0,
  };
}

function requestContext(call: RoutedCall): object {
  const { identity, xrayTraceId: _, ...context } = contextOf(call);
  return {
    ...context,
    identity: {
      ...(call.apiKey ? { apiKey: call.apiKey.value, apiKeyId: call.apiKey.id } : {}),
      cognitoIdentityPoolId: null,
      accountId: null,
      cognitoIdentityId: null,
      caller: null,
      sourceIp: identity.sourceIp,
      principalOrgId: null,
      accessKey: null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: null,
      userAgent: headerOf(call.incoming.headers, 'user-agent') ?? null,
      user: null,
    },
  };
}

/** What AWS puts beside the client's headers; those of the edge network only where the API is an edge API. */
export function withGatewayHeaders(call: RoutedCall): Incoming['headers'] {
  const edge = call.snapshot.api.endpointConfiguration?.types?.[0] === 'EDGE';
  const own = [
    ['Host', domainOf(call)],
    ...(edge ? edgeHeaders(call) : []),
    ['X-Amzn-Trace-Id', call.traceId],
    ['X-Forwarded-For', call.incoming.sourceIp],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ] as ReadonlyArray<readonly [string, string]>;
  const named = new Set(own.map(([name]) => name.toLowerCase()));
  return [...call.incoming.headers.filter(([name]) => !named.has(name.toLowerCase())), ...own];
}

function edgeHeaders(call: RoutedCall): ReadonlyArray<readonly [string, string]> {
  return [
    ['CloudFront-Forwarded-Proto', 'https'],
    ['CloudFront-Is-Desktop-Viewer', 'true'],
    ['CloudFront-Is-Mobile-Viewer', 'false'],
    ['CloudFront-Is-SmartTV-Viewer', 'false'],
    ['CloudFront-Is-Tablet-Viewer', 'false'],
    ['CloudFront-Viewer-ASN', '64512'],
    ['CloudFront-Viewer-Country', 'ZZ'],
    ['Via', `1.1 ${call.extendedRequestId.slice(0, 8)}.cloudfront.net (CloudFront)`],
    ['X-Amz-Cf-Id', call.extendedRequestId],
  ];
}

function bodyOf({ body }: Incoming, binary: boolean): string | null {
  if (body.length === 0) return null;
  return binary ? base64(body) : textOf(body);
}

function orNull<T>(record: Record<string, T>): Record<string, T> | null {
  return Object.keys(record).length > 0 ? record : null;
}
