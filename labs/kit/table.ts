import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { Look, TargetFacts } from './lab.ts';
import type { Names } from './names.ts';
import { orAbsent } from './or-absent.ts';
import { absent, type Result } from './result.ts';
import { foundElsewhere, quietly, similarName } from './similar.ts';
import { texts } from './table.texts.ts';
import { says } from './text.ts';

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
  const { names, target } = look;
  const [similar, region] = await Promise.all([
    quietly(similarTable(look)),
    foundElsewhere(look, async (aws) => (await readTable({ aws, names })) !== undefined),
  ]);
  const evidence = {
    call: 'dynamodb:DescribeTable',
    field: 'TableName',
    expected: names.table,
    found: similar ?? null,
  };
  const where = { name: names.table, region: target.region };
  if (region)
    return absent(
      says(texts.elsewhere, { ...where, other: region }),
      says(texts.elsewhereNext, { other: region }),
      evidence,
    );
  if (similar)
    return absent(says(texts.similar, { ...where, similar }), says(texts.similarNext, where), evidence);
  return absent(says(texts.absent, where), says(texts.absentNext, where), evidence);
}

async function similarTable({ aws, names }: Look): Promise<string | undefined> {
  const { TableNames = [] } = await aws.dynamodb.listTables({});
  return similarName(names.table, TableNames);
}
