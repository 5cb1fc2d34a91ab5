import type { HintAnswer, LabState, RunnerEvent } from '#checker/runner/wire.ts';
import { fill, type Locale } from '#labs/kit/text.ts';
import { button, element } from './element.ts';
import { texts } from './panel.texts.ts';

type StepReport = Extract<RunnerEvent, { type: 'step' }>['step'];

export interface StepActions {
  askHint(step: string, show: (answer: HintAnswer) => void): void;
  doStep(step: string): void;
}

/** What a panel adds to one step of the list: outcome, message, next action, evidence, hints, and what can be done. */
export interface StepView {
  outcome: StepReport['outcome'] | undefined;
  known(step: LabState['steps'][number]): void;
  show(report: StepReport): void;
  late(seconds: number, message: string): void;
}

const signs = { pass: '✓', fail: '✗', waiting: '…', blocked: '·', unknown: '?' };

export function stepView(place: HTMLElement, locale: Locale, actions: StepActions): StepView {
  const id = place.dataset.step ?? '';
  const outcome = element('strong', { class: 'panel-outcome' });
  const message = element('div', { class: 'panel-message' });
  const evidence = element('ul');
  const folded = element('details', { hidden: '' }, element('summary', {}, texts.evidence[locale]), evidence);
  const hints = element('ol', { class: 'panel-hints', 'aria-live': 'polite' });
  const ask = button(texts.hint[locale], () =>
    actions.askHint(id, (answer) => showHint(hints, answer, ask, locale)),
  );
  const doIt = button(texts.doIt[locale], () => actions.doStep(id));
  const buttons = element('div', { class: 'panel-buttons' }, ask, doIt);
  place.querySelector('.panel-step')?.remove();
  const live = element('div', { class: 'panel-step' }, outcome, message, folded, hints, buttons);
  // How it went stands right below what was asked for; the commands are for who wants them.
  place.querySelector('label')?.after(live);

  const paint = (kind: StepReport['outcome'], more = '') => {
    place.dataset.outcome = kind;
    outcome.textContent = `${signs[kind]} ${texts[kind][locale]}${more && ` (${more})`}`;
    doIt.hidden = kind === 'pass';
    ask.hidden = kind === 'pass';
  };

  const view: StepView = {
    outcome: undefined,
    known({ passed, how }) {
      if (!passed || view.outcome) return;
      paint('pass', texts[how === 'provided' ? 'provided' : 'seen'][locale]);
    },
    show(report) {
      view.outcome = report.outcome;
      paint(report.outcome, report.kept ? texts.seen[locale] : '');
      message.replaceChildren(
        ...report.message
          .split('\n')
          .filter(Boolean)
          .map((line) => element('p', {}, line)),
        // What is to be done first is said there.
        ...(report.next && report.outcome !== 'blocked'
          ? [element('p', { class: 'panel-next' }, `→ ${report.next}`)]
          : []),
      );
      folded.hidden = report.evidence.length === 0;
      evidence.replaceChildren(...report.evidence.map((one) => element('li', {}, evidenceLine(one, locale))));
    },
    late(seconds, said) {
      view.outcome = 'waiting';
      paint('waiting');
      message.replaceChildren(
        element('p', {}, said),
        element('p', { class: 'panel-next' }, fill(texts.late, locale, { seconds })),
      );
    },
  };
  return view;
}

function evidenceLine(
  { call, field, expected, found }: StepReport['evidence'][number],
  locale: Locale,
): string {
  const values = fill(texts.found, locale, { expected: plain(expected), found: plain(found) });
  return `${call} ${field}: ${values}`;
}

function plain(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function showHint(
  list: HTMLElement,
  { number, of, hint }: HintAnswer,
  ask: HTMLElement,
  locale: Locale,
): void {
  const isAnswer = number === of;
  const label = isAnswer ? texts.answer[locale] : fill(texts.hintOf, locale, { number, of });
  if (![...list.children].some((one) => one.lastChild?.textContent === hint))
    list.append(element('li', {}, element('strong', {}, `${label}: `), element('span', {}, hint)));
  if (isAnswer) ask.ariaDisabled = 'true';
}
