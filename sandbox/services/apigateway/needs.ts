import type { Ctx } from '#sandbox/core/context.ts';
import type { Need } from '#sandbox/core/service.ts';

/**
 * API Gateway has no actions named after its operations: a caller needs an HTTP verb on a path, both of which the SDK
 * says, and the ARN carries no account.
 */
export function needsOf(operations: object): Record<string, (input: object, ctx: Ctx) => Promise<Need[]>> {
  return Object.fromEntries(
    Object.keys(operations).map((name) => [name, (input, ctx) => needs(name, input, ctx)]),
  );
}

async function needs(name: string, input: object, ctx: Ctx): Promise<Need[]> {
  const client: Record<string, unknown> = await import('@aws-sdk/client-api-gateway');
  const [method, uri] = routeOf(client[`${name}$`]);
  const members = input as Record<string, unknown>;
  const path = (uri.split('?')[0] ?? '').replaceAll(/\{(\w+)\}/g, (_, label: string) =>
    encodeURIComponent(String(members[label] ?? '')),
  );
  return [
    { action: `apigateway:${method}`, resource: `arn:aws:apigateway:${ctx.region}::${path}` },
    ...passed(members),
  ];
}

type Route = readonly [method: string, uri: string];

function routeOf(schema: unknown): Route {
  const traits = Array.isArray(schema) ? (schema[3] as { http?: Route }) : {};
  if (!traits.http) throw new Error('An operation of API Gateway has no HTTP route in its schema');
  return traits.http;
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
