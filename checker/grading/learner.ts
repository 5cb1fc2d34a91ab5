import type { Locale } from '#labs/kit/text.ts';

/** One learner as the class file holds them. */
export interface Learner {
  /** `111122223333`, or `111122223333/ann-` where an account is shared. */
  id: string;
  name: string;
  email?: string;
  account: string;
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
