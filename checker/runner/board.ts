import type { Say } from './hub.ts';

/** What was seen last of each step of one target, for a page that comes later. */
export interface Board {
  put(key: string, place: string, say: Say): void;
  /** Of this target alone: what was seen in another account says nothing here. */
  all(key: string): Say[];
}

export function openBoard(): Board {
  let of = '';
  const seen = new Map<string, Say>();
  const turnTo = (key: string) => {
    if (key !== of) seen.clear();
    of = key;
  };
  return {
    put(key, place, say) {
      turnTo(key);
      seen.set(place, say);
    },
    all(key) {
      return key === of ? [...seen.values()] : [];
    },
  };
}
