import type { Call, ClientPool } from '#checker/core/client-pool.ts';
import type { FullClients, ServiceId } from '#labs/kit/clients.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { ConnectionLost } from '#sandbox/core/perform.ts';
import type { ServiceName } from '#sandbox/core/service.ts';
import type { Opened } from '#sandbox/testing/open-sandbox.ts';
import { place } from './desk.ts';

const sandboxNames: Partial<Record<ServiceId, ServiceName>> = {
  autoscaling: 'application-autoscaling',
  cloudwatch: 'monitoring',
};

/** The sandbox's own services without the wire: as true as a signed call, and some twenty times as cheap. */
export function directPool(
  sandbox: Opened,
  {
    account = place.account,
    region = place.region,
    shape = (_, input) => input,
  }: { account?: string; region?: string; shape?: (operation: string, input: object) => object } = {},
): ClientPool {
  const as = {
    kind: 'administrator',
    account,
    arn: `arn:aws:iam::${account}:root`,
    userId: account,
  } as const;
  const ctx = sandbox.open({ service: 'sts', account, region, as });
  const send = async (service: ServiceId, operation: string, input: object) => {
    try {
      return await ctx.call(
        sandboxNames[service] ?? (service as ServiceName),
        operation,
        shape(operation, input),
      );
    } catch (error) {
      throw asSdk(error);
    }
  };
  const clients = (around: (call: Call) => Promise<object>) =>
    new Proxy(
      {},
      {
        get: (_, service: ServiceId) =>
          new Proxy(
            {},
            {
              get: (_, name: string) => (input: object) => {
                const operation = name.charAt(0).toUpperCase() + name.slice(1);
                return around({ service, operation, input, send: () => send(service, operation, input) });
              },
            },
          ),
      },
    ) as FullClients;
  return { clients, close() {} };
}

/** Errors as the SDK throws them: named by their code. */
function asSdk(error: unknown): unknown {
  if (error instanceof AwsError)
    return Object.assign(new Error(error.message), { name: error.code, ...error.members });
  if (error instanceof ConnectionLost)
    return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  return error;
}
