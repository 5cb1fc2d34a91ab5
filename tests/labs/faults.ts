import type { Fault } from '#sandbox/core/faults.ts';
import type { ServiceName } from '#sandbox/core/service.ts';
import type { World } from './world.ts';

/** One call that a check makes, as the sandbox saw it come in. */
export interface SeenCall {
  service: ServiceName;
  operation: string;
  region: string;
}

/** What can go wrong with a call, and nothing of it is the learner's fault. */
export interface Trouble {
  name: string;
  fault(call: SeenCall): Fault;
  times?: number;
  /** Only the nth call of that name: one page, one of two like questions. */
  nth?: number;
  /** How long a call may take; only one that hangs comes near it. */
  callMs?: number;
}

export const troubles: readonly Trouble[] = [
  { name: 'denied with 400', fault: (call) => denied(call, 400) },
  { name: 'denied with 403', fault: (call) => denied(call, 403) },
  { name: 'denied once, at the second call', nth: 2, fault: (call) => denied(call, 403) },
  { name: 'throttled for ever', fault: throttled },
  { name: 'throttled twice', times: 2, fault: throttled },
  {
    name: 'expired token',
    fault: () => ({
      kind: 'error',
      code: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
      status: 403,
    }),
  },
  { name: 'reset', fault: () => ({ kind: 'reset' }) },
  { name: 'hang', callMs: 60, fault: () => ({ kind: 'hang', ms: 60_000 }) },
  {
    name: '500',
    fault: () => ({ kind: 'error', code: 'InternalFailure', message: 'Internal failure', status: 500 }),
  },
];

/** Every different call of ours since the log was cleared; what the learner's function calls is not ours. */
export function callsSeen(world: World): SeenCall[] {
  const byName = new Map<string, SeenCall>();
  for (const { via, service, operation, region, principal } of world.sandbox.log.list()) {
    if (via !== 'wire' || !service || !operation || !region || isLearnersCode(principal)) continue;
    byName.set(`${region}/${service}:${operation}`, { service, operation, region });
  }
  return [...byName.values()];
}

/** The action that stands in AWS's refusal; API Gateway knows only verbs. */
export function actionOf({ service, operation }: SeenCall): string {
  if (service === 'apigateway') return 'apigateway:GET';
  if (service === 'monitoring') return `cloudwatch:${operation}`;
  if (service === 'budgets') return 'budgets:ViewBudget';
  return `${service}:${operation === 'Invoke' ? 'InvokeFunction' : operation}`;
}

function denied(call: SeenCall, status: number): Fault {
  const action = actionOf(call);
  return {
    kind: 'error',
    code: call.service === 'iam' ? 'AccessDenied' : 'AccessDeniedException',
    message: `User: arn:aws:iam::111122223333:user/learner is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`,
    status,
  };
}

function throttled({ service }: SeenCall): Fault {
  const code =
    service === 'lambda' || service === 'apigateway' ? 'TooManyRequestsException' : 'ThrottlingException';
  return { kind: 'error', code, message: 'Rate exceeded', status: code.startsWith('Too') ? 429 : 400 };
}

function isLearnersCode(principal = ''): boolean {
  return principal.includes(':assumed-role/');
}
