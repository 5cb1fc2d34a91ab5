import { listApis } from './api.ts';
import type { Doing } from './lab.ts';
import { providedTags } from './tags.ts';

/** The course's API in the draft: the one that is there, or a new one, written down by its id. */
export async function ensureApi(doing: Doing): Promise<string> {
  const { aws, names, known, target } = doing;
  const ours = (await listApis(aws)).filter(
    ({ name, id }) => name === names.api && !known.isForeign('rest-api', id),
  );
  const meant = ours.find(({ id }) => id === known.apiId) ?? ours[0];
  if (meant) return meant.id;
  const made = await aws.apigateway.createRestApi({
    name: names.api,
    endpointConfiguration: { types: ['REGIONAL'] },
    tags: { ...providedTags },
  });
  const id = made.id ?? '';
  await doing.made({ type: 'rest-api', id, arn: `arn:aws:apigateway:${target.region}::/restapis/${id}` });
  return id;
}

/** A resource below the root, made where it is missing. */
export async function ensureResource(doing: Doing, restApiId: string, pathPart: string): Promise<string> {
  const { aws } = doing;
  const { items = [] } = await aws.apigateway.getResources({ restApiId, limit: 500 });
  const known = items.find(({ path }) => path === `/${pathPart}`);
  if (known?.id) return known.id;
  const root = items.find(({ path }) => path === '/');
  const made = await aws.apigateway.createResource({ restApiId, parentId: root?.id, pathPart });
  return made.id ?? '';
}

/** Deploys the draft to the course's stage. */
export async function deployApi({ aws, names }: Doing, restApiId: string): Promise<void> {
  await aws.apigateway.createDeployment({ restApiId, stageName: names.stage });
}
