import type {
  CanarySettings,
  CreateDeploymentRequest,
  CreateStageRequest,
  DeleteStageRequest,
  GetStageRequest,
  GetStagesRequest,
  Stage,
  Stages,
} from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, conflict } from './errors.ts';
import { facts } from './facts.ts';
import type { DeploymentRecord, StageRecord } from './records.ts';
import { seconds } from './rest-apis.ts';
import { apiOf, stageOf, tables } from './tables.ts';
import { dropBuckets } from './web/throttle.ts';

export function createStage(input: CreateStageRequest, ctx: Ctx): Stage {
  const api = apiOf(ctx, input.restApiId);
  const stageName = checkName(input.stageName);
  if (
    !/^\w+$/.test(input.deploymentId ?? '') ||
    !tables.deployments(ctx).get(`${api.id}/${input.deploymentId}`)
  ) {
    throw badRequest('Deployment id does not exist');
  }
  if (tables.stages(ctx).get(`${api.id}/${stageName}`)) throw conflict('Stage already exists');
  const stage: StageRecord = {
    ...blank(ctx, stageName, input.deploymentId ?? ''),
    description: input.description,
    documentationVersion: input.documentationVersion,
    variables: input.variables,
    canarySettings: checkCanary(ctx, api.id, input.canarySettings),
    tracingEnabled: input.tracingEnabled ?? false,
    tags: input.tags,
    ...cache(input),
  };
  tables.stages(ctx).put(`${api.id}/${stageName}`, stage);
  return showStage(stage);
}

export function getStage(input: GetStageRequest, ctx: Ctx): Stage {
  return showStage(stageOf(ctx, input.restApiId, input.stageName));
}

export function getStages(input: GetStagesRequest, ctx: Ctx): Stages {
  const { id } = apiOf(ctx, input.restApiId);
  const stages = tables
    .stages(ctx)
    .list({ prefix: `${id}/` })
    .map(([, stage]) => stage)
    .filter((stage) => input.deploymentId === undefined || stage.deploymentId === input.deploymentId);
  return { item: stages.map(showStage) };
}

export function deleteStage(input: DeleteStageRequest, ctx: Ctx): Record<string, never> {
  const stage = stageOf(ctx, input.restApiId, input.stageName);
  tables.stages(ctx).delete(`${input.restApiId}/${stage.stageName}`);
  dropBuckets(ctx, `stage/${input.restApiId}/${stage.stageName}/`);
  return {};
}

/** CreateDeployment with a stage's name makes the stage or moves it to the new deployment (or gives it a canary). */
export function stageForDeployment(
  input: CreateDeploymentRequest,
  deployment: DeploymentRecord,
  ctx: Ctx,
): void {
  const stageName = checkName(input.stageName);
  const key = `${input.restApiId}/${stageName}`;
  const before = tables.stages(ctx).get(key);
  const stage = before ?? blank(ctx, stageName, deployment.id);
  if (input.canarySettings) stage.canarySettings = { deploymentId: deployment.id, ...input.canarySettings };
  else stage.deploymentId = deployment.id;
  if (input.stageDescription !== undefined) stage.description = input.stageDescription;
  if (input.variables) stage.variables = { ...stage.variables, ...input.variables };
  if (input.tracingEnabled !== undefined) stage.tracingEnabled = input.tracingEnabled;
  Object.assign(stage, cache(input));
  stage.lastUpdatedDate = seconds(ctx.now());
  tables.stages(ctx).put(key, stage);
}

export function showStage(stage: StageRecord): Stage {
  return {
    ...stage,
    createdDate: new Date(stage.createdDate),
    lastUpdatedDate: new Date(stage.lastUpdatedDate),
  };
}

/** What the cache is said to be; nothing is cached here. */
export function cache(input: {
  cacheClusterEnabled?: boolean | undefined;
  cacheClusterSize?: Stage['cacheClusterSize'];
}): Partial<StageRecord> {
  if (input.cacheClusterEnabled === undefined && input.cacheClusterSize === undefined) return {};
  const enabled = input.cacheClusterEnabled ?? false;
  return {
    cacheClusterEnabled: enabled,
    cacheClusterStatus: enabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    ...(enabled ? { cacheClusterSize: input.cacheClusterSize ?? '0.5' } : {}),
  };
}

function blank(ctx: Ctx, stageName: string, deploymentId: string): StageRecord {
  const now = seconds(ctx.now());
  return {
    stageName,
    deploymentId,
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    createdDate: now,
    lastUpdatedDate: now,
  };
}

function checkName(name: string | undefined): string {
  if (name && new RegExp(facts.stageName).test(name)) return name;
  throw badRequest('Stage name only allows a-zA-Z0-9_-');
}

function checkCanary(
  ctx: Ctx,
  apiId: string,
  canary: CanarySettings | undefined,
): CanarySettings | undefined {
  if (!canary) return undefined;
  if (canary.deploymentId && !tables.deployments(ctx).get(`${apiId}/${canary.deploymentId}`)) {
    throw badRequest('Deployment id does not exist');
  }
  return canary;
}
