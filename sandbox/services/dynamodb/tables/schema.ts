import type {
  AttributeDefinition,
  GlobalSecondaryIndex,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
  ProvisionedThroughput,
  ScalarAttributeType,
} from '@aws-sdk/client-dynamodb';
import { invalid, invalidParameter } from '../errors.ts';
import type { IndexRecord, KeyNames, Throughput } from './record.ts';
import { violation } from './table-name.ts';

export type Attributes = Record<string, ScalarAttributeType>;

export function readAttributes(definitions: readonly AttributeDefinition[] = []): Attributes {
  const names = definitions.map(({ AttributeName }) => AttributeName);
  if (new Set(names).size < names.length)
    throw invalidParameter('Duplicate AttributeName in AttributeDefinitions');
  return Object.fromEntries(
    definitions.map(({ AttributeName, AttributeType }) => [
      AttributeName as string,
      AttributeType as ScalarAttributeType,
    ]),
  );
}

/** More than two elements would be a schema that DynamoDB knows for global indexes only, and we not at all. */
export function checkLength(schema: readonly KeySchemaElement[], path: string): void {
  if (schema.length <= 2) return;
  const shown = schema.map(
    (one) => `KeySchemaElement(attributeName=${one.AttributeName ?? null}, keyType=${one.KeyType ?? null})`,
  );
  throw invalid(
    violation(`'[${shown.join(', ')}]'`, path, 'Member must have length less than or equal to 2'),
  );
}

export function readKey(schema: readonly KeySchemaElement[], attributes: Attributes): KeyNames {
  const [first, second] = schema;
  if (first?.KeyType !== 'HASH') {
    throw invalid('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  }
  if (second && second.KeyType !== 'RANGE') {
    throw invalid('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
  }
  const hash = first.AttributeName as string;
  if (second?.AttributeName === hash)
    throw invalid('Invalid KeySchema: Some index key attribute have no definition');
  const names = second ? [hash, second.AttributeName as string] : [hash];
  if (names.some((name) => !Object.hasOwn(attributes, name))) {
    throw invalidParameter(
      `Some index key attributes are not defined in AttributeDefinitions. Keys: [${names.join(', ')}], AttributeDefinitions: [${Object.keys(attributes).join(', ')}]`,
    );
  }
  return second ? { hash, range: second.AttributeName as string } : { hash };
}

export function readLocalIndex(
  given: LocalSecondaryIndex,
  table: KeyNames,
  attributes: Attributes,
): IndexRecord {
  checkLength(given.KeySchema ?? [], 'localSecondaryIndexes.1.member.keySchema');
  const key = readKey(given.KeySchema ?? [], attributes);
  const name = given.IndexName as string;
  if (key.range === undefined)
    throw invalidParameter(`Index KeySchema does not have a range key for index: ${name}`);
  if (key.hash !== table.hash) {
    throw invalidParameter(
      `Index KeySchema does not have the same leading hash key as table KeySchema for index: ${name}. index hash key: ${key.hash}, table hash key: ${table.hash}`,
    );
  }
  return {
    name,
    global: false,
    key,
    ...readProjection(given.Projection),
    throughput: readThroughput(undefined),
    change: undefined,
    readyAt: 0,
  };
}

export function readGlobalIndex(
  given: GlobalSecondaryIndex,
  attributes: Attributes,
  onDemand: boolean,
): IndexRecord {
  const name = given.IndexName as string;
  checkLength(given.KeySchema ?? [], 'globalSecondaryIndexes.1.member.keySchema');
  if (onDemand && given.ProvisionedThroughput) {
    throw invalidParameter(
      `ProvisionedThroughput should not be specified for index: ${name} when BillingMode is PAY_PER_REQUEST`,
    );
  }
  if (!onDemand && !given.ProvisionedThroughput) {
    throw invalidParameter(`ProvisionedThroughput is required for index: ${name}`);
  }
  return {
    name,
    global: true,
    key: readKey(given.KeySchema ?? [], attributes),
    ...readProjection(given.Projection),
    throughput: readThroughput(given.ProvisionedThroughput),
    ...(given.OnDemandThroughput && { onDemandThroughput: given.OnDemandThroughput }),
    ...(given.WarmThroughput && { warmThroughput: given.WarmThroughput }),
    change: undefined,
    readyAt: 0,
  };
}

export function readThroughput(given: ProvisionedThroughput | undefined): Throughput {
  return { read: given?.ReadCapacityUnits ?? 0, write: given?.WriteCapacityUnits ?? 0, decreases: [] };
}

function readProjection(given: Projection | undefined): Pick<IndexRecord, 'projection' | 'included'> {
  const included = given?.NonKeyAttributes ?? [];
  const projection = given?.ProjectionType;
  if (projection === undefined) throw invalidParameter('Unknown ProjectionType: null');
  if (projection === 'INCLUDE' && included.length === 0) {
    throw invalidParameter('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  }
  if (projection !== 'INCLUDE' && included.length > 0) {
    throw invalidParameter(`ProjectionType is ${projection}, but NonKeyAttributes is specified`);
  }
  return { projection, included };
}
