import type { World } from './world.ts';

/** A table as somebody might have made it: another key, another mode, another region. */
export async function makeTable(
  world: World,
  {
    name = world.names.table,
    key = { name: 'timestamp', type: 'S' },
    sort,
    units,
    region,
  }: {
    name?: string;
    key?: { name: string; type: 'S' | 'N' | 'B' };
    sort?: string;
    /** Without: on-demand. */
    units?: { read: number; write: number };
    region?: string;
  },
): Promise<void> {
  const { dynamodb } = region ? world.awsIn(region) : world.aws;
  await dynamodb.createTable({
    TableName: name,
    KeySchema: [
      { AttributeName: key.name, KeyType: 'HASH' },
      ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
    ],
    AttributeDefinitions: [
      { AttributeName: key.name, AttributeType: key.type },
      ...(sort ? [{ AttributeName: sort, AttributeType: 'S' as const }] : []),
    ],
    ...(units
      ? {
          BillingMode: 'PROVISIONED' as const,
          ProvisionedThroughput: { ReadCapacityUnits: units.read, WriteCapacityUnits: units.write },
        }
      : { BillingMode: 'PAY_PER_REQUEST' as const }),
  });
  await waitForTable(world, { name, ...(region ? { region } : {}) });
}

export async function waitForTable(
  world: World,
  { name = world.names.table, region }: { name?: string; region?: string } = {},
): Promise<void> {
  const { dynamodb } = region ? world.awsIn(region) : world.aws;
  for (;;) {
    const { Table } = await dynamodb.describeTable({ TableName: name });
    if (Table?.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What the console registers for a provisioned table unless it is told not to. */
export async function scale(world: World, dimension: 'Read' | 'Write' = 'Read'): Promise<void> {
  await world.aws.autoscaling.registerScalableTarget({
    ServiceNamespace: 'dynamodb',
    ResourceId: `table/${world.names.table}`,
    ScalableDimension: `dynamodb:table:${dimension}CapacityUnits`,
    MinCapacity: 1,
    MaxCapacity: 10,
  });
}

/** A row, its key apart from `timestamp` where it is said so. */
export async function putRow(
  world: World,
  attributes: Record<string, string>,
  table: string = world.names.table,
): Promise<void> {
  await world.aws.dynamodb.putItem({
    TableName: table,
    Item: Object.fromEntries(Object.entries(attributes).map(([name, text]) => [name, { S: text }])),
  });
}
