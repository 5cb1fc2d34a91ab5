import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { Look, TargetFacts } from './lab.ts';
import type { Names } from './names.ts';
import { notHere } from './not-here.ts';
import { orAbsent } from './or-absent.ts';
import type { Result } from './result.ts';
import { foundElsewhere, quietly, similarName } from './similar.ts';
import { texts } from './table.texts.ts';

/** The course's table as it stands, or `undefined`. */
export async function readTable({
  aws,
  names,
}: Pick<Look, 'aws' | 'names'>): Promise<TableDescription | undefined> {
  const answer = await orAbsent(aws.dynamodb.describeTable({ TableName: names.table }));
  return answer?.Table;
}

export function tableArn({ target, names }: { target: TargetFacts; names: Names }): string {
  return `arn:aws:dynamodb:${target.region}:${target.account}:table/${names.table}`;
}

export interface TableKey {
  name: string;
  /** `S`, `N` or `B`. */
  type: string;
}

/** The partition key and, where there is one, the sort key. */
export function keysOf(table: TableDescription): { partition: TableKey; sort: TableKey | undefined } {
  const key = (wanted: 'HASH' | 'RANGE'): TableKey | undefined => {
    const name = table.KeySchema?.find(({ KeyType }) => KeyType === wanted)?.AttributeName;
    if (name === undefined) return undefined;
    const definition = table.AttributeDefinitions?.find(({ AttributeName }) => AttributeName === name);
    return { name, type: definition?.AttributeType ?? '' };
  };
  return { partition: key('HASH') ?? { name: '', type: '' }, sort: key('RANGE') };
}

/** Says that the table is not there, and where one of nearly that name is. */
export async function missingTable(look: Look): Promise<Result> {
  const { names } = look;
  const [similar, other] = await Promise.all([
    quietly(similarTable(look)),
    foundElsewhere(look, async (aws) => (await readTable({ aws, names })) !== undefined),
  ]);
  const [call, field] = ['dynamodb:DescribeTable', 'TableName'];
  return notHere(look, { texts, call, field, name: names.table, similar, other });
}

async function similarTable({ aws, names }: Look): Promise<string | undefined> {
  const { TableNames = [] } = await aws.dynamodb.listTables({});
  return similarName(names.table, TableNames);
}
