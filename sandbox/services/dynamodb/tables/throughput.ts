import type { ProvisionedThroughput } from '@aws-sdk/client-dynamodb';
import { invalid } from '../errors.ts';
import type { Throughput } from './record.ts';
import { readThroughput } from './schema.ts';

export function changeThroughput(
  current: Throughput,
  given: ProvisionedThroughput,
  now: number,
  what: 'table' | 'index',
): Throughput {
  const { read, write } = readThroughput(given);
  if (read === current.read && write === current.write) {
    throw invalid(
      `The provisioned throughput for the ${what} will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the ${what}: ${current.read}. Requested ReadCapacityUnits: ${read}. Current WriteCapacityUnits provisioned for the ${what}: ${current.write}. Requested WriteCapacityUnits: ${write}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
    );
  }
  const up = read > current.read || write > current.write;
  const down = read < current.read || write < current.write;
  return {
    ...current,
    read,
    write,
    ...(up && { increasedAt: now }),
    ...(down && { decreasedAt: now, decreases: [...current.decreases, now] }),
  };
}
