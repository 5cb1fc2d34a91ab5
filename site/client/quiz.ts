import { changeProgress } from './progress.ts';

/** Checks answers in the page: without it every question still shows its answer on demand. */
class CourseQuiz extends HTMLElement {
  connectedCallback(): void {
    const forms = [...this.querySelectorAll('form')];
    for (const form of forms) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.#judge(form);
        this.#keep(forms);
      });
    }
  }

  #judge(form: HTMLFormElement): void {
    const chosen = new FormData(form).get('answer');
    const said = form.querySelector('[role="status"]');
    const why = form.querySelector('details');
    if (!said || !why) return;
    const { choose = '', right = '', wrong = '' } = this.dataset;
    if (chosen === null) {
      said.textContent = choose;
      return;
    }
    const isRight = chosen === form.dataset.answer;
    form.dataset.result = isRight ? 'right' : 'wrong';
    said.textContent = isRight ? right : wrong;
    why.open = true;
  }

  #keep(forms: readonly HTMLFormElement[]): void {
    const right = forms.filter((form) => form.dataset.result === 'right').length;
    const judged = forms.filter((form) => form.dataset.result !== undefined).length;
    const score = this.querySelector('[data-score]');
    if (score) {
      score.textContent = (this.dataset.scoreText ?? '')
        .replace('{right}', String(right))
        .replace('{count}', String(forms.length));
    }
    const page = this.dataset.page;
    if (page === undefined || judged < forms.length) return;
    changeProgress(({ quiz }) => {
      quiz[page] = { right, count: forms.length };
    });
  }
}

customElements.define('course-quiz', CourseQuiz);
