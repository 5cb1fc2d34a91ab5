import type { Figure } from '#site/figures/figure.ts';
import { requestPath } from './request-path.ts';
import { twoDeploys } from './two-deploys.ts';

/** Every figure by the name that lessons call it. */
export const figures: Readonly<Record<string, Figure>> = {
  'two-deploys': twoDeploys,
  'request-path': requestPath,
};
