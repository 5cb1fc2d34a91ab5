import type { DescribeLimitsCommandInput, DescribeLimitsCommandOutput } from '@aws-sdk/client-dynamodb';
import type { Operation } from '#sandbox/core/service.ts';

/** The default quotas of an account. */
export const describeLimits: Operation<DescribeLimitsCommandInput, DescribeLimitsCommandOutput> = () => ({
  AccountMaxReadCapacityUnits: 80_000,
  AccountMaxWriteCapacityUnits: 80_000,
  TableMaxReadCapacityUnits: 40_000,
  TableMaxWriteCapacityUnits: 40_000,
});
