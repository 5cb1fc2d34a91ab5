import type { StreamSpecification } from '@aws-sdk/client-dynamodb';
import { invalidParameter } from '../errors.ts';
import type { TableRecord } from './record.ts';

export function newStream(given: StreamSpecification, now: number): NonNullable<TableRecord['stream']> {
  if (!given.StreamViewType) {
    throw invalidParameter('StreamViewType is required when StreamEnabled is true');
  }
  return { label: new Date(now).toISOString().slice(0, -1), view: given.StreamViewType, enabled: true };
}
