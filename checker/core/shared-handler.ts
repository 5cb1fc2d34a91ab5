import { STSClient } from '@aws-sdk/client-sts';
import type { Connection } from './connection.ts';

interface Handler {
  handle(request: object, options?: object): Promise<object>;
  destroy?(): void;
  metadata?: object;
}

/**
 * One way out for the clients of many connections: they share its sockets, and a client that is closed leaves them
 * open for the others.
 */
export function sharedHandler(
  { requestHandler, region }: Pick<Connection, 'requestHandler' | 'region'>,
  { sockets }: { sockets: number },
): { handler: object; close(): void } {
  if (requestHandler) return { handler: requestHandler, close() {} };
  const agent = { keepAlive: true, maxSockets: sockets };
  const owner = new STSClient({
    region,
    requestHandler: { httpAgent: agent, httpsAgent: agent, connectionTimeout: 5000 },
  });
  const shared = owner.config.requestHandler as unknown as Handler;
  return {
    handler: {
      handle: (request: object, options?: object) => shared.handle(request, options),
      metadata: shared.metadata,
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
      destroy() {},
    },
    close: () => owner.destroy(),
  };
}
