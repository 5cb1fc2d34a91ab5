import type { Principal } from '#sandbox/core/principal.ts';
import type { Table } from '#sandbox/core/store.ts';

/** Opens a table that is shared by all accounts: a key must be found before its account is known. */
export type Shared = <T>(name: string) => Table<T>;

/** A user's long-lived key (AKIA…). */
export interface AccessKeyRecord {
  accessKeyId: string;
  secretAccessKey: string;
  account: string;
  userName: string;
  active: boolean;
  createdAt: number;
  principal: Principal;
}

/** A session's key (ASIA…), good with its token until it expires. */
export interface SessionRecord {
  secretAccessKey: string;
  sessionToken: string;
  expiresAt: number;
  principal: Principal;
}

export function accessKeys(shared: Shared): Table<AccessKeyRecord> {
  return shared<AccessKeyRecord>('access-keys');
}

export function sessions(shared: Shared): Table<SessionRecord> {
  return shared<SessionRecord>('sessions');
}
