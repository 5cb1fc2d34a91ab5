import type { StandingAnswer } from '#checker/runner/wire.ts';
import { isServedByRunner } from './served-by-runner.ts';

/** Steps are told one after another: what stands is asked for once they are all told. */
const settledMs = 400;

/** Lights up the boxes of what stands in the account now. Without a runner nobody looks, and they stay dark. */
export function startArchitecture(figure: HTMLElement): void {
  if (!isServedByRunner()) return;
  let settled: ReturnType<typeof setTimeout> | undefined;
  const show = async () => {
    const answer = await fetch('/api/standing').catch(() => undefined);
    const exists = answer?.ok ? ((await answer.json()) as StandingAnswer).exists : [];
    for (const box of figure.querySelectorAll<SVGElement>('[data-resource]'))
      box.toggleAttribute('data-exists', exists.includes(box.dataset.resource ?? ''));
  };
  document.addEventListener('handson:step', () => {
    clearTimeout(settled);
    settled = setTimeout(show, settledMs);
  });
  show();
}
