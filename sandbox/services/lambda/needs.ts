import type { Ctx } from '#sandbox/core/context.ts';
import type { Need, Service } from '#sandbox/core/service.ts';
import { layerArn } from './layer-records.ts';
import { type FunctionRef, functionArn, readRef } from './names.ts';
import { documentOf, policyOf } from './policy.ts';
import { LATEST } from './records.ts';

interface Named {
  FunctionName?: string;
  Qualifier?: string;
  Role?: string;
  Layers?: string[];
  Tags?: Record<string, string>;
  Principal?: string;
  LayerName?: string;
  VersionNumber?: number;
  Arn?: string;
  Resource?: string;
  ResourceArn?: string;
}

/** What the caller of each operation must be allowed, and on which ARN. */
export const needs: NonNullable<Service['needs']> = {
  CreateFunction: (input: Named, ctx: Ctx) => [
    onFunction('CreateFunction', input, ctx),
    ...passing(input),
    ...layersOf(input),
    ...(Object.keys(input.Tags ?? {}).length > 0 ? [onFunction('TagResource', input, ctx)] : []),
  ],
  UpdateFunctionConfiguration: (input: Named, ctx: Ctx) => [
    onFunction('UpdateFunctionConfiguration', input, ctx),
    ...passing(input),
    ...layersOf(input),
  ],
  Invoke: (input: Named, ctx: Ctx) => onFunction('InvokeFunction', input, ctx),
  AddPermission: (input: Named, ctx: Ctx) => ({
    ...onFunction('AddPermission', input, ctx),
    context: { 'lambda:Principal': input.Principal ?? '' },
  }),
  ...each(
    [
      'GetFunction',
      'GetFunctionConfiguration',
      'UpdateFunctionCode',
      'DeleteFunction',
      'ListVersionsByFunction',
      'PublishVersion',
      'CreateAlias',
      'GetAlias',
      'UpdateAlias',
      'DeleteAlias',
      'ListAliases',
      'GetPolicy',
      'RemovePermission',
      'PutFunctionConcurrency',
      'GetFunctionConcurrency',
      'DeleteFunctionConcurrency',
      'PutFunctionEventInvokeConfig',
      'UpdateFunctionEventInvokeConfig',
      'GetFunctionEventInvokeConfig',
      'DeleteFunctionEventInvokeConfig',
      'ListFunctionEventInvokeConfigs',
      'ListFunctionUrlConfigs',
    ],
    (operation, input, ctx) => onFunction(operation, input, ctx),
  ),
  ...each(['ListFunctions', 'ListLayers', 'ListEventSourceMappings', 'GetAccountSettings'], (operation) => ({
    action: `lambda:${operation}`,
    resource: '*',
  })),
  ...each(['PublishLayerVersion', 'ListLayerVersions'], (operation, input, ctx) => ({
    action: `lambda:${operation}`,
    resource: layerOf(input, ctx),
  })),
  ...each(['GetLayerVersion', 'DeleteLayerVersion'], (operation, input, ctx) => ({
    action: `lambda:${operation}`,
    resource: `${layerOf(input, ctx)}:${input.VersionNumber}`,
  })),
  GetLayerVersionByArn: (input: Named) => ({ action: 'lambda:GetLayerVersion', resource: input.Arn ?? '*' }),
  ...each(['PutResourcePolicy', 'GetResourcePolicy', 'DeleteResourcePolicy'], (operation, input, ctx) =>
    onFunction(operation, { FunctionName: input.ResourceArn ?? '' }, ctx),
  ),
  ...each(['TagResource', 'UntagResource', 'ListTags'], (operation, input) => ({
    action: `lambda:${operation}`,
    resource: input.Resource ?? '*',
  })),
};

/** A function's own policy has a say in every call on it, not only in Invoke. */
function onFunction(operation: string, input: Named, ctx: Ctx): Need {
  const ref = readRef(ctx, input.FunctionName ?? '', input.Qualifier);
  const policy = policyOf(ctx, ref);
  return {
    action: `lambda:${operation}`,
    resource: functionArn(withoutLatest(ref)),
    ...(policy ? { resourcePolicy: documentOf(policy) } : {}),
  };
}

/** `$LATEST` is the function itself, in policies as well. */
function withoutLatest({ qualifier, ...ref }: FunctionRef): FunctionRef {
  return qualifier === undefined || qualifier === LATEST ? ref : { ...ref, qualifier };
}

function passing({ Role }: Named): Need[] {
  if (!Role) return [];
  return [
    { action: 'iam:PassRole', resource: Role, context: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
  ];
}

function layersOf({ Layers = [] }: Named): Need[] {
  return Layers.map((arn) => ({ action: 'lambda:GetLayerVersion', resource: arn }));
}

function layerOf({ LayerName = '' }: Named, ctx: Ctx): string {
  return LayerName.startsWith('arn:') ? LayerName : layerArn(ctx, LayerName);
}

function each(
  operations: string[],
  need: (operation: string, input: Named, ctx: Ctx) => Need,
): Record<string, (input: Named, ctx: Ctx) => Need> {
  return Object.fromEntries(
    operations.map((operation) => [operation, (input: Named, ctx: Ctx) => need(operation, input, ctx)]),
  );
}
