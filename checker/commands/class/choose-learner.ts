import { exitCodes } from '#checker/cli/exit-codes.ts';
import { nearest } from '#checker/cli/nearest.ts';
import { Told } from '#checker/cli/told.ts';
import type { ClassFile } from '#checker/grading/class-file.ts';
import type { Learner } from '#checker/grading/learner.ts';
import { fill } from '#labs/kit/text.ts';
import { texts } from './choose-learner.texts.ts';

const mostIds = 10;

/** A learner by id, name or e-mail address; who is meant must be plain. */
export function chooseLearner(file: ClassFile, word: string): Learner {
  const asked = plain(word);
  const found = file.learners.filter((one) => wordsOf(one).some((known) => plain(known) === asked));
  // An id is one learner's, also where somebody is called by it.
  const exact = found.find(({ id }) => id === word) ?? found[0];
  if (exact && (found.length === 1 || exact.id === word)) return exact;
  if (found.length > 1) {
    const ids = found.slice(0, mostIds).map(({ id }) => id);
    throw new Told(exitCodes.usage, (locale) =>
      fill(texts.manyLearners, locale, { word, learners: found.length, ids: ids.join(', ') }),
    );
  }
  const meant = nearestOf(asked, file);
  throw new Told(exitCodes.usage, (locale) =>
    [
      fill(texts.noLearner, locale, { word }),
      meant === undefined ? undefined : fill(texts.didYouMean, locale, { nearest: meant }),
      fill(texts.everybody, locale),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

const wordsOf = ({ id, name, email }: Learner): string[] => [id, name, ...(email ? [email] : [])];

/** As it is typed on any keyboard: composed, and in either case. */
const plain = (word: string): string => word.normalize('NFC').toLowerCase();

function nearestOf(asked: string, file: ClassFile): string | undefined {
  const known = new Map(file.learners.flatMap((one) => wordsOf(one).map((word) => [plain(word), word])));
  return known.get(nearest(asked, [...known.keys()]) ?? '');
}
