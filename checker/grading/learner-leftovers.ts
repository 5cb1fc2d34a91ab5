import { courseNames } from '#labs/kit/names.ts';
import type { Cause } from '#labs/kit/result.ts';
import { declaredByAll } from '../clean/whole-course.ts';
import type { Connection } from '../core/connection.ts';
import { openReader } from '../core/reader.ts';
import { troubleOf } from '../core/trouble.ts';
import type { KindName, Live } from '../resources/kind.ts';
import { survey, type Unread } from '../resources/survey.ts';
import { type CredentialsOf, InstructorTrouble } from './assume-role.ts';
import type { Learner } from './learner.ts';
import { provenCredentials, UnsafeRole } from './verify-access.ts';

/** What of the course stands in a learner's account. */
export interface LearnerLeftovers {
  state: 'read' | 'partly' | 'unreadable' | 'unsafe';
  /** Why it is not `read`. */
  cause: Cause | null;
  items: Array<Pick<Live, 'type' | 'name' | 'cost'>>;
  unread: Unread[];
}

/** What can have a price, and what bears it: all that the grader's role may read of what labs leave. */
const priced: readonly KindName[] = [
  'rest-api',
  'function',
  'scalable-target',
  'table',
  'log-group',
  'api-log-group',
];

/** Looks for what the course's names stand for, in the learner's region. Whether it is the learner's is not asked. */
export async function learnerLeftovers(
  learner: Learner,
  {
    credentials,
    reach,
    signal,
  }: { credentials: CredentialsOf; reach: Omit<Connection, 'credentials' | 'region'>; signal?: AbortSignal },
): Promise<LearnerLeftovers> {
  if (learner.access?.verdict === 'unsafe') return nothing('unsafe', 'denied');
  const { account, region, prefix } = learner;
  const eyes = await provenCredentials(learner, credentials, () => {}).catch((error: unknown) => ({ error }));
  if ('error' in eyes) {
    if (eyes.error instanceof InstructorTrouble) throw eyes.error;
    const isUnsafe = eyes.error instanceof UnsafeRole;
    return isUnsafe ? nothing('unsafe', 'denied') : nothing('unreadable', troubleOf(eyes.error).cause);
  }
  const reader = openReader(
    { ...reach, region, credentials: eyes },
    { once: true, ...(signal ? { signal } : {}) },
  );
  try {
    const { lives, unread } = await survey({
      types: priced,
      aws: reader.memoised,
      elsewhere: [],
      place: { account, region },
      declared: await declaredByAll(courseNames(prefix)),
      remembered: () => [],
    });
    const items = lives.map(({ type, name, cost }) => ({ type, name, cost }));
    const cause = unread[0]?.trouble.cause ?? null;
    const state = unread.length === 0 ? 'read' : unread.length === priced.length ? 'unreadable' : 'partly';
    return { state, cause, items, unread: state === 'unreadable' ? [] : unread };
  } finally {
    reader.close();
  }
}

const nothing = (state: 'unreadable' | 'unsafe', cause: Cause): LearnerLeftovers => ({
  state,
  cause,
  items: [],
  unread: [],
});
