import type {
  CreateDeploymentRequest,
  DeleteDeploymentRequest,
  Deployment,
  Deployments,
  GetDeploymentRequest,
  GetDeploymentsRequest,
  MethodSnapshot,
  UpdateDeploymentRequest,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, notFound } from './errors.ts';
import { pageOf } from './paging.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import type { Definition, DeploymentRecord } from './records.ts';
import { seconds } from './rest-apis.ts';
import { stageForDeployment } from './stages.ts';
import { apiOf, definitionOf, newId, own, tables } from './tables.ts';

/** Copies the draft whole: from now on nothing that is edited shows in what is called. */
export function createDeployment(input: CreateDeploymentRequest, ctx: Ctx): Deployment {
  const api = apiOf(ctx, input.restApiId);
  const definition = definitionOf(ctx, input.restApiId);
  checkComplete(definition);
  checkCanary(ctx, input, api.id);
  const deployment: DeploymentRecord = {
    id: newId(ctx, 6),
    description: input.description,
    createdDate: seconds(ctx.now()),
  };
  ctx.atomic(() => {
    const key = `${api.id}/${deployment.id}`;
    tables.deployments(ctx).put(key, deployment);
    tables.snapshots(ctx).put(key, { api, definition });
    if (input.stageName) stageForDeployment(input, deployment, ctx);
  });
  return show(deployment);
}

export function getDeployment(input: GetDeploymentRequest, ctx: Ctx): Deployment {
  const { api, deployment } = deploymentIn(ctx, input);
  if (!input.embed?.includes('apisummary')) return show(deployment);
  const snapshot = tables.snapshots(ctx).get(`${api.id}/${deployment.id}`);
  return { ...show(deployment), apiSummary: snapshot ? summary(snapshot.definition) : {} };
}

export function getDeployments(input: GetDeploymentsRequest, ctx: Ctx): Deployments {
  const { id } = apiOf(ctx, input.restApiId);
  const all = tables
    .deployments(ctx)
    .list({ prefix: `${id}/` })
    .map(([, deployment]) => deployment);
  const { items, position } = pageOf(all, ({ createdDate, id }) => `${createdDate} ${id}`, input);
  return { items: items.map(show), position };
}

export function updateDeployment(input: UpdateDeploymentRequest, ctx: Ctx): Deployment {
  const { api, deployment } = deploymentIn(ctx, input);
  applyPatch(deployment, input.patchOperations, { rules, wording: 'listed', input: 'updateDeploymentInput' });
  tables.deployments(ctx).put(`${api.id}/${deployment.id}`, deployment);
  return show(deployment);
}

export function deleteDeployment(input: DeleteDeploymentRequest, ctx: Ctx): Record<string, never> {
  const { api, deployment } = deploymentIn(ctx, input);
  const stages = tables.stages(ctx).list({ prefix: `${api.id}/` });
  if (stages.some(([, stage]) => stage.deploymentId === deployment.id)) {
    throw badRequest('Active stages pointing to this deployment must be moved or deleted');
  }
  ctx.atomic(() => {
    tables.deployments(ctx).delete(`${api.id}/${deployment.id}`);
    tables.snapshots(ctx).delete(`${api.id}/${deployment.id}`);
  });
  return {};
}

function deploymentIn(ctx: Ctx, input: { restApiId: string | undefined; deploymentId: string | undefined }) {
  const api = apiOf(ctx, input.restApiId);
  const known = /^\w+$/.test(input.deploymentId ?? '');
  const deployment = known ? tables.deployments(ctx).get(`${api.id}/${input.deploymentId}`) : undefined;
  if (!deployment) throw notFound('Invalid Deployment identifier specified');
  return { api, deployment };
}

function checkComplete(definition: Definition): void {
  const methods = Object.values(definition.resources).flatMap((resource) => Object.values(resource.methods));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some((method) => !method.methodIntegration)) {
    throw badRequest('No integration defined for method');
  }
}

function checkCanary(ctx: Ctx, { canarySettings, stageName }: CreateDeploymentRequest, apiId: string): void {
  if (!canarySettings) return;
  const text = 'Invalid deployment content specified.';
  if (!stageName) {
    const given = stageName === undefined ? 'null' : '';
    throw badRequest(
      `${text}Non null and non empty stageName must be provided for canary deployment. Provided value is ${given}`,
    );
  }
  if (!tables.stages(ctx).get(`${apiId}/${stageName}`)) {
    throw badRequest(
      `${text}Stage ${stageName} must already be created before making a canary release deployment`,
    );
  }
}

function summary(definition: Definition): Record<string, Record<string, MethodSnapshot>> {
  const paths: Record<string, Record<string, MethodSnapshot>> = {};
  for (const { path, methods } of Object.values(definition.resources)) {
    for (const [name, { authorizationType, apiKeyRequired }] of Object.entries(methods)) {
      paths[path] = { ...own(paths, path), [name]: { authorizationType, apiKeyRequired } };
    }
  }
  return paths;
}

function show(deployment: DeploymentRecord): Deployment {
  return { ...deployment, createdDate: new Date(deployment.createdDate) };
}

const rules: ReadonlyArray<PatchRule<DeploymentRecord>> = [
  {
    path: '/description',
    ops: ['replace'],
    apply: (deployment, { value }) => {
      deployment.description = value;
    },
  },
];
