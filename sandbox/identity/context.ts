import type { Ctx } from '#sandbox/core/context.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import type { Need } from '#sandbox/core/service.ts';
import type { ContextValues } from './policy/variables.ts';
import type { Tag } from './records/entities.ts';

/** AWS's global condition keys for one call, with what the operation itself adds. */
export function contextOf(
  need: Need,
  ctx: Ctx,
  { caller = ctx.caller, tags = [] }: { caller?: Principal; tags?: readonly Tag[] } = {},
): ContextValues {
  const now = ctx.now();
  const known: Record<string, string | readonly string[]> = {
    'aws:CurrentTime': new Date(now).toISOString(),
    'aws:EpochTime': String(Math.floor(now / 1000)),
    'aws:RequestedRegion': ctx.region,
    'aws:SourceIp': ctx.sourceIp,
    'aws:UserAgent': ctx.userAgent,
    // A learner's policy that insists on TLS must behave here as on AWS, although the sandbox is plain loopback.
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:ResourceAccount': ownerOf(need.resource, ctx),
    ...principalKeys(caller),
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:PrincipalTag/${Key}`, Value])),
    ...need.context,
  };
  return contextValues(known);
}

export function contextValues(known: Record<string, string | readonly string[]>): ContextValues {
  const lower = Object.entries(known).map(
    ([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value] as const,
  );
  // Without a prototype: a policy may ask for a key named `constructor`.
  return Object.assign(Object.create(null), Object.fromEntries(lower));
}

/** The account in the ARN; where it has none (API Gateway, `*`), the account that is called. */
export function ownerOf(resource: string, ctx: Ctx): string {
  const account = resource.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? account : ctx.account;
}

export function principalKeys(caller: Principal): Record<string, string> {
  if (caller.kind === 'service') {
    return {
      'aws:PrincipalIsAWSService': 'true',
      'aws:PrincipalServiceName': caller.service,
      ...(caller.sourceArn === undefined ? {} : { 'aws:SourceArn': caller.sourceArn }),
      ...(caller.sourceAccount === undefined ? {} : { 'aws:SourceAccount': caller.sourceAccount }),
    };
  }
  return {
    'aws:PrincipalIsAWSService': 'false',
    'aws:PrincipalAccount': caller.account,
    'aws:PrincipalArn': caller.kind === 'role' ? caller.roleArn : caller.arn,
    'aws:PrincipalType': caller.kind === 'role' ? 'AssumedRole' : 'User',
    'aws:userid': caller.userId,
    ...(caller.kind === 'user' ? { 'aws:username': caller.userName } : {}),
  };
}
