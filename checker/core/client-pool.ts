import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import type { FullClients, ServiceId } from '#labs/kit/clients.ts';
import { madeBy } from '#labs/kit/clients.ts';
import type { Connection } from './connection.ts';

/** One call, ready to be sent; what sits between a lab's `aws.lambda.getPolicy(…)` and the SDK. */
export interface Call {
  service: ServiceId;
  /** `GetPolicy` */
  operation: string;
  input: object;
  /** Sends it. */
  send(signal?: AbortSignal): Promise<object>;
}

type Send = (call: Call) => Promise<object>;

interface SdkClient {
  send(command: object, options: { abortSignal?: AbortSignal }): Promise<object>;
  destroy(): void;
  middlewareStack: { add(middleware: unknown, options: object): void };
}

type SdkModule = Record<string, new (input: object) => object>;

const modules: Record<ServiceId, { load(): Promise<object>; client: string }> = {
  sts: { load: () => import('@aws-sdk/client-sts'), client: 'STSClient' },
  iam: { load: () => import('@aws-sdk/client-iam'), client: 'IAMClient' },
  lambda: { load: () => import('@aws-sdk/client-lambda'), client: 'LambdaClient' },
  logs: { load: () => import('@aws-sdk/client-cloudwatch-logs'), client: 'CloudWatchLogsClient' },
  apigateway: { load: () => import('@aws-sdk/client-api-gateway'), client: 'APIGatewayClient' },
  dynamodb: { load: () => import('@aws-sdk/client-dynamodb'), client: 'DynamoDBClient' },
  autoscaling: {
    load: () => import('@aws-sdk/client-application-auto-scaling'),
    client: 'ApplicationAutoScalingClient',
  },
  cloudwatch: { load: () => import('@aws-sdk/client-cloudwatch'), client: 'CloudWatchClient' },
  cloudtrail: { load: () => import('@aws-sdk/client-cloudtrail'), client: 'CloudTrailClient' },
  budgets: { load: () => import('@aws-sdk/client-budgets'), client: 'BudgetsClient' },
  translate: { load: () => import('@aws-sdk/client-translate'), client: 'TranslateClient' },
};

/** The SDK's clients of one connection, each imported and made when it is first used. */
export interface ClientPool {
  /** Clients whose every call goes through `around`. */
  clients(around: Send): FullClients;
  close(): void;
}

export type Middleware = (
  next: (args: { input: object }) => Promise<object>,
  context: { commandName?: string },
) => (args: { input: object }) => Promise<object>;

export function clientPool(
  connection: Connection,
  options: { attempts: number; guard?: Middleware },
): ClientPool {
  const made = new Map<ServiceId, Promise<{ client: SdkClient; module: SdkModule }>>();

  const open = (service: ServiceId) => {
    const known = made.get(service);
    if (known) return known;
    const fresh = makeClient(service, connection, options);
    made.set(service, fresh);
    return fresh;
  };

  const method = (service: ServiceId, name: string, around: Send) => (input: object) => {
    const operation = name.charAt(0).toUpperCase() + name.slice(1);
    return around({
      service,
      operation,
      input: input ?? {},
      async send(abortSignal) {
        const { client, module } = await open(service);
        const Command = module[`${operation}Command`];
        if (!Command) throw new TypeError(`the SDK has no ${service}:${operation}`);
        const answer = await client.send(new Command(input ?? {}), {
          ...(abortSignal ? { abortSignal } : {}),
        });
        Object.defineProperty(answer, madeBy, { value: `${service}:${operation}`, enumerable: false });
        return answer;
      },
    });
  };

  return {
    clients: (around) => methodsByService((service, name) => method(service, name, around)),
    close() {
      for (const opening of made.values()) opening.then(({ client }) => client.destroy()).catch(() => {});
    },
  };
}

async function makeClient(
  service: ServiceId,
  connection: Connection,
  options: { attempts: number; guard?: Middleware },
) {
  const { load, client: name } = modules[service];
  const module = (await load()) as SdkModule;
  const Client = module[name] as unknown as new (config: object) => SdkClient;
  const client = new Client({
    region: connection.region,
    credentials: connection.credentials,
    maxAttempts: options.attempts,
    customUserAgent: connection.userAgent,
    ...(connection.endpoint ? { endpoint: connection.endpoint } : {}),
    ...(connection.requestHandler ? { requestHandler: connection.requestHandler } : {}),
    ...(connection.clockOffset ? { systemClockOffset: connection.clockOffset } : {}),
    ...(connection.pauseMs
      ? { retryStrategy: new ConfiguredRetryStrategy(options.attempts, connection.pauseMs) }
      : {}),
  });
  if (options.guard)
    client.middlewareStack.add(options.guard, { step: 'initialize', name: 'readsOnly', priority: 'high' });
  return { client, module };
}

/** `clients.lambda.getPolicy`: services and methods are looked up by name, so that nothing is imported before its use. */
function methodsByService(method: (service: ServiceId, name: string) => unknown): FullClients {
  const byService = Object.fromEntries(
    (Object.keys(modules) as ServiceId[]).map((service) => [
      service,
      new Proxy({}, { get: (_, name) => (typeof name === 'string' ? method(service, name) : undefined) }),
    ]),
  );
  return byService as unknown as FullClients;
}
