import type {
  ScalableDimension,
  ServiceNamespace,
  SuspendedState,
} from '@aws-sdk/client-application-auto-scaling';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';

export interface TargetRecord {
  id: string;
  namespace: ServiceNamespace;
  resourceId: string;
  dimension: ScalableDimension;
  min: number;
  max: number;
  roleArn: string;
  createdAt: number;
  suspended: SuspendedState;
}

export const targets = (ctx: Ctx): Table<TargetRecord> => ctx.table('targets');

export interface TargetName {
  ServiceNamespace: ServiceNamespace | undefined;
  ResourceId: string | undefined;
  ScalableDimension: ScalableDimension | undefined;
}

export function targetKey({
  ServiceNamespace,
  ResourceId = '',
  ScalableDimension = '' as never,
}: TargetName) {
  return [ServiceNamespace, ResourceId, ScalableDimension]
    .map((part) => encodeURIComponent(part ?? ''))
    .join(' ');
}

export function targetArn({ region, account }: Ctx, id: string): string {
  return `arn:aws:application-autoscaling:${region}:${account}:scalable-target/${id}`;
}
