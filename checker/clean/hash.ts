import { createHash } from 'node:crypto';

/** Short enough to be typed, long enough that two plans never share it by chance. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
