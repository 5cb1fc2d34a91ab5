import { type Policy, readPolicy } from '../policy/document.ts';
import type { PolicyRecord } from '../records/policies.ts';
import { apiGatewayPolicies } from './api-gateway.ts';
import type { AwsManagedPolicy } from './aws-managed-policy.ts';
import { dynamodbPolicies } from './dynamodb.ts';
import { everythingPolicies } from './everything.ts';
import { iamPolicies } from './iam.ts';
import { lambdaPolicies } from './lambda.ts';
import { logsAndQueuesPolicies } from './logs-and-queues.ts';
import { readOnlyPolicies } from './read-only.ts';
import { translatePolicies } from './translate.ts';

/** The AWS-managed policies that the course names; AWS has over a thousand. */
const all: ReadonlyMap<string, { record: PolicyRecord; read: Policy }> = new Map(
  [
    ...everythingPolicies,
    ...readOnlyPolicies,
    ...iamPolicies,
    ...lambdaPolicies,
    ...translatePolicies,
    ...dynamodbPolicies,
    ...apiGatewayPolicies,
    ...logsAndQueuesPolicies,
  ].map((policy) => [arnOf(policy), { record: recordOf(policy), read: readPolicy(policy.document) }]),
);

export function awsManagedPolicy(arn: string): PolicyRecord | undefined {
  return all.get(arn)?.record;
}

/** Read once, because decisions ask for it again and again. */
export function readManagedPolicy(arn: string): Policy | undefined {
  return all.get(arn)?.read;
}

export function awsManagedPolicies(): PolicyRecord[] {
  return [...all.values()].map(({ record }) => record);
}

function recordOf(policy: AwsManagedPolicy): PolicyRecord {
  const updatedAt = Date.parse(policy.updated);
  return {
    name: policy.name,
    id: idOf(policy.name),
    path: policy.path,
    arn: arnOf(policy),
    createdAt: Date.parse(policy.created),
    updatedAt,
    tags: [],
    defaultVersion: policy.version,
    lastVersion: Number(policy.version.slice(1)),
    // AWS lists earlier versions too; only the one in force is known here.
    versions: [
      { id: policy.version, createdAt: updatedAt, document: JSON.stringify(policy.document, null, 4) },
    ],
  };
}

function arnOf({ path, name }: AwsManagedPolicy): string {
  return `arn:aws:iam::aws:policy${path}${name}`;
}

/** Of AWS's form and always the same, but not AWS's own: those are published nowhere. */
function idOf(name: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let state = 2_166_136_261;
  let id = 'ANPA';
  for (let index = 0; index < 17; index++) {
    for (const character of `${index}${name}`)
      state = Math.imul(state ^ character.charCodeAt(0), 16_777_619) >>> 0;
    id += alphabet[state % 32];
  }
  return id;
}
