import type { ReadClients } from '#labs/kit/clients.ts';
import { says } from '#labs/kit/text.ts';
import { free } from './costs.ts';
import type { Kind, Live, Lookout } from './kind.ts';
import { once, readPages } from './read-pages.ts';
import { texts } from './resources.texts.ts';
import { readUsagePlans } from './usage-plan.ts';

/** A key of our usage plan; ours when no other plan has it. Its value is never asked for. */
export const apiKeyKind: Kind = {
  atMost: 5,
  after: ['usage-plan'],
  onlyWhenGone: [],
  async find(look) {
    const plans = await look.found('usage-plan');
    const owners = new Map<string, string | undefined>(
      look.remembered('api-key').map((id) => [id, undefined]),
    );
    for (const { id } of plans) for (const key of await keysOfPlan(id, look.aws)) owners.set(key, id);
    if (owners.size === 0) return [];
    const all = await readKeys(look.aws);
    const known = all.filter(({ id = '' }) => owners.has(id));
    return Promise.all(
      known.map((key) => readKey(key, owners.get(key.id ?? ''), new Set(plans.map(({ id }) => id)), look)),
    );
  },
  async remove({ id }, aws) {
    await aws.apigateway.deleteApiKey({ apiKey: id });
  },
  isGone: async ({ id }, aws) => !(await readKeys(aws)).some((key) => key.id === id),
  grants: ({ arn }) => ['apigateway:GET', 'apigateway:DELETE'].map((action) => ({ action, resource: arn })),
};

interface KeyFacts {
  id?: string | undefined;
  name?: string | undefined;
  createdDate?: Date | undefined;
  stageKeys?: string[] | undefined;
}

async function readKey(
  { id = '', name = '', createdDate, stageKeys = [] }: KeyFacts,
  plan: string | undefined,
  ours: ReadonlySet<string>,
  look: Lookout,
): Promise<Live> {
  const other = (await readUsagePlans(look.aws, id)).find((one) => !ours.has(one.id ?? ''));
  return {
    type: 'api-key',
    id,
    name,
    arn: `arn:aws:apigateway:${look.place.region}::/apikeys/${id}`,
    identity: { id, createdDate: String(createdDate?.getTime() ?? '') },
    cost: free,
    parts: {},
    ...(createdDate ? { madeAt: createdDate.getTime() } : {}),
    ...(plan ? { owner: { type: 'usage-plan', id: plan } } : {}),
    ...(other || stageKeys.length > 0
      ? { shared: says(texts.keyOfOther, { plan: other?.name ?? other?.id ?? stageKeys[0] ?? '' }) }
      : {}),
  };
}

async function keysOfPlan(usagePlanId: string, { apigateway }: Pick<ReadClients, 'apigateway'>) {
  const keys = await readPages(
    (position) => apigateway.getUsagePlanKeys({ usagePlanId, position, limit: 500 }),
    { items: (page) => page.items, next: (page) => page.position },
  );
  return keys.flatMap(({ id }) => (id ? [id] : []));
}

export async function readKeys({ apigateway }: Pick<ReadClients, 'apigateway'>): Promise<KeyFacts[]> {
  const all = await readPages((position) => apigateway.getApiKeys({ position, limit: 500 }), {
    items: (page) => page.items,
    next: (page) => page.position,
  });
  return once(all, ({ id }) => id);
}
