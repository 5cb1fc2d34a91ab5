import { APIGateway } from '@aws-sdk/client-api-gateway';
import type { InvokeCommandInput, InvokeCommandOutput } from '@aws-sdk/client-lambda';
import { defineService, type Operation, type Service, type ServiceName } from '#sandbox/core/service.ts';
import { services } from '#sandbox/services/all.ts';
import { type OpenOptions, openSandbox } from './open-sandbox.ts';

/** What a function does, told in place: the gateway's side of an invocation is what is looked at here. */
interface Answer {
  payload: unknown;
  functionError?: string;
}

export type Behaviour = (event: unknown) => Answer | Promise<Answer>;

export const functionArn = 'arn:aws:lambda:us-east-1:111111111111:function:f';
export const functionUri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

export interface Opened extends ReturnType<typeof openSandbox> {
  gateway: APIGateway;
}

export function openGateway(options: OpenOptions & { behaviour?: Behaviour } = {}): Opened {
  const { behaviour, ...rest } = options;
  const standIn = behaviour ? { lambda: async () => lambdaOf(behaviour) as Service } : {};
  const all: Partial<Record<ServiceName, () => Promise<Service>>> = { ...services, ...standIn };
  const sandbox = openSandbox({ services: all, ...rest });
  return {
    ...sandbox,
    gateway: sandbox.client(APIGateway, { account: '111111111111', region: 'us-east-1' }),
  };
}

function lambdaOf(behaviour: Behaviour) {
  const invoke: Operation<InvokeCommandInput, InvokeCommandOutput> = async (input) => {
    const { payload, functionError } = await behaviour(
      JSON.parse(new TextDecoder().decode(input.Payload as Uint8Array)),
    );
    const Payload = new TextEncoder().encode(JSON.stringify(payload)) as NonNullable<
      InvokeCommandOutput['Payload']
    >;
    return { StatusCode: 200, ExecutedVersion: '$LATEST', Payload, FunctionError: functionError };
  };
  return defineService<typeof import('@aws-sdk/client-lambda')>({
    name: 'lambda',
    client: () => import('@aws-sdk/client-lambda'),
    operations: { Invoke: invoke },
    needs: { Invoke: () => [] },
  });
}

/** An API with a method at one path; answers the ids, and what deploys and calls it. */
export async function apiWith(
  { gateway, fetchApi }: Opened,
  { path = '/', method = 'GET', name = 'translate-api' } = {},
) {
  const api = await gateway.createRestApi({ name, endpointConfiguration: { types: ['REGIONAL'] } });
  const restApiId = api.id ?? '';
  let resourceId = api.rootResourceId ?? '';
  for (const pathPart of path.split('/').filter(Boolean)) {
    resourceId = (await gateway.createResource({ restApiId, parentId: resourceId, pathPart })).id ?? '';
  }
  const at = { restApiId, resourceId, httpMethod: method };
  return {
    restApiId,
    resourceId,
    rootResourceId: api.rootResourceId ?? '',
    at,
    deploy: (stageName = 'dev') => gateway.createDeployment({ restApiId, stageName }),
    call: (rest: string, init: RequestInit = {}) =>
      fetchApi(new Request(`http://127.0.0.1/_api/${restApiId}${rest}`, init)),
  };
}

/** A method that answers 200 with a fixed template. */
export async function mocked(
  { gateway }: Opened,
  at: { restApiId: string; resourceId: string; httpMethod: string },
  { request = '{"statusCode": 200}', response = '{"message":"exists"}', more = {} } = {},
) {
  await gateway.putMethod({ ...at, authorizationType: 'NONE', ...more });
  await gateway.putMethodResponse({ ...at, statusCode: '200' });
  await gateway.putIntegration({ ...at, type: 'MOCK', requestTemplates: { 'application/json': request } });
  await gateway.putIntegrationResponse({
    ...at,
    statusCode: '200',
    responseTemplates: { 'application/json': response },
  });
}
