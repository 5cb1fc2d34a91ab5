import { AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { describe, expect, test } from 'vitest';
import { administratorsOnly } from '#sandbox/core/administrators.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import { isGlobal } from '#sandbox/core/place.ts';
import { type Service, type ServiceName, serviceNames } from '#sandbox/core/service.ts';
import { services } from '#sandbox/services/all.ts';
import { openSandbox } from '#sandbox/testing/open-sandbox.ts';
import { sampleOf } from '#sandbox/testing/sample.ts';
import { catalogOf } from './catalog.ts';

type Client = { send(command: object): Promise<unknown> };
type Exports = Record<string, new (input: object) => object>;

const spoken: Array<[name: ServiceName, protocol: string, configuration: object]> = [
  ...serviceNames.map((name) => [name, 'its own protocol', {}] as [ServiceName, string, object]),
  ['monitoring', 'CBOR', { protocol: AwsSmithyRpcV2CborProtocol }],
];

describe.each(spoken)('every error of %s in %s', (name, _protocol, configuration) => {
  test('reaches the SDK as its own exception, with its text and status', async () => {
    const exports = (await (await services[name]()).client()) as Exports;
    const catalog = catalogOf(exports);
    const shape = [...catalog.operations()].find((one) => !one.streaming && exports[`${one.name}Command`]);
    if (!shape) throw new Error('The client has no operation.');
    const thrown: { code: string } = { code: '' };
    const throwing: Service = {
      name,
      client: async () => exports,
      operations: {
        [shape.name]: () => {
          throw new AwsError(thrown.code, 'Text with <b> & ü');
        },
      } as never,
    };
    const sandbox = openSandbox({ identity: administratorsOnly, services: { [name]: async () => throwing } });
    const Class = Object.entries(exports).find(
      ([one]) => /^[A-Za-z]+Client$/.test(one) && one !== '__Client',
    )?.[1];
    if (!Class) throw new Error('The package exports no client.');
    const client = sandbox.client(Class, {
      extra: { useQueueUrlAsEndpoint: false, ...configuration },
    }) as Client;
    const Command = exports[`${shape.name}Command`] as new (input: object) => object;

    const errors = [...catalog.errors()].filter((error) => !/ServiceException$/.test(error.name));
    for (const error of errors) {
      thrown.code = error.name;
      await expect(
        client.send(new Command(sampleOf(shape.input) as object)),
        error.name,
      ).rejects.toMatchObject({
        // CloudWatch has two exceptions of one query code, and the SDK takes the first it finds.
        name: expect.toBeOneOf(
          errors.filter((one) => one.queryCode === error.queryCode).map((one) => one.name),
        ),
        message: 'Text with <b> & ü',
        $metadata: { httpStatusCode: error.status },
      });
    }
  });
});

test('a service that calls itself global keeps its records in no region', async () => {
  for (const name of serviceNames) {
    const { global = false } = await services[name]();
    expect(global && !isGlobal(name), name).toBe(false);
  }
});
