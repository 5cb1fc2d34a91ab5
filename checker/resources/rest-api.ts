import { orAbsent } from '#labs/kit/or-absent.ts';
import { costOfApi } from './costs.ts';
import { declaredOf, type Kind, type Live, type Lookout } from './kind.ts';
import { once, readPages } from './read-pages.ts';

/** Names are not unique here: every API of the name is found, and each is held by its id. */
export const restApiKind: Kind = {
  atMost: 3,
  after: ['usage-plan'],
  onlyWhenGone: [],
  everyMs: 30_000,
  async find(look) {
    const names = declaredOf(look, 'rest-api').map(({ name }) => name);
    if (names.length === 0) return [];
    const remembered = look.remembered('rest-api');
    const all = await readPages((position) => look.aws.apigateway.getRestApis({ position, limit: 500 }), {
      items: (page) => page.items,
      next: (page) => page.position,
    });
    const named = once(all, ({ id }) => id).filter(
      ({ name = '', id = '' }) => names.includes(name) || remembered.includes(id),
    );
    return Promise.all(
      named.map(async ({ id = '', name = '', createdDate }): Promise<Live> => {
        return {
          type: 'rest-api',
          id,
          name,
          arn: `arn:aws:apigateway:${look.place.region}::/restapis/${id}`,
          identity: { id, createdDate: String(createdDate?.getTime() ?? '') },
          cost: costOfApi(await cachesOf(id, look)),
          parts: {},
          ...(createdDate ? { madeAt: createdDate.getTime() } : {}),
        };
      }),
    );
  },
  async remove({ id }, aws) {
    await aws.apigateway.deleteRestApi({ restApiId: id });
  },
  isGone: async ({ id }, aws) => (await orAbsent(aws.apigateway.getRestApi({ restApiId: id }))) === undefined,
  grants: ({ arn }) => [
    { action: 'apigateway:GET', resource: arn },
    { action: 'apigateway:GET', resource: `${arn}/stages` },
    { action: 'apigateway:DELETE', resource: arn },
  ],
};

async function cachesOf(restApiId: string, { aws }: Lookout): Promise<string[]> {
  const stages = await orAbsent(aws.apigateway.getStages({ restApiId }));
  return (stages?.item ?? []).flatMap((stage) =>
    stage.cacheClusterEnabled ? [stage.cacheClusterSize ?? ''] : [],
  );
}
