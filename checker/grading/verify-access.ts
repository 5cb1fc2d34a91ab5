import { troubleOf } from '../core/trouble.ts';
import type { CredentialsOf } from './assume-role.ts';
import type { Access, Learner } from './learner.ts';

/** Tries a role with the right external id, with none and with a wrong one: it must open with the right one alone. */
export async function verifyAccess(learner: Learner, credentials: CredentialsOf): Promise<Access> {
  const opens = async (externalId: string | null) => {
    try {
      await credentials(learner, externalId);
      return 'open';
    } catch (error) {
      return troubleOf(error).cause === 'denied' ? 'closed' : 'unclear';
    }
  };
  const wrong = `wrong-${crypto.randomUUID()}`;
  const without = [await opens(null), await opens(wrong)];
  if (without.includes('open')) return 'unsafe';
  const right = await opens(learner.externalId);
  if (right === 'closed') return 'closed';
  return right === 'open' && without.every((one) => one === 'closed') ? 'safe' : 'unclear';
}
