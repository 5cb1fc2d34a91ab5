import type {
  ContinuousBackupsDescription,
  DescribeContinuousBackupsCommandInput,
  DescribeContinuousBackupsCommandOutput,
  UpdateContinuousBackupsCommandInput,
  UpdateContinuousBackupsCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { DAY_MS } from '../facts.ts';
import { findTable, saveTable, type TableRecord } from './record.ts';
import { tableName } from './table-name.ts';

export const describeContinuousBackups: Operation<
  DescribeContinuousBackupsCommandInput,
  DescribeContinuousBackupsCommandOutput
> = (input, ctx) => ({
  ContinuousBackupsDescription: describe(existing(ctx, tableName(input.TableName)), ctx.now()),
});

/** Stored only: there is nothing to restore from. */
export const updateContinuousBackups: Operation<
  UpdateContinuousBackupsCommandInput,
  UpdateContinuousBackupsCommandOutput
> = (input, ctx) => {
  const name = tableName(input.TableName);
  enforce(input, {
    pointInTimeRecoverySpecification: { required: true },
    'pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled': { required: true },
    'pointInTimeRecoverySpecification.recoveryPeriodInDays': { min: 1, max: 35 },
  });
  const { recovery, ...table } = existing(ctx, name);
  const wanted = input.PointInTimeRecoverySpecification;
  const days = wanted?.RecoveryPeriodInDays ?? recovery?.days ?? 35;
  const updated: TableRecord = wanted?.PointInTimeRecoveryEnabled
    ? { ...table, recovery: { since: recovery?.since ?? ctx.now(), days } }
    : table;
  saveTable(ctx, updated);
  return { ContinuousBackupsDescription: describe(updated, ctx.now()) };
};

function existing(ctx: Ctx, name: string): TableRecord {
  const table = findTable(ctx, name);
  if (table) return table;
  throw new AwsError('TableNotFoundException', `Table not found: ${name}`);
}

function describe({ recovery }: TableRecord, now: number): ContinuousBackupsDescription {
  if (!recovery) {
    return {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    };
  }
  return {
    ContinuousBackupsStatus: 'ENABLED',
    PointInTimeRecoveryDescription: {
      PointInTimeRecoveryStatus: 'ENABLED',
      RecoveryPeriodInDays: recovery.days,
      EarliestRestorableDateTime: new Date(Math.max(recovery.since, now - recovery.days * DAY_MS)),
      LatestRestorableDateTime: new Date(now),
    },
  };
}
