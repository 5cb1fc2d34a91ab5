import { AwsQueryProtocol, AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { describe, expect, test } from 'vitest';
import { administratorsOnly } from '#sandbox/core/administrators.ts';
import { type Service, type ServiceName, serviceNames } from '#sandbox/core/service.ts';
import { services } from '#sandbox/services/all.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { sampleOf } from '#sandbox/testing/sample.ts';
import { catalogOf, type OperationShape } from './catalog.ts';

type Client = { send(command: object): Promise<Record<string, unknown>> };
type Exports = Record<string, new (input: object) => object>;

/** What a client does not send as it was given, or does not sign. */
const LEFT_OUT: Record<string, string> = {
  'sts:AssumeRoleWithSAML': 'sent unsigned',
  'sts:AssumeRoleWithWebIdentity': 'sent unsigned',
  'sqs:SendMessage': 'the client compares MD5 sums',
  'sqs:SendMessageBatch': 'the client compares MD5 sums',
  'sqs:ReceiveMessage': 'the client compares MD5 sums',
};

/** What the SDK's clients speak, and what others may speak to the same service. */
const spoken: Array<[name: ServiceName, protocol: string, configuration: object]> = [
  ...serviceNames.map((name) => [name, 'its own protocol', {}] as [ServiceName, string, object]),
  ['monitoring', 'CBOR', { protocol: AwsSmithyRpcV2CborProtocol }],
  ['monitoring', 'the query protocol', { protocol: AwsQueryProtocol }],
  ['sqs', 'the query protocol', { protocol: AwsQueryProtocol }],
];

describe.each(spoken)('every operation of %s in %s', (name, _protocol, configuration) => {
  test('carries its whole input and its whole output', async () => {
    const real = await services[name]();
    const exports = (await real.client()) as Exports;
    const shapes = [...catalogOf(exports).operations()].filter((shape) => !shape.streaming);
    const seen = new Map<string, object>();
    const sandbox = openSandbox({
      identity: administratorsOnly,
      services: { [name]: async () => echo(name, exports, shapes, seen) },
    });
    const client = clientOf(sandbox, exports, configuration);

    expect(shapes.length).toBeGreaterThan(5);
    for (const shape of shapes) {
      const Command = exports[`${shape.name}Command`];
      if (!Command || LEFT_OUT[`${name}:${shape.name}`]) continue;
      const input = sampleOf(shape.input) as object;
      const { $metadata: _, ...output } = await client.send(new Command(input)).catch((error: unknown) => {
        throw new Error(`${name}:${shape.name}`, { cause: error });
      });
      expect(seen.get(shape.name), `${shape.name} input`).toEqual(input);
      expect(await readable(output), `${shape.name} output`).toEqual(sampleOf(shape.output));
    }
  });
});

function echo(
  name: ServiceName,
  exports: object,
  shapes: OperationShape[],
  seen: Map<string, object>,
): Service {
  const operations = shapes.map((shape) => [
    shape.name,
    (input: object) => {
      seen.set(shape.name, input);
      return sampleOf(shape.output);
    },
  ]);
  return { name, client: async () => exports, operations: Object.fromEntries(operations) };
}

function clientOf(sandbox: ReturnType<typeof openSandbox>, exports: Exports, configuration: object): Client {
  const [, Class] =
    Object.entries(exports).find(([one]) => /^[A-Za-z]+Client$/.test(one) && one !== '__Client') ?? [];
  if (!Class) throw new Error('The package exports no client.');
  return sandbox.client(Class, {
    extra: { useQueueUrlAsEndpoint: false, disableHostPrefix: true, ...configuration },
  }) as Client;
}

/** Streams are read, so that they can be compared. */
async function readable(output: Record<string, unknown>): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(output)) {
    const stream = value as { transformToByteArray?: () => Promise<Uint8Array> };
    read[key] =
      value instanceof Uint8Array
        ? Uint8Array.from(value)
        : stream?.transformToByteArray
          ? await stream.transformToByteArray()
          : value;
  }
  return read;
}
