import type { Ctx } from '#sandbox/core/context.ts';
import type { Need } from '#sandbox/core/service.ts';
import type { Route } from '#sandbox/core/wire/router.ts';

type Declared = (input: object, ctx: Ctx, http?: Route) => Need[];

/**
 * API Gateway has no actions named after its operations: a caller needs an HTTP verb on a path, both of which the SDK
 * says, and the ARN carries no account.
 */
export function needsOf(operations: object): Record<string, Declared> {
  return Object.fromEntries(Object.keys(operations).map((name) => [name, needs]));
}

function needs(input: object, ctx: Ctx, http?: Route): Need[] {
  if (!http) throw new Error('An operation of API Gateway has no HTTP route in its schema');
  const members = input as Record<string, unknown>;
  const path = (http.uri.split('?')[0] ?? '').replaceAll(/\{(\w+)\}/g, (_, label: string) =>
    encodeURIComponent(String(members[label] ?? '')),
  );
  return [
    { action: `apigateway:${http.method}`, resource: `arn:aws:apigateway:${ctx.region}::${path}` },
    ...passed(members),
  ];
}

/** Who hands a role to the gateway must be allowed to pass it. */
function passed(members: Record<string, unknown>): Need[] {
  const patches = (members.patchOperations ?? []) as Array<{ path?: string; value?: string }>;
  const roles = [
    members.credentials,
    ...patches
      .filter(({ path }) => path === '/credentials' || path === '/cloudwatchRoleArn')
      .map(({ value }) => value),
  ];
  return roles
    .filter((role): role is string => typeof role === 'string' && role.includes(':role/'))
    .map((resource) => ({
      action: 'iam:PassRole',
      resource,
      context: { 'iam:PassedToService': 'apigateway.amazonaws.com' },
    }));
}
