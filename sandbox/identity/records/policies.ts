import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';
import { awsManagedPolicy, readManagedPolicy } from '../managed/all.ts';
import { type Policy, readPolicy } from '../policy/document.ts';
import { nameKey, type Tag } from './entities.ts';
import { iamPlace } from './iam-place.ts';

/** A managed policy: a learner's own, or one of AWS's, which no account owns. */
export interface PolicyRecord {
  name: string;
  id: string;
  path: string;
  arn: string;
  createdAt: number;
  updatedAt: number;
  description?: string;
  tags: Tag[];
  defaultVersion: string;
  /** Numbers are never given out again. */
  lastVersion: number;
  versions: PolicyVersionRecord[];
}

export interface PolicyVersionRecord {
  id: string;
  createdAt: number;
  document: string;
}

export function policies(ctx: Ctx, account?: string): Table<PolicyRecord> {
  return iamPlace(ctx, account).table<PolicyRecord>('policies');
}

export function policyByArn(ctx: Ctx, account: string, arn: string): PolicyRecord | undefined {
  if (arn.startsWith('arn:aws:iam::aws:policy/')) return awsManagedPolicy(arn);
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const policy = policies(ctx, account).get(nameKey(name));
  return policy?.arn === arn ? policy : undefined;
}

export function versionOf(policy: PolicyRecord, id: string): PolicyVersionRecord | undefined {
  return policy.versions.find((version) => version.id === id);
}

/** The document that counts: the one of the policy's default version. */
export function defaultDocument(ctx: Ctx, account: string, arn: string): string | undefined {
  const policy = policyByArn(ctx, account, arn);
  return policy && versionOf(policy, policy.defaultVersion)?.document;
}

/** The same, read. */
export function defaultPolicy(ctx: Ctx, account: string, arn: string): Policy | undefined {
  const managed = readManagedPolicy(arn);
  if (managed) return managed;
  const document = defaultDocument(ctx, account, arn);
  return document === undefined ? undefined : readPolicy(document);
}
