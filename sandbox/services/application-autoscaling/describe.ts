import type {
  DescribeScalableTargetsCommandInput,
  DescribeScalableTargetsCommandOutput,
  DescribeScalingPoliciesCommandInput,
  DescribeScalingPoliciesCommandOutput,
} from '@aws-sdk/client-application-auto-scaling';
import { enforce } from '#sandbox/core/constraints.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { targetArn, targets } from './records.ts';
import { maxResults, resourceIds, serviceNamespace } from './rules.ts';

export const describeScalableTargets: Operation<
  DescribeScalableTargetsCommandInput,
  DescribeScalableTargetsCommandOutput
> = (input, ctx) => {
  enforce(input, { serviceNamespace, resourceIds, maxResults });
  const { MaxResults = 50, ResourceIds, ScalableDimension } = input;
  if (ScalableDimension !== undefined && ResourceIds === undefined) {
    throw new AwsError(
      'ValidationException',
      'If you specify a scalable dimension, you must also specify a resource ID.',
    );
  }
  const found = targets(ctx)
    .list({ prefix: `${input.ServiceNamespace} `, ...after(input.NextToken) })
    .filter(([, { resourceId }]) => ResourceIds === undefined || ResourceIds.includes(resourceId))
    .filter(([, { dimension }]) => ScalableDimension === undefined || ScalableDimension === dimension);
  const page = found.slice(0, MaxResults);
  const last = page.at(-1)?.[0];
  return {
    ScalableTargets: page.map(([, one]) => ({
      ServiceNamespace: one.namespace,
      ResourceId: one.resourceId,
      ScalableDimension: one.dimension,
      MinCapacity: one.min,
      MaxCapacity: one.max,
      RoleARN: one.roleArn,
      CreationTime: new Date(one.createdAt),
      SuspendedState: {
        DynamicScalingInSuspended: false,
        DynamicScalingOutSuspended: false,
        ScheduledScalingSuspended: false,
        ...one.suspended,
      },
      ScalableTargetARN: targetArn(ctx, one.id),
    })),
    ...(found.length > MaxResults && last !== undefined ? { NextToken: `after ${last}` } : {}),
  };
};

/** True and not a stand-in: nothing here makes policies, since PutScalingPolicy is not there. */
export const describeScalingPolicies: Operation<
  DescribeScalingPoliciesCommandInput,
  DescribeScalingPoliciesCommandOutput
> = (input) => {
  enforce(input, { serviceNamespace, maxResults });
  return { ScalingPolicies: [] };
};

function after(token: string | undefined): { after?: string } {
  if (token === undefined) return {};
  if (!token.startsWith('after '))
    throw new AwsError('InvalidNextTokenException', 'The next token is not valid.');
  return { after: token.slice('after '.length) };
}
