import type { RoleLastUsed } from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { RoleRecord } from '#sandbox/identity/records/entities.ts';
import { iamPlace } from '#sandbox/identity/records/iam-place.ts';
import { wholeSecond } from './ids.ts';

interface LastUsed {
  at: number;
  region: string;
}

/** When and where credentials of the role were last asked for; empty for a role that nobody has used. */
export function lastUsed(ctx: Ctx, role: RoleRecord): RoleLastUsed {
  const used = table(ctx, ctx.account).get(role.id);
  return used ? { LastUsedDate: new Date(used.at), Region: used.region } : {};
}

export function markUsed(ctx: Ctx, role: RoleRecord): void {
  const account = role.arn.split(':')[4] ?? ctx.account;
  table(ctx, account).put(role.id, { at: wholeSecond(ctx), region: ctx.region });
}

export function forgetUse(ctx: Ctx, role: RoleRecord): void {
  table(ctx, ctx.account).delete(role.id);
}

function table(ctx: Ctx, account: string) {
  return iamPlace(ctx, account).table<LastUsed>('role-last-used');
}
