import type { AwsCredentialIdentity } from '@smithy/types';
import { clientPool } from '../core/client-pool.ts';
import type { Connection } from '../core/connection.ts';

/** The credentials now belong to somebody else: whatever was under way stops. */
export class AnotherAccount extends Error {
  readonly found: string;

  constructor(found: string) {
    super(`these credentials belong to the account ${found}`);
    this.name = 'AnotherAccount';
    this.found = found;
  }
}

/** A connection whose every new set of keys is shown to STS before anything is signed with it. */
export interface GuardedConnection {
  connection: Connection;
  /** Asks now, whether or not the keys changed. */
  askAgain(): Promise<void>;
  /** Asks only where the keys are others than those last asked about. */
  stillUs(): Promise<void>;
  /** The other account, once one was seen. */
  otherAccount(): string | undefined;
}

export function guardAccount(inner: Connection, account: string): GuardedConnection {
  const { credentials } = inner;
  const resolve = typeof credentials === 'function' ? credentials : async () => credentials;
  let known: string | undefined;
  let found: string | undefined;

  const ask = async (identity: AwsCredentialIdentity) => {
    // Once another account was seen, nothing is signed any more, also when the old keys come back.
    if (found !== undefined) throw new AnotherAccount(found);
    const pool = clientPool({ ...inner, credentials: identity }, { attempts: 3 });
    try {
      const { Account = '' } = await pool.clients((call) => call.send()).sts.getCallerIdentity({});
      if (Account === account) return;
      found = Account;
    } finally {
      pool.close();
    }
    throw new AnotherAccount(found);
  };

  const verified = async (always = false): Promise<AwsCredentialIdentity> => {
    if (found !== undefined) throw new AnotherAccount(found);
    const identity = await resolve();
    const key = `${identity.accessKeyId} ${identity.sessionToken ?? ''}`;
    if (always || key !== known) {
      await ask(identity);
      known = key;
    }
    return identity;
  };

  return {
    connection: { ...inner, credentials: () => verified() },
    askAgain: async () => void (await verified(true)),
    stillUs: async () => void (await verified()),
    otherAccount: () => found,
  };
}
