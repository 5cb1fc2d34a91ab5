import type { Ctx } from '#sandbox/core/context.ts';
import { AwsError } from '#sandbox/core/errors.ts';
import type { Principal, RolePrincipal } from '#sandbox/core/principal.ts';
import { type RoleRecord, roleByArn } from '#sandbox/identity/records/entities.ts';
import { type SessionRecord, sessions } from '#sandbox/identity/records/keys.ts';
import { markUsed } from '#sandbox/services/iam/last-used.ts';

export interface Session {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  principal: Principal;
}

/**
 * Credentials of a role for AWS itself, as Lambda has them made for a function (session name = function name). Whether
 * the role trusts that service is the caller's question: `trusts`.
 */
export function issueSession(
  ctx: Ctx,
  roleArn: string,
  sessionName: string,
  durationSec = 3600,
): Session & { principal: RolePrincipal } {
  const role = roleByArn(ctx, roleArn);
  if (!role) throw new AwsError('NoSuchEntity', `The role with arn ${roleArn} cannot be found.`);
  const principal = rolePrincipal(role, sessionName);
  markUsed(ctx, role);
  return { ...keepSession(ctx, principal, durationSec), principal };
}

export function rolePrincipal(
  role: RoleRecord,
  sessionName: string,
  sessionPolicies?: string[],
): RolePrincipal {
  const account = role.arn.split(':')[4] ?? '';
  return {
    kind: 'role',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${sessionName}`,
    userId: `${role.id}:${sessionName}`,
    roleArn: role.arn,
    roleName: role.name,
    sessionName,
    ...(sessionPolicies ? { sessionPolicies } : {}),
  };
}

/** Makes keys for a principal and forgets some that have expired. */
export function keepSession(ctx: Ctx, principal: Principal, durationSec: number): Session {
  const { random } = ctx.parts;
  const accessKeyId = `ASIA${random.text(16, BASE32)}`;
  const record: SessionRecord = {
    secretAccessKey: random.text(40, BASE64),
    sessionToken: random.text(356, BASE64),
    expiresAt: ctx.now() + durationSec * 1000,
    principal,
  };
  ctx.atomic(() => {
    sessions(ctx.shared).put(accessKeyId, record);
    const byExpiry = ctx.shared<string>('session-expiry');
    byExpiry.put(`${expiryKey(record.expiresAt)}-${accessKeyId}`, accessKeyId);
    for (const [key, old] of byExpiry.list({ limit: 4 })) {
      if (key >= expiryKey(ctx.now() - REMEMBERED_MS)) break;
      sessions(ctx.shared).delete(old);
      byExpiry.delete(key);
    }
  });
  return { accessKeyId, ...record };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Long enough that who uses an expired key is told ExpiredToken and not that there is no such key. */
const REMEMBERED_MS = 86_400_000;

function expiryKey(time: number): string {
  return String(Math.max(0, time)).padStart(15, '0');
}
