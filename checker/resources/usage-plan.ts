import type { UsagePlan } from '@aws-sdk/client-api-gateway';
import type { ReadClients } from '#labs/kit/clients.ts';
import { says } from '#labs/kit/text.ts';
import { free } from './costs.ts';
import type { Kind, Live } from './kind.ts';
import { once, readPages } from './read-pages.ts';
import { texts } from './resources.texts.ts';

/** A plan that our API is in; ours when no other API is. */
export const usagePlanKind: Kind = {
  atMost: 3,
  after: [],
  onlyWhenGone: [],
  async find(look) {
    const live = (await look.found('rest-api')).map(({ id }) => id);
    // A plan may still name an API that is gone already.
    const apis = new Set([...live, ...look.remembered('rest-api')]);
    const remembered = new Set(look.remembered('usage-plan'));
    if (apis.size === 0 && remembered.size === 0) return [];
    const plans = await readUsagePlans(look.aws);
    return plans
      .filter(
        ({ id = '', apiStages = [] }) =>
          remembered.has(id) || apiStages.some(({ apiId = '' }) => apis.has(apiId)),
      )
      .map(({ id = '', name = '', apiStages = [] }): Live => {
        const other = apiStages.find(({ apiId = '' }) => !apis.has(apiId));
        const mine = apiStages.find(({ apiId = '' }) => apis.has(apiId))?.apiId;
        return {
          type: 'usage-plan',
          id,
          name,
          arn: `arn:aws:apigateway:${look.place.region}::/usageplans/${id}`,
          identity: { id },
          cost: free,
          parts: { stages: apiStages.map(({ apiId, stage }) => `${apiId}:${stage}`) },
          ...(mine ? { owner: { type: 'rest-api', id: mine } } : {}),
          ...(other ? { shared: says(texts.planOfOther, { api: other.apiId ?? '' }) } : {}),
        };
      });
  },
  async remove({ id, parts }, aws) {
    const patchOperations = (parts.stages ?? []).map(
      (value) => ({ op: 'remove', path: '/apiStages', value }) as const,
    );
    if (patchOperations.length > 0)
      await aws.apigateway.updateUsagePlan({ usagePlanId: id, patchOperations });
    await aws.apigateway.deleteUsagePlan({ usagePlanId: id });
  },
  isGone: async ({ id }, aws) => !(await readUsagePlans(aws)).some((plan) => plan.id === id),
  grants: ({ arn }) =>
    ['apigateway:GET', 'apigateway:PATCH', 'apigateway:DELETE'].map((action) => ({ action, resource: arn })),
};

export async function readUsagePlans(
  { apigateway }: Pick<ReadClients, 'apigateway'>,
  keyId?: string,
): Promise<UsagePlan[]> {
  const all = await readPages((position) => apigateway.getUsagePlans({ keyId, position, limit: 500 }), {
    items: (page) => page.items,
    next: (page) => page.position,
  });
  return once(all, ({ id }) => id);
}
