import type { AwsCredentialIdentity } from '@smithy/types';
import { troubleOf } from '../core/trouble.ts';
import { type CredentialsOf, InstructorTrouble } from './assume-role.ts';
import type { Access, Learner } from './learner.ts';

/** What came of trying a role; `error`: what stood in the way where it is not plain. */
export interface Tried {
  access: Access;
  error?: unknown;
}

/** Tries a role with the right external id, with none and with a wrong one: it must open with the right one alone. */
export async function tryAccess(learner: Learner, credentials: CredentialsOf): Promise<Tried> {
  const tries = [
    await opens(learner, null, credentials),
    await opens(learner, wrongId(), credentials),
    await opens(learner, learner.externalId, credentials),
  ] as const;
  const [none, wrong, right] = tries;
  if (none.is === 'open' || wrong.is === 'open') return { access: 'unsafe' };
  if (right.is === 'closed') return { access: 'closed', error: right.error };
  const unclear = tries.find(({ is }) => is === 'unclear');
  return unclear ? { access: 'unclear', error: unclear.error } : { access: 'safe' };
}

export async function verifyAccess(learner: Learner, credentials: CredentialsOf): Promise<Access> {
  return (await tryAccess(learner, credentials)).access;
}

/** A role that opens for anybody of the instructor's account is not used. */
export class UnsafeRole extends Error {
  constructor() {
    super('the role opens without its external id');
    this.name = 'UnsafeRole';
  }
}

/**
 * Credentials for a role that was not seen to be safe yet: they are given only after it has stayed closed without its
 * external id. That takes two calls more, and none into the account. `told`: what was found, for the class file.
 */
export async function provenCredentials(
  learner: Learner,
  credentials: CredentialsOf,
  told: (access: Access) => void,
): Promise<AwsCredentialIdentity> {
  if (learner.access?.verdict === 'safe') return credentials(learner);
  // Whoever has not made the role yet is asked for once, not three times.
  const right = await credentials(learner);
  for (const id of [null, wrongId()]) {
    const { is, error } = await opens(learner, id, credentials);
    if (is === 'closed') continue;
    if (is === 'unclear') throw error;
    told('unsafe');
    throw new UnsafeRole();
  }
  told('safe');
  return right;
}

const wrongId = (): string => `wrong-${crypto.randomUUID()}`;

async function opens(learner: Learner, externalId: string | null, credentials: CredentialsOf) {
  try {
    await credentials(learner, externalId);
    return { is: 'open' } as const;
  } catch (error) {
    if (error instanceof InstructorTrouble) throw error;
    return { is: troubleOf(error).cause === 'denied' ? 'closed' : 'unclear', error } as const;
  }
}
