import type {
  DeregisterScalableTargetCommandInput,
  DeregisterScalableTargetCommandOutput,
  RegisterScalableTargetCommandInput,
  RegisterScalableTargetCommandOutput,
} from '@aws-sdk/client-application-auto-scaling';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { type TargetRecord, targetArn, targetKey, targets } from './records.ts';
import { target as rules } from './rules.ts';

/** Registers what the console registers for a provisioned table; nothing here scales it. */
export const registerScalableTarget: Operation<
  RegisterScalableTargetCommandInput,
  RegisterScalableTargetCommandOutput
> = (input, ctx) => {
  enforce(input, rules);
  const { ServiceNamespace: namespace, ResourceId: resourceId, ScalableDimension: dimension } = input;
  if (!namespace || !resourceId || !dimension)
    throw new AwsError('ValidationException', 'A member is missing.');
  if (input.Tags !== undefined) {
    throw new AwsError('ValidationException', 'The sandbox keeps no tags of scalable targets.');
  }
  const before = targets(ctx).get(targetKey(input));
  const record: TargetRecord = {
    id: before?.id ?? ctx.parts.random.uuid().replaceAll('-', ''),
    namespace,
    resourceId,
    dimension,
    ...capacities(input, before),
    roleArn: input.RoleARN ?? before?.roleArn ?? linkedRole(ctx, namespace),
    createdAt: before?.createdAt ?? ctx.now(),
    suspended: { ...before?.suspended, ...input.SuspendedState },
  };
  targets(ctx).put(targetKey(input), record);
  return { ScalableTargetARN: targetArn(ctx, record.id) };
};

export const deregisterScalableTarget: Operation<
  DeregisterScalableTargetCommandInput,
  DeregisterScalableTargetCommandOutput
> = (input, ctx) => {
  enforce(input, rules);
  if (!targets(ctx).delete(targetKey(input))) {
    throw new AwsError(
      'ObjectNotFoundException',
      `No scalable target registered for service namespace: ${input.ServiceNamespace}, resource ID: ${input.ResourceId}, scalable dimension: ${input.ScalableDimension}`,
    );
  }
  return {};
};

function capacities(
  { MinCapacity, MaxCapacity }: RegisterScalableTargetCommandInput,
  before: TargetRecord | undefined,
): { min: number; max: number } {
  const min = MinCapacity ?? before?.min;
  const max = MaxCapacity ?? before?.max;
  if (min === undefined || max === undefined) {
    throw new AwsError(
      'ValidationException',
      'MinCapacity and MaxCapacity must be specified when registering a new scalable target',
    );
  }
  if (min > max) {
    throw new AwsError('ValidationException', 'Maximum capacity cannot be less than minimum capacity');
  }
  return { min, max };
}

function linkedRole({ account }: Ctx, namespace: string): string {
  const names: Record<string, string> = { dynamodb: 'DynamoDBTable', lambda: 'LambdaConcurrency' };
  const name = names[namespace] ?? namespace;
  return `arn:aws:iam::${account}:role/aws-service-role/${namespace}.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_${name}`;
}
