import type { Ctx } from '#sandbox/core/context.ts';
import { ADMINISTRATOR } from '../credentials.ts';
import { listOf, readPolicy } from '../policy/document.ts';
import { nameKey, type RoleRecord, roleByArn, users } from './entities.ts';

/** The id of the user or role behind an ARN, in whichever account; `undefined`: there is none. */
export function principalId(ctx: Ctx, arn: string): string | undefined {
  if (arn.includes(':role/')) return roleByArn(ctx, arn)?.id;
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  if (name === ADMINISTRATOR) return name;
  const user = users(ctx, arn.split(':')[4] ?? '').get(nameKey(name));
  return user?.arn === arn ? user.id : undefined;
}

/** Whom a trust policy means at the time that it is written: a name given out again later is somebody else. */
export function trustedIds(ctx: Ctx, document: string): Record<string, string> {
  const arns = readPolicy(document).statements.flatMap(({ principals }) =>
    listOf(principals?.values.AWS).map(String),
  );
  return Object.fromEntries(
    arns.flatMap((arn) => {
      const id = /:(user|role)\//.test(arn) ? principalId(ctx, arn) : undefined;
      return id === undefined ? [] : [[arn, id]];
    }),
  );
}

/** The trust policy in force: who was deleted since stands in it by an id that nobody has any more. */
export function trustOf(ctx: Ctx, role: RoleRecord): string {
  const gone = Object.entries(role.trusted ?? {}).filter(([arn, id]) => principalId(ctx, arn) !== id);
  return gone.reduce(
    (document, [arn, id]) => document.replaceAll(JSON.stringify(arn), JSON.stringify(id)),
    role.trust,
  );
}
