import type { Ctx } from '#sandbox/core/context.ts';
import type { RolePrincipal } from '#sandbox/core/principal.ts';
import { roleByArn } from '#sandbox/identity/records/entities.ts';
import { issueSession } from '#sandbox/services/sts/sessions.ts';
import { trusts } from '#sandbox/services/sts/trusts.ts';
import { lambdaError } from './errors.ts';
import { functionArn } from './names.ts';
import type { FunctionRecord } from './records.ts';
import { retire } from './run-key.ts';

interface RoleSession {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiresAt: number;
  principal: RolePrincipal;
}

/** The credentials of a version's environments: one session while they live, because they hold it in their variables. */
export function roleSession(home: Ctx, record: FunctionRecord): RoleSession {
  const table = home.table<RoleSession>('role-sessions');
  const key = `${record.name}/${record.version}/${record.revisionId}`;
  const kept = table.get(key);
  if (kept && kept.expiresAt - home.now() > RENEW_BEFORE_MS && stillThere(home, kept)) return kept;

  const place = { account: home.account, region: home.region, name: record.name };
  if (!trusts(home, record.role, 'lambda.amazonaws.com', functionArn(place))) {
    throw lambdaError(
      'AccessDeniedException',
      'The role defined for the function cannot be assumed by Lambda.',
    );
  }
  for (const [old] of table.list({ prefix: `${record.name}/${record.version}/` })) table.delete(old);
  const session = issueSession(home, record.role, record.name, SESSION_S);
  table.put(key, session);
  // Environments that hold the old credentials go with them.
  if (kept) retire(home, record);
  return session;
}

const SESSION_S = 12 * 3600;
const RENEW_BEFORE_MS = 3_600_000;

/** A role that was made anew is another role, even under the same name. */
function stillThere(home: Ctx, { principal }: RoleSession): boolean {
  const role = roleByArn(home, principal.roleArn);
  return role !== undefined && principal.userId.startsWith(`${role.id}:`);
}

export function forgetSessions(home: Ctx, name: string): void {
  const table = home.table<RoleSession>('role-sessions');
  for (const [key] of table.list({ prefix: `${name}/` })) table.delete(key);
}
