import type { Parts } from './parts.ts';

export const systemClock: Parts['clock'] = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
