import type { PatchOperation, Stage, UpdateStageRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest, refuse } from './errors.ts';
import { facts, outsideEnum } from './facts.ts';
import { applyMethodSetting, invalidPath } from './method-settings.ts';
import { flag, pointerPart } from './patch.ts';
import type { StageRecord } from './records.ts';
import { seconds } from './rest-apis.ts';
import { cache, showStage } from './stages.ts';
import { stageOf, tables } from './tables.ts';

export function updateStage(input: UpdateStageRequest, ctx: Ctx): Stage {
  const stage = stageOf(ctx, input.restApiId, input.stageName);
  const patches = input.patchOperations ?? [];
  refuse(
    patches.flatMap(({ op }, at) =>
      outsideEnum(op, `updateStageInput.patchOperations.${at + 1}.member.op`, facts.patchOps),
    ),
  );
  const deployed = (id: string) =>
    /^\w+$/.test(id) && !!tables.deployments(ctx).get(`${input.restApiId}/${id}`);
  for (const patch of patches) applyOne(stage, patch, deployed);
  stage.lastUpdatedDate = seconds(ctx.now());
  tables.stages(ctx).put(`${input.restApiId}/${stage.stageName}`, stage);
  return showStage(stage);
}

type Deployed = (id: string) => boolean;

function applyOne(stage: StageRecord, patch: PatchOperation, deployed: Deployed): void {
  const path = patch.path ?? '';
  if (patch.op === 'copy') {
    promote(stage, patch);
    return;
  }
  const simple = Object.hasOwn(settings, path) ? settings[path] : undefined;
  if (simple && patch.op !== 'remove') {
    simple(stage, patch.value, deployed);
    return;
  }
  const [, first = '', ...rest] = path.split('/');
  if (first === 'variables' && rest.length === 1) {
    setVariable(stage, rest[0] ?? '', patch);
    return;
  }
  if (first === 'accessLogSettings') {
    setAccessLog(stage, rest, patch);
    return;
  }
  if (first === 'canarySettings') {
    setCanary(stage, rest, patch, deployed);
    return;
  }
  if (simple && path === '/description') {
    delete stage.description;
    return;
  }
  applyMethodSetting(stage, patch);
}

const settings: Readonly<
  Record<string, (stage: StageRecord, value: string | undefined, deployed: Deployed) => void>
> = {
  '/deploymentId'(stage, value, deployed) {
    if (!value || !deployed(value)) throw badRequest('Deployment id does not exist');
    stage.deploymentId = value;
  },
  '/description'(stage, value) {
    stage.description = value;
  },
  '/tracingEnabled'(stage, value) {
    stage.tracingEnabled = flag(value);
  },
  '/documentationVersion'(stage, value) {
    stage.documentationVersion = value;
  },
  '/clientCertificateId'(stage, value) {
    stage.clientCertificateId = value;
  },
  '/cacheClusterEnabled'(stage, value) {
    Object.assign(
      stage,
      cache({ cacheClusterEnabled: flag(value), cacheClusterSize: stage.cacheClusterSize }),
    );
  },
  '/cacheClusterSize'(stage, value) {
    stage.cacheClusterSize = value as StageRecord['cacheClusterSize'];
  },
};

function setVariable(stage: StageRecord, key: string, { op, value }: PatchOperation): void {
  const name = pointerPart(key);
  if (!/^\w+$/.test(name))
    throw badRequest(
      `Invalid stage variable name: ${name}. Please use values with alphanumeric characters and underscores only.`,
    );
  const { [name]: _before, ...others } = stage.variables ?? {};
  const after = op === 'remove' ? others : { ...others, [name]: value ?? '' };
  if (Object.keys(after).length > 0) stage.variables = after;
  else delete stage.variables;
}

function setAccessLog(stage: StageRecord, rest: string[], patch: PatchOperation): void {
  const key = rest[0];
  if (patch.op === 'remove') {
    if (rest.length > 0) throw nothingToRemove(patch);
    delete stage.accessLogSettings;
    return;
  }
  if (rest.length !== 1 || (key !== 'destinationArn' && key !== 'format')) {
    throw badRequest(
      'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
    );
  }
  if (!patch.value) throw badRequest('Access Log value must not be empty');
  stage.accessLogSettings = { ...stage.accessLogSettings, [key]: patch.value };
}

function setCanary(stage: StageRecord, rest: string[], patch: PatchOperation, deployed: Deployed): void {
  const [key, name] = rest;
  if (rest.length === 0 && patch.op === 'remove') {
    delete stage.canarySettings;
    return;
  }
  const canary = { ...stage.canarySettings };
  if (key === 'stageVariableOverrides' && name) {
    const { [pointerPart(name)]: _before, ...others } = canary.stageVariableOverrides ?? {};
    canary.stageVariableOverrides =
      patch.op === 'remove' ? others : { ...others, [pointerPart(name)]: patch.value ?? '' };
  } else if (patch.op === 'remove') {
    throw nothingToRemove(patch);
  } else if (key === 'percentTraffic') {
    canary.percentTraffic = Number(patch.value);
  } else if (key === 'useStageCache') {
    canary.useStageCache = flag(patch.value);
  } else if (key === 'deploymentId') {
    if (patch.op === 'add') throw badRequest(`Invalid add operation with path: ${patch.path}`);
    if (!patch.value || !deployed(patch.value)) throw badRequest('Deployment id does not exist');
    canary.deploymentId = patch.value;
  } else {
    throw invalidPath(patch);
  }
  stage.canarySettings = canary;
}

const promotions: Readonly<Record<string, string>> = {
  '/deploymentId': '/canarySettings/deploymentId',
  '/variables': '/canarySettings/stageVariableOverrides',
};

function promote(stage: StageRecord, patch: PatchOperation): void {
  const path = patch.path ?? '';
  if (!Object.hasOwn(promotions, path) || promotions[path] !== patch.from) {
    throw badRequest(
      `Invalid copy operation with path: ${path} and from ${patch.from}. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]`,
    );
  }
  const canary = stage.canarySettings;
  if (!canary) throw badRequest('Promotion not available. Canary does not exist.');
  if (path === '/deploymentId') stage.deploymentId = canary.deploymentId ?? stage.deploymentId;
  else stage.variables = { ...stage.variables, ...canary.stageVariableOverrides };
}

function nothingToRemove({ path }: PatchOperation) {
  return badRequest(
    `Cannot remove method setting ${(path ?? '').slice(1)} because there is no method setting for this method `,
  );
}
