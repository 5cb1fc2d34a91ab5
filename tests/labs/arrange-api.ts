import type { World } from './world.ts';

/** The id of the course's API in this world. */
export async function apiOf({ aws, names }: World): Promise<string> {
  const { items = [] } = await aws.apigateway.getRestApis({ limit: 500 });
  return items.find(({ name }) => name === names.api)?.id ?? '';
}

export async function resourceOf(world: World, path: string): Promise<string> {
  const { items = [] } = await world.aws.apigateway.getResources({
    restApiId: await apiOf(world),
    limit: 500,
  });
  return items.find((one) => one.path === path)?.id ?? '';
}

export async function redeploy(world: World): Promise<void> {
  await world.aws.apigateway.createDeployment({
    restApiId: await apiOf(world),
    stageName: world.names.stage,
  });
}
