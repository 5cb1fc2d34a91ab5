import { ensureTable, provisionOne } from '#labs/kit/apply-table.ts';
import { expectAll, value } from '#labs/kit/expect.ts';
import { isOurRow, readHistory } from '#labs/kit/history.ts';
import { defineLab } from '#labs/kit/lab.ts';
import { table } from '#labs/kit/resources.ts';
import { absent, different, late, pass } from '#labs/kit/result.ts';
import { similarName } from '#labs/kit/similar.ts';
import { keysOf, missingTable, readTable } from '#labs/kit/table.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

const describe = 'dynamodb:DescribeTable';
const typeNames: Readonly<Record<string, string>> = { S: 'String', N: 'Number', B: 'Binary' };

export const lab = defineLab({
  id: 'table',
  title: texts.title,
  minutes: 20,
  cost: texts.cost,
  resources: ({ table: name }) => [table(name)],
  steps: [
    {
      id: 'create-table',
      kind: 'state',
      title: texts.createTitle,
      hints: [texts.createHint1, texts.createHint2, texts.createAnswer],
      async check(look) {
        const found = await readTable(look);
        if (!found) return missingTable(look);
        const status = value(describe, 'TableStatus', found.TableStatus);
        if (found.TableStatus === 'CREATING') {
          const evidence = { call: describe, field: 'TableStatus', expected: 'ACTIVE', found: 'CREATING' };
          return late(says(texts.creating), says(texts.creatingNext), evidence);
        }
        const { partition, sort } = keysOf(found);
        const recreate = says(texts.recreateNext, { name: look.names.table });
        const result = expectAll(
          // A change of its settings leaves a table usable.
          status.isOneOf(['ACTIVE', 'UPDATING'], (state) => ({
            message: says(texts.notActive, { state }),
            next: says(texts.notActiveNext),
          })),
          value(describe, 'AttributeDefinitions.partitionKey', partition.type).is('S', (type) => ({
            message: says(texts.keyType, { key: partition.name, type: typeNames[type] ?? type }),
            next: recreate,
          })),
          value(describe, 'KeySchema.partitionKey', partition.name).isTrue(
            similarName('timestamp', [partition.name]) === undefined,
            'timestamp',
            (key) => ({ message: says(texts.keyName, { key }), next: recreate }),
          ),
          value(describe, 'KeySchema.sortKey', sort?.name).isTrue(sort === undefined, null, (key) => ({
            message: says(texts.sortKey, { key }),
            next: recreate,
          })),
        );
        if (result.outcome !== 'pass' || !found.DeletionProtectionEnabled) return result;
        return { ...result, messages: [says(texts.isProtected)] };
      },
      async apply(doing) {
        await ensureTable(doing);
      },
    },
    {
      id: 'capacity',
      kind: 'state',
      title: texts.capacityTitle,
      hints: [texts.capacityHint1, texts.capacityHint2, texts.capacityAnswer],
      needs: ['create-table'],
      async check(look) {
        const [found, scaling] = await Promise.all([
          readTable(look),
          look.aws.autoscaling.describeScalableTargets({
            ServiceNamespace: 'dynamodb',
            ResourceIds: [`table/${look.names.table}`],
          }),
        ]);
        if (!found) return missingTable(look);
        const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = found.ProvisionedThroughput ?? {};
        const mode = found.BillingModeSummary?.BillingMode ?? 'PROVISIONED';
        const next = says(texts.capacityNext);
        if (mode !== 'PROVISIONED') {
          return different(says(texts.onDemand), next, {
            call: describe,
            field: 'BillingModeSummary.BillingMode',
            expected: 'PROVISIONED',
            found: mode,
          });
        }
        const result = expectAll(
          value(describe, 'ProvisionedThroughput.ReadCapacityUnits', ReadCapacityUnits).is(1, (units) => ({
            message: says(texts.readUnits, { units }),
            next,
          })),
          value(describe, 'ProvisionedThroughput.WriteCapacityUnits', WriteCapacityUnits).is(1, (units) => ({
            message: says(texts.writeUnits, { units }),
            next,
          })),
          value(
            'application-autoscaling:DescribeScalableTargets',
            'ScalableTargets',
            (scaling.ScalableTargets ?? []).map(({ ScalableDimension = '' }) => ScalableDimension),
          ).is([], () => ({ message: says(texts.autoScaling), next: says(texts.autoScalingNext) })),
        );
        return result.outcome === 'fail' && found.TableStatus === 'UPDATING'
          ? late(says(texts.updating), says(texts.creatingNext), ...result.evidence)
          : result;
      },
      apply: provisionOne,
    },
    {
      id: 'first-item',
      kind: 'milestone',
      title: texts.itemTitle,
      hints: [texts.itemHint1, texts.itemAnswer],
      needs: ['create-table'],
      async check(look) {
        if (!(await readTable(look))) return missingTable(look);
        const rows = await readHistory(look);
        const own = rows.filter((row) => !isOurRow(row));
        const evidence = { call: 'dynamodb:Scan', field: 'Items', expected: 1, found: own.length };
        if (own.length > 0) return pass(evidence);
        const message = rows.length > 0 ? texts.onlyOurs : texts.empty;
        return absent(says(message), says(texts.itemNext), evidence);
      },
      async apply(doing) {
        const { aws, names } = doing;
        const { partition } = keysOf(await ensureTable(doing));
        await aws.dynamodb.putItem({
          TableName: names.table,
          Item: {
            [partition.name]: { S: '20260101090000' },
            input_text: { S: 'こんにちは' },
            output_text: { S: 'Hello' },
          },
        });
      },
    },
  ],
});
