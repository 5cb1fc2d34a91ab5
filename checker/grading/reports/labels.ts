import { createHash } from 'node:crypto';
import type { Learner } from '../learner.ts';

/** How learners are called in a report. */
export interface Labels {
  nameOf(learner: Learner): string;
  accountOf(learner: Learner): string;
  /** A text about this learner as it may stand in the report. */
  redact(text: string, learner: Learner): string;
}

export const fullNames: Labels = {
  nameOf: ({ name }) => name,
  accountOf: ({ account }) => account,
  redact: (text) => text,
};

/**
 * Initials and a short tag, so that two with the same initials are told apart. The tag comes of the external id: it stays
 * the same from report to report, and nobody can find the account by it. Who came later to a class gets the longer one.
 */
export function initialNames(learners: readonly Learner[]): Labels {
  const taken = new Set<string>();
  const labels = new Map<string, string>();
  for (const learner of learners) {
    const { id, name, externalId } = learner;
    const tag = createHash('sha256').update(`${id}\n${externalId}`).digest('hex');
    let length = 4;
    while (taken.has(`${initialsOf(name)} ${tag.slice(0, length)}`)) length++;
    const label = `${initialsOf(name)} ${tag.slice(0, length)}`;
    taken.add(label);
    labels.set(id, label);
  }
  const accountOf = ({ account }: Learner) => `…${account.slice(-4)}`;
  return {
    nameOf: ({ id, name }) => labels.get(id) ?? initialsOf(name),
    accountOf,
    redact(text, learner) {
      const { name, email, account, prefix, externalId, role } = learner;
      const own: Array<[string | undefined, string]> = [
        [role, '…'],
        [externalId, '…'],
        [email, '…'],
        [account, accountOf(learner)],
        [name, labels.get(learner.id) ?? initialsOf(name)],
        [prefix, '…-'],
      ];
      return own.reduce((said, [word, as]) => (word ? said.replaceAll(word, as) : said), text);
    },
  };
}

function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const firsts = words.map((word) => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '');
  return firsts.length === 0 ? '?' : `${firsts.join('. ')}.`;
}
