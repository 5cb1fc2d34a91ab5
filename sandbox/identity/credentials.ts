import type { Credentials } from '#sandbox/core/identity.ts';
import type { Principal } from '#sandbox/core/principal.ts';
import { accessKeys, type Shared, sessions } from './records/keys.ts';

/** Whose key this is: twelve digits are that account's administrator, AKIA… a user's, ASIA… a session's. */
export function credentials(
  accessKeyId: string,
  shared: Shared,
  administratorSecret: string,
): Credentials | undefined {
  if (/^\d{12}$/.test(accessKeyId)) {
    return { secretAccessKey: administratorSecret, principal: administratorOf(accessKeyId) };
  }
  if (!/^[A-Z0-9]{16,128}$/.test(accessKeyId)) return undefined;
  if (accessKeyId.startsWith('ASIA')) return sessions(shared).get(accessKeyId);
  const key = accessKeys(shared).get(accessKeyId);
  return key?.active ? { secretAccessKey: key.secretAccessKey, principal: key.principal } : undefined;
}

export function administratorOf(account: string): Principal {
  return {
    kind: 'administrator',
    account,
    arn: `arn:aws:iam::${account}:user/${ADMINISTRATOR}`,
    userId: `AIDASANDBOX${account.slice(0, 10)}`,
  };
}

/** A user that no account lists: it is the sandbox's door, not something a learner made. */
export const ADMINISTRATOR = 'sandbox-administrator';
