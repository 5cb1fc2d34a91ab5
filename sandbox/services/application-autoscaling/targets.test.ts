import { beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#sandbox/core/context.ts';
import { testContext } from '#sandbox/testing/logs-context.ts';
import { describeScalableTargets, describeScalingPolicies } from './describe.ts';
import { deregisterScalableTarget, registerScalableTarget } from './targets.ts';

let ctx: Ctx;
const table = { ServiceNamespace: 'dynamodb', ResourceId: 'table/translate-history' } as const;
const reads = { ...table, ScalableDimension: 'dynamodb:table:ReadCapacityUnits' } as const;
const writes = { ...table, ScalableDimension: 'dynamodb:table:WriteCapacityUnits' } as const;

beforeEach(() => {
  ({ ctx } = testContext('application-autoscaling'));
});

describe('scalable targets', () => {
  it('are none until somebody registers one', async () => {
    expect(await describeScalableTargets({ ServiceNamespace: 'dynamodb' }, ctx)).toEqual({
      ScalableTargets: [],
    });
    expect(await describeScalingPolicies({ ServiceNamespace: 'dynamodb' }, ctx)).toEqual({
      ScalingPolicies: [],
    });
  });

  it('are described as registered, and gone when deregistered', async () => {
    await registerScalableTarget({ ...reads, MinCapacity: 1, MaxCapacity: 10 }, ctx);
    await registerScalableTarget({ ...reads, MaxCapacity: 5 }, ctx);
    const ask = { ServiceNamespace: table.ServiceNamespace, ResourceIds: [table.ResourceId] };
    expect((await describeScalableTargets(ask, ctx)).ScalableTargets).toEqual([
      {
        ...reads,
        MinCapacity: 1,
        MaxCapacity: 5,
        RoleARN:
          'arn:aws:iam::000000000001:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable',
        CreationTime: new Date(ctx.now()),
        SuspendedState: {
          DynamicScalingInSuspended: false,
          DynamicScalingOutSuspended: false,
          ScheduledScalingSuspended: false,
        },
        ScalableTargetARN: expect.stringMatching(/:scalable-target\/[0-9a-f]{32}$/),
      },
    ]);
    expect(await describeScalableTargets({ ...ask, ResourceIds: ['table/other'] }, ctx)).toEqual({
      ScalableTargets: [],
    });
    deregisterScalableTarget(reads, ctx);
    expect(await describeScalableTargets(ask, ctx)).toEqual({ ScalableTargets: [] });
    expect(() => deregisterScalableTarget(reads, ctx)).toThrow(
      'No scalable target registered for service namespace: dynamodb, resource ID: table/translate-history',
    );
  });

  it('come page by page', async () => {
    for (const one of [reads, writes])
      registerScalableTarget({ ...one, MinCapacity: 1, MaxCapacity: 2 }, ctx);
    const first = await describeScalableTargets({ ServiceNamespace: 'dynamodb', MaxResults: 1 }, ctx);
    const second = await describeScalableTargets(
      { ServiceNamespace: 'dynamodb', MaxResults: 1, NextToken: first.NextToken },
      ctx,
    );
    expect(second.ScalableTargets?.[0]?.ScalableDimension).toBe(writes.ScalableDimension);
    expect(second).not.toHaveProperty('NextToken');
  });

  it('refuse what makes no sense', () => {
    expect(() => registerScalableTarget(reads, ctx)).toThrow('MinCapacity and MaxCapacity must be specified');
    expect(() => registerScalableTarget({ ...reads, MinCapacity: 3, MaxCapacity: 2 }, ctx)).toThrow(
      'Maximum capacity cannot be less than minimum capacity',
    );
    expect(() => describeScalableTargets({ ServiceNamespace: 'no' as never }, ctx)).toThrow(
      "Value 'no' at 'serviceNamespace' failed to satisfy constraint: Member must satisfy enum value set: [ecs,",
    );
  });
});
