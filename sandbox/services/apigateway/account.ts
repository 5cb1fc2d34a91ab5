import type { Account, UpdateAccountRequest } from '@aws-sdk/client-api-gateway';
import type { Ctx } from '#sandbox/core/context.ts';
import { badRequest } from './errors.ts';
import { facts } from './facts.ts';
import { applyPatch, type PatchRule } from './patch.ts';
import type { AccountRecord } from './records.ts';
import { tables } from './tables.ts';

export function getAccount(_input: object, ctx: Ctx): Account {
  return show(tables.account(ctx).get('account') ?? {});
}

/** The role is tried before it is kept: AWS refuses one that it cannot assume. */
export async function updateAccount(input: UpdateAccountRequest, ctx: Ctx): Promise<Account> {
  const record = tables.account(ctx).get('account') ?? {};
  applyPatch(record, input.patchOperations, { rules, wording: 'listed', input: 'updateAccountInput' });
  if (record.cloudwatchRoleArn) await checkRole(record.cloudwatchRoleArn, ctx);
  tables.account(ctx).put('account', record);
  return show(record);
}

async function checkRole(roleArn: string, ctx: Ctx): Promise<void> {
  if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(roleArn))
    throw badRequest('Invalid ARN specified in the request');
  const service = 'apigateway.amazonaws.com';
  try {
    await ctx.call(
      'sts',
      'AssumeRole',
      { RoleArn: roleArn, RoleSessionName: 'BackplaneAssumeRoleSession' },
      { as: { kind: 'service', service, account: ctx.account, arn: service, userId: service } },
    );
  } catch {
    throw badRequest(
      'The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.',
    );
  }
}

function show(record: AccountRecord): Account {
  return {
    ...record,
    throttleSettings: { ...facts.account },
    features: ['UsagePlans'],
    apiKeyVersion: '4',
  };
}

const rules: ReadonlyArray<PatchRule<AccountRecord>> = [
  {
    path: '/cloudwatchRoleArn',
    ops: ['replace', 'add', 'remove'],
    apply(record, { op, value }) {
      if (op !== 'remove' && value) record.cloudwatchRoleArn = value;
      else delete record.cloudwatchRoleArn;
    },
  },
];
