import { AwsError } from '../errors.ts';
import { notImplemented } from '../perform.ts';
import type { ServiceName } from '../service.ts';
import type { Catalog, OperationShape } from './catalog.ts';
import { dialects } from './dialects.ts';
import { contentOf, type Incoming } from './incoming.ts';
import { readJson } from './json.ts';
import { cborLeaves, decodeCbor } from './leaves.ts';
import { readQuery } from './query.ts';
import { readRest } from './rest.ts';
import { readTree } from './tree.ts';

export interface Asked {
  shape: OperationShape;
  /** Read only when the caller is known: a body of a stranger is not worth parsing. */
  input: () => Promise<object>;
}

/** What a request asks for, in whichever protocol it speaks. */
export async function understand(service: ServiceName, catalog: Catalog, incoming: Incoming): Promise<Asked> {
  switch (incoming.protocol) {
    case 'json':
      return understandJson(service, catalog, incoming);
    case 'cbor':
      return understandCbor(service, catalog, incoming);
    case 'query':
      return understandQuery(service, catalog, incoming);
    case 'rest':
      return understandRest(service, catalog, incoming);
  }
}

function understandJson(service: ServiceName, catalog: Catalog, incoming: Incoming): Asked {
  const target = incoming.headers.get('x-amz-target') ?? '';
  const [operation = '', prefix = ''] = target.split('.').reverse();
  // DynamoDB and DynamoDB Streams share a signing name: only the prefix tells them apart.
  if (prefix !== dialects[service].target) throw unknown(`${service}:${target || '(no X-Amz-Target)'}`);
  const shape = shapeOf(service, catalog, operation);
  return { shape, input: async () => readJson(shape.input, await contentOf(incoming)) };
}

function understandCbor(service: ServiceName, catalog: Catalog, incoming: Incoming): Asked {
  const operation = /^\/service\/[^/]+\/operation\/([^/]+)$/.exec(incoming.path)?.[1] ?? '';
  const shape = shapeOf(service, catalog, operation);
  return {
    shape,
    input: async () => {
      if (shape.input.isUnitSchema()) return {};
      const tree = decodeCbor(await contentOf(incoming));
      return (readTree(shape.input, tree, cborLeaves) ?? {}) as object;
    },
  };
}

async function understandQuery(service: ServiceName, catalog: Catalog, incoming: Incoming): Promise<Asked> {
  const text = new TextDecoder().decode(await contentOf(incoming));
  // A presigned POST says everything in its address.
  const parameters = new URLSearchParams([...incoming.query, ...new URLSearchParams(text)]);
  const shape = shapeOf(service, catalog, parameters.get('Action') ?? '');
  return { shape, input: async () => readQuery(shape.input, parameters) };
}

function understandRest(service: ServiceName, catalog: Catalog, incoming: Incoming): Asked {
  const match = catalog.router.match(incoming.method, incoming.path, incoming.query);
  if (!match) throw unknown(`${service}: ${incoming.method} ${incoming.path}`);
  const shape = shapeOf(service, catalog, match.operation);
  return {
    shape,
    input: async () => readRest(shape, match.labels, incoming, await contentOf(incoming)),
  };
}

function shapeOf(service: ServiceName, catalog: Catalog, operation: string): OperationShape {
  const shape = catalog.operation(operation);
  if (!shape) throw unknown(`${service}:${operation || '(none)'}`);
  if (shape.streaming) throw notImplemented(service, operation);
  return shape;
}

function unknown(what: string): AwsError {
  return new AwsError('UnknownOperationException', `There is no operation ${what.slice(0, 200)}.`);
}
