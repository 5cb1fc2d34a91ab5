import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';
import { iamPlace } from './iam-place.ts';

/** What roles and users have in common: who they are, and the policies on them. */
export interface EntityRecord {
  name: string;
  id: string;
  path: string;
  arn: string;
  createdAt: number;
  /** The ARN of the policy that bounds the others. */
  boundary?: string;
  tags: Tag[];
  /** Inline policies by name, as their author wrote them. */
  inline: Record<string, string>;
  /** ARNs of managed policies, in the order they were attached. */
  attached: string[];
}

export interface RoleRecord extends EntityRecord {
  trust: string;
  /** The ids of the users and roles that the trust policy named when it was written. */
  trusted?: Record<string, string>;
  description?: string;
  maxSessionSeconds: number;
}

export type UserRecord = EntityRecord;

export interface Tag {
  Key: string;
  Value: string;
}

export function roles(ctx: Ctx, account?: string): Table<RoleRecord> {
  return iamPlace(ctx, account).table<RoleRecord>('roles');
}

export function users(ctx: Ctx, account?: string): Table<UserRecord> {
  return iamPlace(ctx, account).table<UserRecord>('users');
}

/** Names are unique whatever their case. */
export function nameKey(name: string): string {
  return encodeURIComponent(name.toLowerCase());
}

/** A role by its ARN, path included; in its own account, wherever the caller is. */
export function roleByArn(ctx: Ctx, arn: string): RoleRecord | undefined {
  const [, account = '', name = ''] = arn.match(/^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/) ?? [];
  const role = account && roles(ctx, account).get(nameKey(name));
  return role && role.arn === arn ? role : undefined;
}
