import type { RestApi } from '@aws-sdk/client-api-gateway';
import { texts } from './api.texts.ts';
import type { ReadClients } from './clients.ts';
import type { Look } from './lab.ts';
import { notHere } from './not-here.ts';
import { different, type Result } from './result.ts';
import { foundElsewhere, quietly, similarName } from './similar.ts';
import { says } from './text.ts';

/** The course's API: one, none, or more than one of that name. */
export type FoundApi = { api: RestApi & { id: string } } | { problem: Result };

/** Finds the API by its name; with two of that name, the one of the ledger or of `--api`. */
export async function findApi(look: Look): Promise<FoundApi> {
  const { aws, names, known } = look;
  const apis = await listApis(aws);
  const ours = apis.filter(({ name, id }) => name === names.api && !known.isForeign('rest-api', id));
  const meant = ours.find(({ id }) => id === known.apiId);
  const [first, second] = ours;
  if (meant) return { api: meant };
  if (first && !second) return { api: first };
  return { problem: second ? severalApis(ours, names.api) : await missingApi(apis, look) };
}

export async function listApis(
  aws: Pick<ReadClients, 'apigateway'>,
): Promise<Array<RestApi & { id: string }>> {
  const apis: Array<RestApi & { id: string }> = [];
  let position: string | undefined;
  do {
    const page = await aws.apigateway.getRestApis({ limit: 500, ...(position ? { position } : {}) });
    apis.push(...(page.items ?? []).flatMap((api) => (api.id === undefined ? [] : [{ ...api, id: api.id }])));
    position = page.position;
  } while (position);
  return apis;
}

function severalApis(ours: ReadonlyArray<{ id: string }>, name: string): Result {
  const ids = ours.map(({ id }) => id);
  return different(
    says(texts.several, { name, ids: ids.join(', ') }),
    says(texts.severalNext, { id: ids[0] ?? '' }),
    { call: 'apigateway:GetRestApis', field: 'name', expected: 1, found: ids.length },
  );
}

async function missingApi(apis: ReadonlyArray<RestApi>, look: Look): Promise<Result> {
  const { names } = look;
  const similar = similarName(
    names.api,
    apis.map(({ name = '' }) => name),
  );
  const other = await foundElsewhere(look, async (aws) => {
    const there = await quietly(listApis(aws));
    return there?.some(({ name }) => name === names.api) ?? false;
  });
  const [call, field] = ['apigateway:GetRestApis', 'name'];
  return notHere(look, { texts, call, field, name: names.api, similar, other });
}

/** A resource of the draft by its path, with its methods. */
export async function findResource(api: { id: string }, path: string, { aws }: Pick<Look, 'aws'>) {
  const { items = [] } = await aws.apigateway.getResources({
    restApiId: api.id,
    embed: ['methods'],
    limit: 500,
  });
  return { resource: items.find((one) => one.path === path), paths: items.map((one) => one.path ?? '') };
}
