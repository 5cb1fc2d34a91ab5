import { changeProgress, loadProgress } from './progress.ts';

/** The button at the end of a lesson, and the ticks in the sidebar. */
export function startReading(): void {
  const button = document.querySelector<HTMLButtonElement>('.read-it button');
  if (button) startButton(button);
  tickSidebar();
  document.addEventListener('handson:progress', tickSidebar);
}

function startButton(button: HTMLButtonElement): void {
  const { page = '', mark = '', marked = '' } = button.dataset;
  const show = () => {
    const isRead = page in loadProgress().read;
    button.setAttribute('aria-pressed', String(isRead));
    button.textContent = isRead ? marked : mark;
  };
  button.addEventListener('click', () => {
    changeProgress(({ read }) => {
      if (page in read) delete read[page];
      else read[page] = new Date().toISOString().slice(0, 10);
    });
    show();
  });
  show();
  button.closest('p')?.removeAttribute('hidden');
}

function tickSidebar(): void {
  const { read } = loadProgress();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sidebar-content a[href]')) {
    const page = link.pathname.replace(/^\/(ja|vi)\//, '/').replaceAll('/', '');
    link.toggleAttribute('data-read', page in read);
  }
}
