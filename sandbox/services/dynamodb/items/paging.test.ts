import {
  type AttributeValue,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAME, openTable } from '#sandbox/testing/open-table.ts';

const GSI = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' as const },
    { AttributeName: 'sk', AttributeType: 'N' as const },
    { AttributeName: 'kind', AttributeType: 'S' as const },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-kind',
      KeySchema: [{ AttributeName: 'kind', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    },
  ],
};

async function filled(numbers: readonly number[], partition = (_: number) => 'p') {
  const table = await openTable('N', GSI);
  for (const n of numbers) {
    await table.put({
      pk: { S: partition(n) },
      sk: { N: `${n}` },
      kind: { S: n % 2 ? 'odd' : 'even' },
      text: { S: 'x' },
    });
  }
  const queryAll = (more: Partial<QueryCommandInput>) =>
    pages((ExclusiveStartKey) =>
      table.ddb.send(
        new QueryCommand({
          TableName: NAME,
          KeyConditionExpression: 'pk = :p',
          ExpressionAttributeValues: { ':p': { S: 'p' } },
          ...more,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      ),
    );
  const scanAll = (more: Partial<ScanCommandInput>) =>
    pages((ExclusiveStartKey) =>
      table.ddb.send(
        new ScanCommand({ TableName: NAME, ...more, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
      ),
    );
  return { ...table, queryAll, scanAll };
}

interface Page {
  Items?: Record<string, AttributeValue>[] | undefined;
  LastEvaluatedKey?: Record<string, AttributeValue> | undefined;
}

async function pages(
  read: (start: Record<string, AttributeValue> | undefined) => Promise<Page>,
): Promise<number[]> {
  const found: number[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const page = await read(start);
    found.push(...(page.Items ?? []).map(({ sk }) => Number(sk?.N)));
    start = page.LastEvaluatedKey;
  } while (start);
  return found;
}

const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 25 });

test('a query yields every item once and in order, whatever the limit and the direction', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (all, Limit, forward) => {
      const { queryAll } = await filled(all);
      const sorted = [...all].sort((a, b) => (forward ? a - b : b - a));
      expect(await queryAll({ Limit, ScanIndexForward: forward })).toEqual(sorted);
    }),
    { numRuns: 25 },
  );
});

test('the segments of a scan together yield every item once, whatever the limit', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, fc.integer({ min: 1, max: 9 }), async (all, Limit) => {
      const { scanAll } = await filled(all, (n) => `p${n}`);
      const parts = await Promise.all(
        [0, 1, 2].map((Segment) => scanAll({ Segment, TotalSegments: 3, Limit })),
      );
      expect(parts.flat().sort((a, b) => a - b)).toEqual([...all].sort((a, b) => a - b));
    }),
    { numRuns: 15 },
  );
});

test('an index is paged by its own keys and the table keys', async () => {
  const { queryAll } = await filled([1, 2, 3, 4, 5]);
  const odd = await queryAll({
    IndexName: 'by-kind',
    KeyConditionExpression: 'kind = :k',
    ExpressionAttributeValues: { ':k': { S: 'odd' } },
    Limit: 1,
  });
  expect(odd.sort()).toEqual([1, 3, 5]);
});

test.each([
  ['sk < :n', [-2, 1]],
  ['sk <= :n', [-2, 1, 3]],
  ['sk > :n', [4, 10]],
  ['sk >= :n', [3, 4, 10]],
  ['sk = :n', [3]],
  ['sk BETWEEN :low AND :n', [1, 3]],
])('%s takes what it says, forward and backward', async (condition, expected) => {
  const { queryAll } = await filled([10, 4, 3, 1, -2]);
  const more = {
    KeyConditionExpression: `pk = :p AND ${condition}`,
    ExpressionAttributeValues: {
      ':p': { S: 'p' },
      ':n': { N: '3' },
      ...(condition.includes(':low') && { ':low': { N: '0' } }),
    },
  };
  expect(await queryAll(more)).toEqual(expected);
  expect(await queryAll({ ...more, ScanIndexForward: false })).toEqual([...expected].reverse());
});

test('a page ends at one megabyte, and a filter does not change what was scanned', async () => {
  const { ddb, put } = await openTable('N');
  for (const n of [1, 2, 3, 4])
    await put({ pk: { S: 'p' }, sk: { N: `${n}` }, big: { S: 'x'.repeat(300_000) } });
  const page = await ddb.send(
    new QueryCommand({
      TableName: NAME,
      KeyConditionExpression: 'pk = :p',
      FilterExpression: 'attribute_not_exists(big)',
      ExpressionAttributeValues: { ':p': { S: 'p' } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
  expect(page).toMatchObject({ Count: 0, ScannedCount: 3, LastEvaluatedKey: { sk: { N: '3' } } });
  expect(page.ConsumedCapacity?.CapacityUnits).toBe(110);
});
