import type { ReadClients } from '#labs/kit/clients.ts';
import { free } from './costs.ts';
import type { Kind, Live } from './kind.ts';
import { readPages } from './read-pages.ts';

/** Auto scaling of a table, the console's default for provisioned ones; with it go its policies and alarms. */
export const scalableTargetKind: Kind = {
  atMost: 2,
  after: [],
  onlyWhenGone: [],
  async find(look) {
    const tables = await look.found('table');
    const names = [
      ...new Set([...tables.map(({ id }) => id), ...look.remembered('scalable-target').map(tableOf)]),
    ];
    if (names.length === 0) return [];
    const targets = await readTargets(
      names.map((name) => `table/${name}`),
      look.aws,
    );
    return targets.map(
      ({ ResourceId = '', ScalableDimension = '', CreationTime, ScalableTargetARN }): Live => ({
        type: 'scalable-target',
        id: `${ResourceId} ${ScalableDimension}`,
        name: `${ResourceId} ${ScalableDimension}`,
        arn:
          ScalableTargetARN ??
          `arn:aws:application-autoscaling:${look.place.region}:${look.place.account}:scalable-target/${ResourceId}`,
        identity: { creationTime: String(CreationTime?.getTime() ?? '') },
        owner: { type: 'table', id: tableOf(ResourceId) },
        cost: free,
        parts: { resource: [ResourceId], dimension: [ScalableDimension] },
        ...(CreationTime ? { madeAt: CreationTime.getTime() } : {}),
      }),
    );
  },
  async remove({ parts }, aws) {
    await aws.autoscaling.deregisterScalableTarget({
      ServiceNamespace: 'dynamodb',
      ResourceId: parts.resource?.[0],
      ScalableDimension: parts.dimension?.[0] as 'dynamodb:table:ReadCapacityUnits',
    });
  },
  isGone: async ({ id, parts }, aws) =>
    !(await readTargets([...(parts.resource ?? [])], aws)).some(
      ({ ResourceId, ScalableDimension }) => `${ResourceId} ${ScalableDimension}` === id,
    ),
  // Its own ARN is drawn by AWS when it is registered; the call is decided before anybody knows it.
  grants: (_, { account, region }) => [
    { action: 'application-autoscaling:DescribeScalableTargets', resource: '*' },
    {
      action: 'application-autoscaling:DeregisterScalableTarget',
      resource: `arn:aws:application-autoscaling:${region}:${account}:scalable-target/*`,
    },
  ],
};

function readTargets(ResourceIds: string[], { autoscaling }: Pick<ReadClients, 'autoscaling'>) {
  return readPages(
    (NextToken) =>
      autoscaling.describeScalableTargets({ ServiceNamespace: 'dynamodb', ResourceIds, NextToken }),
    { items: (page) => page.ScalableTargets, next: (page) => page.NextToken },
  );
}

/** `translate-history` of `table/translate-history dynamodb:table:ReadCapacityUnits`. */
function tableOf(id: string): string {
  return (id.split(' ')[0] ?? '').replace(/^table\//, '');
}
