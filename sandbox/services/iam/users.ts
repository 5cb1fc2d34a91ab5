import type {
  CreateUserCommandInput,
  CreateUserCommandOutput,
  DeleteUserCommandInput,
  DeleteUserCommandOutput,
  GetUserCommandInput,
  GetUserCommandOutput,
  ListUsersCommandInput,
  ListUsersCommandOutput,
} from '@aws-sdk/client-iam';
import type { Operation } from '#sandbox/core/service.ts';
import { nameKey, type UserRecord, users } from '#sandbox/identity/records/entities.ts';
import { keysOf } from './access-keys.ts';
import { attachments } from './attachment-index.ts';
import { boundaryView, requireBoundary } from './boundaries.ts';
import { check } from './constraints.ts';
import { userNamed } from './entities.ts';
import { alreadyExists, deleteConflict, validationError } from './errors.ts';
import { newId, wholeSecond } from './ids.ts';
import { pageOfTable } from './paging.ts';
import { checkTags } from './tags.ts';

export const createUser: Operation<CreateUserCommandInput, CreateUserCommandOutput> = (input, ctx) => {
  check(input, 'userName');
  const { UserName: name = '', Path: path = '/' } = input;
  const tags = checkTags(input.Tags);
  if (users(ctx).get(nameKey(name))) throw alreadyExists(`User with name ${name} already exists.`);
  const boundary = requireBoundary(ctx, input.PermissionsBoundary);
  const user: UserRecord = {
    name,
    id: newId(ctx, 'AIDA'),
    path,
    arn: `arn:aws:iam::${ctx.account}:user${path}${name}`,
    createdAt: wholeSecond(ctx),
    ...(boundary === undefined ? {} : { boundary }),
    tags,
    inline: {},
    attached: [],
  };
  ctx.atomic(() => {
    users(ctx).put(nameKey(name), user);
    if (boundary !== undefined) attachments(ctx).add(boundary, 'boundary', 'user', user);
  });
  return { User: userView(user) };
};

/** Without a name it is the caller, who then must be a user of IAM. */
export const getUser: Operation<GetUserCommandInput, GetUserCommandOutput> = (input, ctx) => {
  check(input);
  const { caller } = ctx;
  const name = input.UserName ?? (caller.kind === 'user' ? caller.userName : undefined);
  if (name === undefined)
    throw validationError('Must specify userName when calling with non-User credentials');
  return { User: userView(userNamed(ctx, name)) };
};

export const listUsers: Operation<ListUsersCommandInput, ListUsersCommandOutput> = (input, ctx) => {
  check(input);
  const { PathPrefix: prefix = '/' } = input;
  const { items, truncation } = pageOfTable(users(ctx), input, ({ path }) => path.startsWith(prefix));
  return { Users: items.map(bareUser), ...truncation };
};

export const deleteUser: Operation<DeleteUserCommandInput, DeleteUserCommandOutput> = (input, ctx) => {
  check(input, 'userName');
  const user = userNamed(ctx, input.UserName);
  if (keysOf(ctx, user).length > 0)
    throw deleteConflict('Cannot delete entity, must delete access keys first.');
  if (user.attached.length > 0) throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (Object.keys(user.inline).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  }
  ctx.atomic(() => {
    users(ctx).delete(nameKey(user.name));
    if (user.boundary !== undefined) attachments(ctx).remove(user.boundary, 'boundary', 'user', user);
  });
  return {};
};

function userView(user: UserRecord) {
  return { ...bareUser(user), ...boundaryView(user), ...(user.tags.length > 0 ? { Tags: user.tags } : {}) };
}

function bareUser(user: UserRecord) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: user.arn,
    CreateDate: new Date(user.createdAt),
  };
}
