import { changeProgress } from './progress.ts';

/** Checks answers in the page: without it every question still shows its answer on demand. */
export function startQuiz(quiz: HTMLElement): void {
  quiz.dataset.ready = '';
  const forms = [...quiz.querySelectorAll('form')];
  for (const form of forms) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      judge(form, quiz.dataset);
      tell(quiz, forms);
    });
  }
}

function judge(form: HTMLFormElement, { choose = '', right = '', wrong = '' }: DOMStringMap): void {
  const chosen = new FormData(form).get('answer');
  const said = form.querySelector('[role="status"]');
  const why = form.querySelector('details');
  if (!said || !why) return;
  if (chosen === null) {
    said.textContent = choose;
    return;
  }
  const isRight = chosen === form.dataset.answer;
  form.dataset.result = isRight ? 'right' : 'wrong';
  said.textContent = isRight ? right : wrong;
  why.open = true;
}

function tell(quiz: HTMLElement, forms: readonly HTMLFormElement[]): void {
  const right = forms.filter((form) => form.dataset.result === 'right').length;
  const judged = forms.filter((form) => form.dataset.result !== undefined).length;
  const score = quiz.querySelector('[data-score]');
  const { page, scoreText = '' } = quiz.dataset;
  if (score) {
    score.textContent = scoreText.replace('{right}', `${right}`).replace('{count}', `${forms.length}`);
  }
  if (page === undefined || judged < forms.length) return;
  changeProgress((progress) => {
    progress.quiz[page] = { right, count: forms.length };
  });
}
