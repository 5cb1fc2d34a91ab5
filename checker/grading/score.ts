import type { Standing } from './gradebook.ts';

export type Credit = 'credited' | 'not-yet' | 'incomplete';

/** Seen to pass, ever: credited. Not looked at, waiting or blocked: incomplete, which is not a zero. */
export function creditOf({ best, result }: Standing['steps'][number]): Credit {
  if (best || result.outcome === 'pass') return 'credited';
  return result.outcome === 'fail' ? 'not-yet' : 'incomplete';
}

export interface Score {
  credited: number;
  incomplete: number;
  steps: number;
}

/** Optional steps are told and never counted. */
export function scoreOf(steps: Standing['steps']): Score {
  const counted = steps.filter(({ optional }) => !optional).map(creditOf);
  return {
    credited: counted.filter((one) => one === 'credited').length,
    incomplete: counted.filter((one) => one === 'incomplete').length,
    steps: counted.length,
  };
}
