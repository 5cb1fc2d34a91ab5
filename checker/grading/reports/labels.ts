import { createHash } from 'node:crypto';
import type { ClassFile } from '../class-file.ts';
import { hasAccount, type Learner } from '../learner.ts';

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

/** What only this class knows of a learner: the same in every report, and nothing that could be guessed. */
export function tagOf(
  { history, instructor }: Pick<ClassFile, 'history' | 'instructor'>,
  learner: Learner,
): string {
  const { id, externalId } = learner;
  const secret = [instructor, history[0]?.at, id, externalId];
  return createHash('sha256').update(JSON.stringify(secret)).digest('hex');
}

/**
 * Initials and the beginning of a tag, so that two with the same initials are told apart, in every report alike. Who came
 * later to a class gets the longer one.
 */
export function initialNames(file: Pick<ClassFile, 'history' | 'instructor' | 'learners'>): Labels {
  const taken = new Set<string>();
  const labels = new Map<string, string>();
  for (const learner of file.learners) {
    const { id, name } = learner;
    const tag = tagOf(file, learner);
    let length = 4;
    while (taken.has(`${initialsOf(name)} ${tag.slice(0, length)}`)) length++;
    const label = `${initialsOf(name)} ${tag.slice(0, length)}`;
    taken.add(label);
    labels.set(id, label);
  }
  const accountOf = (learner: Learner) =>
    hasAccount(learner) ? `…${learner.account.slice(-4)}` : learner.account;
  return {
    nameOf: ({ id, name }) => labels.get(id) ?? initialsOf(name),
    accountOf,
    redact(text, learner) {
      const { id, name, email, account, prefix, externalId, role } = learner;
      const own: Array<[string | undefined, string]> = [
        [role, '…'],
        [externalId, '…'],
        [email, '…'],
        [account, accountOf(learner)],
        [id, '…'],
        [name, labels.get(learner.id) ?? initialsOf(name)],
        [prefix, '…-'],
      ];
      const said = own.reduce((rest, [word, as]) => (word ? rest.replaceAll(word, as) : rest), text);
      // Also of an account that was theirs before.
      return said.replace(/\b\d{12}\b/g, (account) => `…${account.slice(-4)}`);
    },
  };
}

function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const firsts = words.map((word) => [...new Intl.Segmenter().segment(word)][0]?.segment ?? '');
  return firsts.length === 0 ? '?' : `${firsts.join('. ')}.`;
}
