import type {
  AliasConfiguration,
  CreateAliasCommandInput,
  CreateAliasCommandOutput,
  DeleteAliasCommandInput,
  DeleteAliasCommandOutput,
  GetAliasCommandInput,
  GetAliasCommandOutput,
  ListAliasesCommandInput,
  ListAliasesCommandOutput,
  UpdateAliasCommandInput,
  UpdateAliasCommandOutput,
} from '@aws-sdk/client-lambda';
import { enforce } from '#sandbox/core/constraints.ts';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { checkWeights } from './alias-weights.ts';
import { functionNotFound, lambdaError } from './errors.ts';
import { pattern } from './facts.ts';
import { type FunctionRef, functionArn, functionRef, homeOf } from './names.ts';
import { pageOfTable } from './paging.ts';
import { policies } from './policy.ts';
import { type AliasRecord, aliases, eventInvokeConfigs, latestOf, lookUp } from './records.ts';
import { refuseOtherRevision } from './state.ts';

const NAME = { required: true, ...pattern('alias'), minLength: 1, maxLength: 128 } as const;
const VERSION = { ...pattern('aliasVersion'), minLength: 1, maxLength: 1024 } as const;
const DESCRIPTION = { maxLength: 256 } as const;

export const createAlias: Operation<CreateAliasCommandInput, CreateAliasCommandOutput> = (input, ctx) => {
  enforce(input, {
    name: NAME,
    functionVersion: { required: true, ...VERSION },
    description: DESCRIPTION,
  });
  const ref = functionRef(ctx, input.FunctionName);
  const version = input.FunctionVersion ?? '';
  const weights = checkWeights(ctx, ref, version, input.RoutingConfig);
  refuseMissing(ctx, ref, version);
  const key = `${ref.name}/${input.Name}`;
  const table = aliases(homeOf(ctx, ref));
  if (table.get(key)) {
    throw lambdaError(
      'ResourceConflictException',
      `Alias already exists: ${functionArn({ ...ref, qualifier: input.Name ?? '' })}`,
    );
  }
  const record: AliasRecord = {
    name: input.Name ?? '',
    version,
    description: input.Description ?? '',
    revisionId: ctx.parts.random.uuid(),
    ...(weights ? { weights } : {}),
  };
  table.put(key, record);
  return aliasOf(ref, record);
};

export const getAlias: Operation<GetAliasCommandInput, GetAliasCommandOutput> = (input, ctx) => {
  enforce(input, { name: NAME });
  const ref = functionRef(ctx, input.FunctionName);
  return aliasOf(ref, existing(ctx, ref, input.Name));
};

export const updateAlias: Operation<UpdateAliasCommandInput, UpdateAliasCommandOutput> = (input, ctx) => {
  enforce(input, { name: NAME, functionVersion: VERSION, description: DESCRIPTION });
  const ref = functionRef(ctx, input.FunctionName);
  const { weights: before, ...alias } = existing(ctx, ref, input.Name);
  refuseOtherRevision(input.RevisionId, alias.revisionId, 'GetFunction/GetAlias');
  const version = input.FunctionVersion ?? alias.version;
  const routing = input.RoutingConfig ?? (before ? { AdditionalVersionWeights: before } : undefined);
  const weights = checkWeights(ctx, ref, version, routing);
  refuseMissing(ctx, ref, version);
  const record: AliasRecord = {
    ...alias,
    version,
    description: input.Description ?? alias.description,
    revisionId: ctx.parts.random.uuid(),
    ...(weights ? { weights } : {}),
  };
  aliases(homeOf(ctx, ref)).put(`${ref.name}/${alias.name}`, record);
  return aliasOf(ref, record);
};

export const deleteAlias: Operation<DeleteAliasCommandInput, DeleteAliasCommandOutput> = (input, ctx) => {
  enforce(input, { name: NAME });
  const ref = functionRef(ctx, input.FunctionName);
  const home = homeOf(ctx, ref);
  const key = `${ref.name}/${input.Name}`;
  home.atomic(() => {
    aliases(home).delete(key);
    policies(home).delete(key);
    eventInvokeConfigs(home).delete(key);
  });
  return {};
};

export const listAliases: Operation<ListAliasesCommandInput, ListAliasesCommandOutput> = (input, ctx) => {
  enforce(input, { maxItems: { min: 1, max: 10_000 }, functionVersion: VERSION });
  const ref = functionRef(ctx, input.FunctionName);
  latestOf(ctx, ref);
  const { items, marker } = pageOfTable(aliases(homeOf(ctx, ref)), input, 50, `${ref.name}/`);
  const { FunctionVersion: wanted } = input;
  return {
    Aliases: items
      .filter(({ version, weights }) => !wanted || version === wanted || weights?.[wanted] !== undefined)
      .map((record) => aliasOf(ref, record)),
    ...marker,
  };
};

function aliasOf(ref: FunctionRef, record: AliasRecord): AliasConfiguration {
  return {
    AliasArn: functionArn({ ...ref, qualifier: record.name }),
    Name: record.name,
    FunctionVersion: record.version,
    Description: record.description,
    ...(record.weights ? { RoutingConfig: { AdditionalVersionWeights: record.weights } } : {}),
    RevisionId: record.revisionId,
  };
}

function existing(ctx: Ctx, ref: FunctionRef, name: string | undefined): AliasRecord {
  const record = aliases(homeOf(ctx, ref)).get(`${ref.name}/${name}`);
  if (record) return record;
  throw lambdaError(
    'ResourceNotFoundException',
    `Cannot find alias arn: ${functionArn({ ...ref, qualifier: name ?? '' })}`,
  );
}

function refuseMissing(ctx: Ctx, ref: FunctionRef, version: string): void {
  if (lookUp(homeOf(ctx, ref), ref.name, version)) return;
  throw functionNotFound(functionArn({ ...ref, qualifier: version }));
}
