import type { Principal, RolePrincipal } from '#sandbox/core/principal.ts';
import type { Call, RoutedCall } from './call.ts';
import { misconfigured } from './failure.ts';

/** Who calls the integration: the role it names, or API Gateway itself on behalf of one method of one API. */
export async function callerOf(call: RoutedCall): Promise<Principal> {
  const { credentials } = call.method.methodIntegration ?? {};
  if (credentials) {
    const role = await assumeRole(call, credentials);
    if (!role) {
      throw misconfigured(
        call,
        'API Gateway does not have permission to assume the provided role or the role does not exist',
      );
    }
    return role;
  }
  return gateway(call, sourceArn(call));
}

/** What a function's policy is held against: the method as it was called, the path as it was defined. */
function sourceArn({ ctx, apiId, stage, incoming, resource, test }: RoutedCall): string {
  const stageName = test ? 'test-invoke-stage' : stage.stageName;
  return `arn:aws:execute-api:${ctx.region}:${ctx.account}:${apiId}/${stageName}/${incoming.method}${resource.path}`;
}

export function gateway({ ctx }: Pick<Call, 'ctx'>, arn?: string): Principal {
  const service = 'apigateway.amazonaws.com';
  return {
    kind: 'service',
    service,
    account: ctx.account,
    arn: service,
    userId: service,
    ...(arn ? { sourceArn: arn, sourceAccount: ctx.account } : {}),
  };
}

/** `undefined` when the role does not trust API Gateway or is not there. */
export async function assumeRole(
  call: Pick<Call, 'ctx'>,
  roleArn: string,
): Promise<RolePrincipal | undefined> {
  const [, account, path] = /^arn:[\w-]+:iam::(\d{12}):role\/(.+)$/.exec(roleArn) ?? [];
  if (!account || !path) return undefined;
  const sessionName = 'BackplaneAssumeRoleSession';
  try {
    const answer = await call.ctx.call(
      'sts',
      'AssumeRole',
      { RoleArn: roleArn, RoleSessionName: sessionName },
      { as: gateway(call) },
    );
    const user = answer.AssumedRoleUser as { Arn: string; AssumedRoleId: string };
    const roleName = path.split('/').at(-1) ?? path;
    return {
      kind: 'role',
      account,
      arn: user.Arn,
      userId: user.AssumedRoleId,
      roleArn,
      roleName,
      sessionName,
    };
  } catch {
    return undefined;
  }
}
