import { type Trouble, troubleOf } from '../core/trouble.ts';
import type { KindName, Live, Lookout } from './kind.ts';
import { kindNames, kinds } from './kinds.ts';

/** What stands under the course's names, and what could not be looked at. */
export interface Survey {
  lives: Live[];
  unread: Unread[];
}

export interface Unread {
  type: KindName;
  trouble: Trouble;
}

/** Reads every kind at once, or those of `types`; a kind that builds on another waits for it, and fails with it. */
export async function survey({
  types = kindNames,
  ...options
}: Omit<Lookout, 'found'> & { types?: readonly KindName[] }): Promise<Survey> {
  const asked = new Map<KindName, Promise<Live[]>>();
  const found = (type: KindName): Promise<Live[]> => {
    const known = asked.get(type);
    if (known) return known;
    // Put there before it runs, so that a second question never starts a second look.
    const answer = Promise.resolve().then(() => kinds[type].find({ ...options, found }));
    asked.set(type, answer);
    return answer;
  };
  const results = await Promise.all(
    types.map(async (type): Promise<Survey> => {
      try {
        return { lives: await found(type), unread: [] };
      } catch (error) {
        return { lives: [], unread: [{ type, trouble: troubleOf(error) }] };
      }
    }),
  );
  return {
    lives: results.flatMap(({ lives }) => lives),
    unread: results.flatMap(({ unread }) => unread),
  };
}
