import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { Doing } from './lab.ts';
import { orAbsent } from './or-absent.ts';
import { tableArn } from './table.ts';
import { providedTagList } from './tags.ts';

/** The course's table, made as the console makes one by default, and ready to be used. */
export async function ensureTable(doing: Doing): Promise<TableDescription> {
  const { aws, names } = doing;
  if (!(await orAbsent(aws.dynamodb.describeTable({ TableName: names.table })))) {
    await doing.made({ type: 'table', id: names.table, arn: tableArn(doing) });
    await aws.dynamodb.createTable({
      TableName: names.table,
      KeySchema: [{ AttributeName: 'timestamp', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'timestamp', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      Tags: [...providedTagList],
    });
  }
  return settledTable(doing);
}

/** Waits until the table is active and its last change is done. */
export async function settledTable({ aws, names, sleep }: Doing): Promise<TableDescription> {
  for (let tries = 0; tries < 120; tries++) {
    const { Table = {} } = await aws.dynamodb.describeTable({ TableName: names.table });
    if (Table.TableStatus === 'ACTIVE') return Table;
    await sleep(tries < 5 ? 200 : 1000);
  }
  throw new Error(`${names.table} is still being changed after two minutes`);
}

/** 1 read unit and 1 write unit for good: provisioned, with nothing that scales them. */
export async function provisionOne(doing: Doing): Promise<void> {
  const { aws, names } = doing;
  const dimensions = {
    ServiceNamespace: 'dynamodb' as const,
    ResourceIds: [`table/${names.table}`],
  };
  const { ScalableTargets = [] } = await aws.autoscaling.describeScalableTargets(dimensions);
  for (const { ServiceNamespace, ResourceId, ScalableDimension } of ScalableTargets) {
    await aws.autoscaling.deregisterScalableTarget({ ServiceNamespace, ResourceId, ScalableDimension });
  }
  const { BillingModeSummary, ProvisionedThroughput } = await settledTable(doing);
  const isProvisioned = (BillingModeSummary?.BillingMode ?? 'PROVISIONED') === 'PROVISIONED';
  const { ReadCapacityUnits, WriteCapacityUnits } = ProvisionedThroughput ?? {};
  // AWS refuses an update that changes nothing.
  if (isProvisioned && ReadCapacityUnits === 1 && WriteCapacityUnits === 1) return;
  await aws.dynamodb.updateTable({
    TableName: names.table,
    BillingMode: 'PROVISIONED',
    ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
  });
  await settledTable(doing);
}
