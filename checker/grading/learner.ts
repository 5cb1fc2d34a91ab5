import type { Locale } from '#labs/kit/text.ts';

/** One learner as the class file holds them. */
export interface Learner {
  /** `111122223333`, `111122223333/ann-` where an account is shared, or the e-mail address where there is none. */
  id: string;
  name: string;
  email?: string;
  /** `sandbox`: none; what they did comes as a file (`handson submit`). */
  account: string;
  /** Empty where there is no account, as is the external id. */
  role: string;
  region: string;
  prefix: string;
  language: Locale;
  /** Made here, never by the learner. No secret: the trust policy in their account shows it. */
  externalId: string;
  /** What `class verify` saw last. */
  access?: { verdict: Access; at: string };
}

/**
 * `safe`: opens with the right external id alone. `unsafe`: opens without it too. `closed`: does not open.
 * `unclear`: something else stood in the way.
 */
export type Access = 'safe' | 'unsafe' | 'closed' | 'unclear';

export const roleNameOf = (prefix: string): string => `${prefix}ServerlessCourseGrader`;

export const noAccount = 'sandbox';

/** Whether there is an account to look into; without one a learner hands in a file. */
export const hasAccount = ({ account }: Pick<Learner, 'account'>): boolean => account !== noAccount;

/** Who is meant by what stands for an account: the e-mail address where there is none, in any case of its letters. */
export function learnerId({
  account,
  prefix,
  email = '',
}: Pick<Learner, 'account' | 'prefix' | 'email'>): string {
  if (!hasAccount({ account })) return email.toLowerCase();
  return prefix ? `${account}/${prefix}` : account;
}
