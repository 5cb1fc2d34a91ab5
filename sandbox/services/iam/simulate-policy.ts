import type {
  ContextEntry,
  GetContextKeysForCustomPolicyCommandInput,
  GetContextKeysForCustomPolicyCommandOutput,
  GetContextKeysForPrincipalPolicyCommandInput,
  GetContextKeysForPrincipalPolicyCommandOutput,
  SimulateCustomPolicyCommandInput,
  SimulateCustomPolicyCommandOutput,
  SimulatePrincipalPolicyCommandInput,
  SimulatePrincipalPolicyCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { contextValues, ownerOf, principalKeys } from '#sandbox/identity/context.ts';
import { readPolicy } from '#sandbox/identity/policy/document.ts';
import { malformed } from '#sandbox/identity/policy/malformed.ts';
import { validatePolicy } from '#sandbox/identity/policy/validate.ts';
import { check } from './constraints.ts';
import { contextKeys } from './context-keys.ts';
import { invalidInput } from './errors.ts';
import { pageOfList } from './paging.ts';
import { type Source, simulate } from './simulation.ts';
import { boundaryOf, callerOf, sourceEntity, sourcesOf, userOf } from './simulation-sources.ts';

export const simulatePrincipalPolicy: Operation<
  SimulatePrincipalPolicyCommandInput,
  SimulatePrincipalPolicyCommandOutput
> = (input, ctx) => {
  check(input, 'policySourceArn', 'actionNames');
  const entity = sourceEntity(ctx, input.PolicySourceArn);
  if (input.ResourcePolicy !== undefined && entity.kind === 'role' && input.CallerArn === undefined) {
    throw invalidInput(
      'You must specify a value for CallerArn, as PolicySourceArn is not the ARN of a user.',
    );
  }
  const caller = input.CallerArn === undefined ? callerOf(ctx, entity) : userOf(input.CallerArn);
  return run(ctx, input, caller, [...sourcesOf(ctx, entity), ...given(input)], boundaryOf(ctx, entity));
};

export const simulateCustomPolicy: Operation<
  SimulateCustomPolicyCommandInput,
  SimulateCustomPolicyCommandOutput
> = (input, ctx) => {
  check(input, 'policyInputList', 'actionNames');
  if (input.ResourcePolicy !== undefined && input.CallerArn === undefined) {
    throw invalidInput('You must specify a value for CallerArn when you specify a ResourcePolicy.');
  }
  return run(
    ctx,
    input,
    userOf(input.CallerArn ?? `arn:aws:iam::${ctx.account}:user/nobody`),
    given(input),
    undefined,
  );
};

export const getContextKeysForPrincipalPolicy: Operation<
  GetContextKeysForPrincipalPolicyCommandInput,
  GetContextKeysForPrincipalPolicyCommandOutput
> = (input, ctx) => {
  check(input, 'policySourceArn');
  const entity = sourceEntity(ctx, input.PolicySourceArn);
  const sources = [...sourcesOf(ctx, entity), ...given(input)];
  return { ContextKeyNames: contextKeys(sources.map(({ document }) => readPolicy(document))) };
};

export const getContextKeysForCustomPolicy: Operation<
  GetContextKeysForCustomPolicyCommandInput,
  GetContextKeysForCustomPolicyCommandOutput
> = (input) => {
  check(input, 'policyInputList');
  return { ContextKeyNames: contextKeys(given(input).map(({ document }) => readPolicy(document))) };
};

interface Request {
  ActionNames: string[] | undefined;
  ResourceArns?: string[] | undefined;
  ResourcePolicy?: string | undefined;
  ResourceOwner?: string | undefined;
  ContextEntries?: ContextEntry[] | undefined;
  PermissionsBoundaryPolicyInputList?: string[] | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}

/** Every action with every resource, in that order. A boundary that is given stands in for the entity's own. */
function run(ctx: Ctx, input: Request, caller: Principal, identity: Source[], own: Source[] | undefined) {
  const boundary = input.PermissionsBoundaryPolicyInputList?.map((document, index) =>
    checked({ id: `PermissionsBoundaryPolicyInputList.${index + 1}`, document }),
  );
  const resource = input.ResourcePolicy === undefined ? undefined : resourceSource(input.ResourcePolicy);
  const context = contextValues({ ...principalKeys(caller), ...entries(input.ContextEntries) });
  const arns = input.ResourceArns?.length ? input.ResourceArns : ['*'];
  const results = (input.ActionNames ?? []).flatMap((action) =>
    arns.map((arn) => {
      if (!/^[\w-]+:[\w-]+$/.test(action)) throw invalidInput(`Invalid Action Name : ${action}`);
      const owner = input.ResourceOwner?.match(/\d{12}/)?.[0] ?? ownerOf(arn, ctx);
      const simulation = { identity, boundary: boundary ?? own, resource, caller, owner, context };
      return simulate(simulation, action, arn);
    }),
  );
  const { items, truncation } = pageOfList(results, input);
  return { EvaluationResults: items, ...truncation };
}

function given({ PolicyInputList: list }: { PolicyInputList?: string[] | undefined }): Source[] {
  return (list ?? []).map((document, index) => checked({ id: `PolicyInputList.${index + 1}`, document }));
}

function checked(source: Source): Source {
  validatePolicy(source.document, 'inline');
  return source;
}

/** Of a resource's policy only the JSON is looked at: each service has its own grammar. */
function resourceSource(document: string): Source {
  try {
    readPolicy(document);
  } catch {
    throw malformed('Syntax errors in policy.');
  }
  return { id: 'ResourcePolicy', document };
}

function entries(list: ContextEntry[] = []): Record<string, string[]> {
  return Object.fromEntries(
    list.map(({ ContextKeyName = '', ContextKeyValues = [] }) => [ContextKeyName, ContextKeyValues]),
  );
}
