import { forgetProgress, loadProgress } from './progress.ts';
import { isServedByRunner } from './served-by-runner.ts';

/** Fills in the table of what was read and done: from this browser, and with the runner from what it has seen pass. */
export function startProgressPage(page: HTMLElement): void {
  const rows = [...page.querySelectorAll<HTMLElement>('tr[data-page]')];
  const told = page.querySelector('[data-told]');
  const { summary = '', done = '', unread = '', forgotten = '' } = page.dataset;
  let passed = new Map<string, number>();

  const show = () => {
    const progress = loadProgress();
    for (const row of rows) fill(row, progress, passed, done, unread);
    const read = rows.filter((row) => (row.dataset.page ?? '') in progress.read).length;
    if (told) told.textContent = summary.replace('{read}', `${read}`).replace('{count}', `${rows.length}`);
  };

  page.querySelector('[data-forget]')?.addEventListener('click', () => {
    forgetProgress();
    show();
    if (told) told.textContent = forgotten;
  });
  show();
  askRunner().then((found) => {
    passed = found;
    show();
  });
}

function fill(
  row: HTMLElement,
  progress: ReturnType<typeof loadProgress>,
  passed: ReadonlyMap<string, number>,
  done: string,
  unread: string,
): void {
  const { page = '', lab, steps } = row.dataset;
  const set = (name: string, text: string) => {
    const cell = row.querySelector(`[data-${name}]`);
    if (cell) cell.textContent = text;
  };
  const readOn = progress.read[page];
  const quiz = progress.quiz[page];
  set('read', readOn ? `✓ ${done}` : unread);
  set('quiz', quiz ? `${quiz.right} / ${quiz.count}` : '–');
  if (lab) set('lab-done', `${Math.max(passed.get(lab) ?? 0, progress.ticks[lab]?.length ?? 0)} / ${steps}`);
}

interface RunnerState {
  labs: { id: string; steps: { passed: string | null }[] }[];
}

/** How many steps of each lab the runner has seen pass. */
async function askRunner(): Promise<Map<string, number>> {
  if (!isServedByRunner()) return new Map();
  const answer = await fetch('/api/state').catch(() => undefined);
  if (!answer?.ok) return new Map();
  const { labs }: RunnerState = await answer.json();
  return new Map(labs.map(({ id, steps }) => [id, steps.filter(({ passed }) => passed !== null).length]));
}
