import { settled } from '#labs/kit/apply-function.ts';
import { allow } from '#labs/kit/apply-role.ts';
import { type FunctionFacts, missingFunction, readFunction, roleNameOf } from '#labs/kit/function.ts';
import type { Doing, Look, Step, TargetFacts } from '#labs/kit/lab.ts';
import type { Names } from '#labs/kit/names.ts';
import type { Evidence, Result } from '#labs/kit/result.ts';
import { roleMay } from '#labs/kit/role-may.ts';
import { quietly } from '#labs/kit/similar.ts';
import { tableArn } from '#labs/kit/table.ts';
import { type Said, says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

type Place = { target: TargetFacts; names: Names };

const needed = (place: Place) => [
  { action: 'translate:TranslateText', resource: '*' },
  { action: 'dynamodb:PutItem', resource: tableArn(place) },
];
/** What the function never does, one action of each service: enough to tell a policy that is far too wide. */
const neverNeeded = (place: Place) => [
  { action: 'translate:DeleteTerminology', resource: '*' },
  { action: 'dynamodb:DeleteTable', resource: tableArn(place) },
];

/** AWS's own policies that allow whole services. */
const widePolicies: Readonly<Record<string, readonly string[]>> = {
  TranslateFullAccess: ['translate'],
  AmazonDynamoDBFullAccess: ['dynamodb'],
  AmazonDynamoDBFullAccess_v2: ['dynamodb'],
  AdministratorAccess: ['translate', 'dynamodb'],
  PowerUserAccess: ['translate', 'dynamodb'],
};

/** Optional, because a school's shared role cannot be narrowed by the learner. */
export const leastPrivilege: Step = {
  id: 'least-privilege',
  kind: 'state',
  optional: true,
  title: texts.roleTitle,
  hints: [texts.roleHint1, texts.roleHint2, texts.roleAnswer],
  async check(look) {
    const fn = await readFunction(look);
    if (!fn) return missingFunction(look);
    const [may, tooMuch] = await Promise.all([roleMay(fn, needed(look), look), allowedTooMuch(fn, look)]);
    const evidence = [...may.evidence, ...tooMuch.evidence];
    const [first] = tooMuch.messages;
    if (!first) return { ...may, evidence };
    return {
      outcome: 'fail',
      cause: 'different',
      messages: [...may.messages, ...tooMuch.messages],
      next: may.next ?? tooMuch.next,
      evidence,
    };
  },
  async apply(doing) {
    const fn = await settled(doing);
    const role = roleNameOf(fn);
    await allow(fn, 'translate', [{ Action: 'translate:TranslateText', Resource: '*' }], doing);
    await allow(fn, 'write-history', [{ Action: 'dynamodb:PutItem', Resource: tableArn(doing) }], doing);
    if (!doing.known.isForeign('execution-role', role)) await detachWide(role, doing);
  },
};

async function allowedTooMuch(
  fn: FunctionFacts,
  look: Look,
): Promise<Pick<Result, 'messages' | 'next'> & { evidence: Evidence[] }> {
  const { iam } = look.aws;
  const role = roleNameOf(fn);
  const checked = await Promise.all(
    neverNeeded(look).map(async ({ action, resource }) => {
      const answer = await iam.simulatePrincipalPolicy({
        PolicySourceArn: fn.Role,
        ActionNames: [action],
        ResourceArns: [resource],
      });
      return { action, decision: answer.EvaluationResults?.[0]?.EvalDecision ?? 'implicitDeny' };
    }),
  );
  const evidence = checked.map(
    ({ action, decision }): Evidence => ({
      call: 'iam:SimulatePrincipalPolicy',
      field: action,
      expected: 'implicitDeny',
      found: decision,
    }),
  );
  const allowed = checked.filter(({ decision }) => decision === 'allowed');
  if (allowed.length === 0) return { messages: [], next: null, evidence };
  const attached = await quietly(iam.listAttachedRolePolicies({ RoleName: role }));
  const names = (attached?.AttachedPolicies ?? []).map(({ PolicyName = '' }) => PolicyName);
  const told = allowed.map(({ action }) => tell(action, role, names));
  return { messages: told.map(({ message }) => message), next: told[0]?.next ?? null, evidence };
}

function tell(action: string, role: string, attached: readonly string[]): { message: Said; next: Said } {
  const service = action.split(':')[0] ?? '';
  const policy = attached.find((name) => widePolicies[name]?.includes(service));
  if (policy === undefined)
    return {
      message: says(texts.alsoAllowed, { role, action }),
      next: says(texts.alsoAllowedNext, { role }),
    };
  const message = policy === 'AmazonDynamoDBFullAccess' ? texts.deprecatedPolicy : texts.widePolicy;
  return { message: says(message, { role, policy, action }), next: says(texts.widePolicyNext, { policy }) };
}

async function detachWide(role: string, { aws }: Doing): Promise<void> {
  const { AttachedPolicies = [] } = await aws.iam.listAttachedRolePolicies({ RoleName: role });
  for (const { PolicyName = '', PolicyArn } of AttachedPolicies) {
    if (PolicyName in widePolicies) await aws.iam.detachRolePolicy({ RoleName: role, PolicyArn });
  }
}
