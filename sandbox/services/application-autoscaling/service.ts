import { defineService } from '#sandbox/core/service.ts';
import { describeScalableTargets, describeScalingPolicies } from './describe.ts';
import { deregisterScalableTarget, registerScalableTarget } from './targets.ts';

export const service = defineService<typeof import('@aws-sdk/client-application-auto-scaling')>({
  name: 'application-autoscaling',
  client: () => import('@aws-sdk/client-application-auto-scaling'),
  operations: {
    DescribeScalableTargets: describeScalableTargets,
    DescribeScalingPolicies: describeScalingPolicies,
    RegisterScalableTarget: registerScalableTarget,
    DeregisterScalableTarget: deregisterScalableTarget,
  },
  needs: {
    DescribeScalableTargets: () => onAnything('DescribeScalableTargets'),
    DescribeScalingPolicies: () => onAnything('DescribeScalingPolicies'),
    RegisterScalableTarget: (_input, ctx) => onTargets('RegisterScalableTarget', ctx),
    DeregisterScalableTarget: (_input, ctx) => onTargets('DeregisterScalableTarget', ctx),
  },
});

function onAnything(operation: string) {
  return { action: `application-autoscaling:${operation}`, resource: '*' };
}

/** The id in a target's ARN is known to nobody before it is made, so policies name all of a region's. */
function onTargets(operation: string, { region, account }: { region: string; account: string }) {
  return {
    action: `application-autoscaling:${operation}`,
    resource: `arn:aws:application-autoscaling:${region}:${account}:scalable-target/*`,
  };
}
