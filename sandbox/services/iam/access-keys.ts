import type {
  CreateAccessKeyCommandInput,
  CreateAccessKeyCommandOutput,
  DeleteAccessKeyCommandInput,
  DeleteAccessKeyCommandOutput,
  ListAccessKeysCommandInput,
  ListAccessKeysCommandOutput,
  UpdateAccessKeyCommandInput,
  UpdateAccessKeyCommandOutput,
} from '@aws-sdk/client-iam';
import type { Ctx } from '#sandbox/core/context.ts';
import type { Operation } from '#sandbox/core/service.ts';
import { nameKey, type UserRecord } from '#sandbox/identity/records/entities.ts';
import { iamPlace } from '#sandbox/identity/records/iam-place.ts';
import { type AccessKeyRecord, accessKeys } from '#sandbox/identity/records/keys.ts';
import { check } from './constraints.ts';
import { userNamed } from './entities.ts';
import { limitExceeded, noSuchEntity, validationError } from './errors.ts';
import { newAccessKey, wholeSecond } from './ids.ts';
import { pageOfList } from './paging.ts';

const MOST_KEYS = 2;

export const createAccessKey: Operation<CreateAccessKeyCommandInput, CreateAccessKeyCommandOutput> = (
  input,
  ctx,
) => {
  check(input);
  const user = ownerOf(ctx, input.UserName);
  if (keysOf(ctx, user).length >= MOST_KEYS) {
    throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${MOST_KEYS}`);
  }
  const made = newAccessKey(ctx);
  const { account } = ctx;
  const key: AccessKeyRecord = {
    accessKeyId: made.AccessKeyId,
    secretAccessKey: made.SecretAccessKey,
    account,
    userName: user.name,
    active: true,
    createdAt: wholeSecond(ctx),
    principal: { kind: 'user', account, arn: user.arn, userId: user.id, userName: user.name },
  };
  ctx.atomic(() => {
    accessKeys(ctx.shared).put(key.accessKeyId, key);
    keyIndex(ctx).put(indexKey(user, key.accessKeyId), key.accessKeyId);
  });
  return {
    AccessKey: { ...made, UserName: user.name, Status: 'Active', CreateDate: new Date(key.createdAt) },
  };
};

export const listAccessKeys: Operation<ListAccessKeysCommandInput, ListAccessKeysCommandOutput> = (
  input,
  ctx,
) => {
  check(input);
  const { items, truncation } = pageOfList(keysOf(ctx, ownerOf(ctx, input.UserName)), input);
  return {
    AccessKeyMetadata: items.map((key) => ({
      UserName: key.userName,
      AccessKeyId: key.accessKeyId,
      Status: key.active ? 'Active' : 'Inactive',
      CreateDate: new Date(key.createdAt),
    })),
    ...truncation,
  };
};

export const updateAccessKey: Operation<UpdateAccessKeyCommandInput, UpdateAccessKeyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'accessKeyId', 'status');
  const key = keyNamed(ctx, ownerOf(ctx, input.UserName), input.AccessKeyId);
  accessKeys(ctx.shared).put(key.accessKeyId, { ...key, active: input.Status === 'Active' });
  return {};
};

export const deleteAccessKey: Operation<DeleteAccessKeyCommandInput, DeleteAccessKeyCommandOutput> = (
  input,
  ctx,
) => {
  check(input, 'accessKeyId');
  const user = ownerOf(ctx, input.UserName);
  const key = keyNamed(ctx, user, input.AccessKeyId);
  ctx.atomic(() => {
    accessKeys(ctx.shared).delete(key.accessKeyId);
    keyIndex(ctx).delete(indexKey(user, key.accessKeyId));
  });
  return {};
};

export function keysOf(ctx: Ctx, user: UserRecord): AccessKeyRecord[] {
  return keyIndex(ctx)
    .list({ prefix: indexKey(user, '') })
    .flatMap(([, id]) => accessKeys(ctx.shared).get(id) ?? []);
}

/** Without a name it is the caller. */
function ownerOf(ctx: Ctx, name: string | undefined): UserRecord {
  const { caller } = ctx;
  const owner = name ?? (caller.kind === 'user' ? caller.userName : undefined);
  if (owner === undefined)
    throw validationError('Must specify userName when calling with non-User credentials');
  return userNamed(ctx, owner);
}

function keyNamed(ctx: Ctx, user: UserRecord, id: string | undefined): AccessKeyRecord {
  const key = keysOf(ctx, user).find(({ accessKeyId }) => accessKeyId === id);
  if (!key) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}

function keyIndex(ctx: Ctx) {
  return iamPlace(ctx).table<string>('keys-by-user');
}

function indexKey(user: UserRecord, id: string): string {
  return `${nameKey(user.name)}/${id}`;
}
