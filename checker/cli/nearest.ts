import { closest, distance } from 'fastest-levenshtein';

/** The known word that somebody most likely meant; none where nothing comes near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const best = known.length > 0 ? closest(word, [...known]) : undefined;
  return best !== undefined && distance(word, best) <= Math.max(2, word.length / 3) ? best : undefined;
}
