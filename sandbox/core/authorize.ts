import type { Box, Loaded } from './box.ts';
import type { Ctx } from './context.ts';
import { AwsError } from './errors.ts';
import type { Decision } from './identity.ts';
import type { Principal } from './principal.ts';
import type { Need, Service } from './service.ts';

interface Wanted {
  operation: string;
  input: object;
  caller: Principal;
}

/** Throws `AccessDeniedException` unless the caller may do all that this call needs. */
export async function authorize(
  box: Box,
  { service, catalog }: Loaded,
  wanted: Wanted,
  ctx: Ctx,
): Promise<void> {
  const { strictIam } = box.faults.settings();
  const declared = service.needs?.[wanted.operation];
  if (!declared && strictIam) throw undeclared(service, wanted.operation);
  const http = catalog.operation(wanted.operation)?.http;
  const needs = declared ? await declared(wanted.input, ctx, http) : defaultNeed(service, wanted.operation);
  for (const need of Array.isArray(needs) ? needs : [needs]) {
    // An administrator has no policies; in strict mode nothing stands in for them.
    const decision: Decision =
      strictIam && wanted.caller.kind === 'administrator'
        ? { allowed: false, kind: 'implicit', by: 'identity' }
        : box.identity.decide(need, ctx);
    if (!decision.allowed) throw denied(wanted.caller, need, decision);
  }
}

function defaultNeed(service: Service, operation: string): Need {
  return { action: `${service.prefix ?? service.name}:${operation}`, resource: '*' };
}

function undeclared(service: Service, operation: string): AwsError {
  return new AwsError(
    'UndeclaredNeedsException',
    `${service.name}:${operation} does not declare what it needs, and strict IAM goes by declarations alone.`,
    { status: 501 },
  );
}

const POLICY_KIND = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
} as const;

/** STS names no reason: who may not assume a role learns nothing of its trust. */
const UNEXPLAINED = new Set(['sts:AssumeRole']);

function denied(caller: Principal, need: Need, decision: Decision & { allowed: false }): AwsError {
  const kind = POLICY_KIND[decision.by];
  const article = decision.by === 'identity' ? 'an' : 'a';
  const because = UNEXPLAINED.has(need.action)
    ? ''
    : decision.kind === 'explicit'
      ? ` with an explicit deny in ${article} ${kind}`
      : ` because no ${kind} allows the ${need.action} action`;
  return new AwsError(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: ${need.action} on resource: ${need.resource}${because}`,
  );
}
