import { changeProgress, loadProgress } from './progress.ts';

/** Ticks by hand, kept in the browser, for who reads without the runner. */
class LabSteps extends HTMLElement {
  connectedCallback(): void {
    const ticked = loadProgress().ticks[this.lab] ?? [];
    for (const box of this.boxes) {
      box.checked = ticked.includes(box.value);
      box.addEventListener('change', () => this.#keep());
    }
    this.#tell();
  }

  get lab(): string {
    return this.dataset.lab ?? '';
  }

  get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[data-tick]')];
  }

  #keep(): void {
    const ticked = this.boxes.filter(({ checked }) => checked).map(({ value }) => value);
    changeProgress(({ ticks }) => {
      ticks[this.lab] = ticked;
    });
    this.#tell();
  }

  #tell(): void {
    const done = this.boxes.filter(({ checked }) => checked).length;
    const told = this.querySelector('[data-told]');
    if (told) {
      told.textContent = (this.dataset.progressText ?? '')
        .replace('{done}', String(done))
        .replace('{count}', String(this.boxes.length));
    }
  }
}

customElements.define('lab-steps', LabSteps);
