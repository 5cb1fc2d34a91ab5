import type {
  GetAccessKeyInfoCommandInput,
  GetAccessKeyInfoCommandOutput,
  GetCallerIdentityCommandInput,
  GetCallerIdentityCommandOutput,
  GetSessionTokenCommandInput,
  GetSessionTokenCommandOutput,
} from '@aws-sdk/client-sts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { accessKeys, sessions } from '#sandbox/identity/records/keys.ts';
import { credentialsView } from './assume-role.ts';
import { checkAccessKeyId, checkSessionToken } from './constraints.ts';
import { keepSession } from './sessions.ts';

export const getCallerIdentity: Operation<GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput> = (
  _input,
  { caller },
) => ({ UserId: caller.userId, Account: caller.account, Arn: caller.arn });

/** AWS reads the account out of the key; here the key must be one that the sandbox gave out, or an account's own. */
export const getAccessKeyInfo: Operation<GetAccessKeyInfoCommandInput, GetAccessKeyInfoCommandOutput> = (
  input,
  ctx,
) => {
  checkAccessKeyId(input);
  const { AccessKeyId: id = '' } = input;
  const account = /^\d{12}$/.test(id)
    ? id
    : (accessKeys(ctx.shared).get(id)?.account ?? sessions(ctx.shared).get(id)?.principal.account);
  if (account === undefined) {
    throw new AwsError('ValidationException', `The sandbox has given out no access key ${id}.`);
  }
  return { Account: account };
};

export const getSessionToken: Operation<GetSessionTokenCommandInput, GetSessionTokenCommandOutput> = (
  input,
  ctx,
) => {
  checkSessionToken(input);
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined) {
    throw new AwsError('NotImplementedException', "The sandbox's sts:GetSessionToken has no MFA.", {
      status: 501,
    });
  }
  if (ctx.caller.kind === 'role') {
    throw new AwsError('AccessDeniedException', 'Cannot call GetSessionToken with session credentials');
  }
  return { Credentials: credentialsView(keepSession(ctx, ctx.caller, input.DurationSeconds ?? 43_200)) };
};
