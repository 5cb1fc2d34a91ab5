import type { Principal } from '#sandbox/core/principal.ts';
import { readPolicy } from '#sandbox/identity/policy/document.ts';
import { evaluate } from '#sandbox/identity/policy/evaluate.ts';
import type { RoutedCall } from './call.ts';
import { GatewayFailure } from './failure.ts';
import { headerOf } from './incoming.ts';

/** An API with a policy answers only whom the policy allows; whoever brings no signature is anonymous. */
export function checkResourcePolicy(call: RoutedCall): void {
  const { policy } = call.snapshot.api;
  if (!policy) return;
  const { ctx, incoming, apiId, stage } = call;
  const api = `arn:aws:execute-api:${ctx.region}:${ctx.account}:${apiId}`;
  const path = `${stage.stageName}/${incoming.method}${incoming.path}`;
  const userAgent = headerOf(incoming.headers, 'user-agent');
  const { verdict } = evaluate([readPolicy(expanded(policy, api))], {
    action: 'execute-api:Invoke',
    resource: `${api}/${path}`,
    caller: anonymous,
    context: {
      'aws:sourceip': [incoming.sourceIp],
      'aws:currenttime': [new Date(call.startedAt).toISOString()],
      'aws:securetransport': ['true'],
      ...(userAgent === undefined ? {} : { 'aws:useragent': [userAgent] }),
    },
  });
  if (verdict === 'allow') return;
  const masked = `arn:aws:execute-api:${ctx.region}:********${ctx.account.slice(-4)}:${apiId}/${path}`;
  const why = verdict === 'deny' ? ' with an explicit deny' : '';
  throw new GatewayFailure('ACCESS_DENIED', {
    message: `User: anonymous is not authorized to perform: execute-api:Invoke on resource: ${masked}${why}`,
  });
}

/** A policy may shorten the ARN of its own API to `execute-api:/`. */
function expanded(policy: string, api: string): string {
  return policy.replaceAll('"execute-api:/', `"${api}/`);
}

/** In no account, so that only `*` means it. */
const anonymous: Principal = {
  kind: 'user',
  account: '',
  arn: 'anonymous',
  userId: 'anonymous',
  userName: '',
};
