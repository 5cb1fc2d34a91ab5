import { changeProgress, loadProgress } from './progress.ts';

/** Ticks by hand, kept in the browser, for who reads without the runner. */
export function startLabSteps(list: HTMLElement): void {
  const { lab = '' } = list.dataset;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[data-tick]')];
  const ticked = loadProgress().ticks[lab] ?? [];
  for (const box of boxes) {
    box.checked = ticked.includes(box.value);
    box.addEventListener('change', () => {
      const now = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      changeProgress(({ ticks }) => {
        ticks[lab] = now;
      });
      tell(list, boxes);
    });
  }
  tell(list, boxes);
}

function tell(list: HTMLElement, boxes: readonly HTMLInputElement[]): void {
  const done = boxes.filter(({ checked }) => checked).length;
  const told = list.querySelector('[data-told]');
  const { progressText = '' } = list.dataset;
  if (told)
    told.textContent = progressText.replace('{done}', `${done}`).replace('{count}', `${boxes.length}`);
}
