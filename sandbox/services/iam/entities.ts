import type { Ctx } from '#sandbox/core/context.ts';
import type { Table } from '#sandbox/core/store.ts';
import {
  type EntityRecord,
  nameKey,
  type RoleRecord,
  roles,
  type UserRecord,
  users,
} from '#sandbox/identity/records/entities.ts';
import { noSuchEntity } from './errors.ts';

/** Which of the two kinds an operation is about; their policies work alike. */
export type EntityKind = 'role' | 'user';

export function roleNamed(ctx: Ctx, name: string | undefined): RoleRecord {
  const role = roles(ctx).get(nameKey(name ?? ''));
  if (!role) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

export function userNamed(ctx: Ctx, name: string | undefined): UserRecord {
  const user = users(ctx).get(nameKey(name ?? ''));
  if (!user) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}

export function entityNamed(ctx: Ctx, kind: EntityKind, name: string | undefined): EntityRecord {
  return kind === 'role' ? roleNamed(ctx, name) : userNamed(ctx, name);
}

export function tableOf(ctx: Ctx, kind: EntityKind): Table<EntityRecord> {
  return (kind === 'role' ? roles(ctx) : users(ctx)) as Table<EntityRecord>;
}

export function keep(ctx: Ctx, kind: EntityKind, entity: EntityRecord): void {
  tableOf(ctx, kind).put(nameKey(entity.name), entity);
}
