import type { CleanPlan, CleanResult, LabState } from '#checker/runner/wire.ts';
import { usdIn } from '#labs/kit/numbers.ts';
import { fill, type Locale } from '#labs/kit/text.ts';
import { button, element } from './element.ts';
import { texts } from './panel.texts.ts';

/** Asks before something is made in an account of the learner's own. Esc, too, means no. */
export function askToMake(
  host: HTMLElement,
  { makes }: LabState,
  { words, account }: { words: string; account: string },
  locale: Locale,
): Promise<boolean> {
  return new Promise((resolve) => {
    const dialog = openDialog(host, texts.doIt[locale], () => resolve(dialog.returnValue === 'yes'));
    dialog.append(
      element('p', {}, `${words} · ${fill(texts.account, locale, { account })}`),
      element('p', {}, texts.willMake[locale]),
      element('ul', {}, ...makes.map(({ word, name }) => element('li', {}, `${word} ${name}`.trimEnd()))),
      element(
        'div',
        { class: 'panel-buttons' },
        button(texts.agree[locale], () => dialog.close('yes')),
        button(texts.cancel[locale], () => dialog.close()),
      ),
    );
  });
}

/** Shows what would be deleted and why; deletes it when told to, and says what came of it. */
export function showPlan(
  host: HTMLElement,
  plan: CleanPlan,
  where: string,
  carryOut: (hash: string) => Promise<CleanResult>,
  locale: Locale,
): void {
  const dialog = openDialog(host, texts.plan[locale], () => {});
  const { items, doubtful, unread, fuse } = plan;
  const said = element('p', { role: 'status' });
  const remove = button(fill(texts.remove, locale, { count: items.length }), async () => {
    remove.ariaDisabled = 'true';
    said.textContent = texts.removing[locale];
    said.textContent = await carryOut(plan.hash).then(
      (result) =>
        result.changed
          ? texts.changed[locale]
          : fill(texts.removed, locale, { count: result.deleted, left: result.left }),
      (error: Error) => fill(texts.failed, locale, { message: error.message }),
    );
  });
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [element('p', {}, title), element('ul', {}, ...lines.map((line) => element('li', {}, line)))]
      : [];
  const line = ({ word, name, why, monthlyUsd }: CleanPlan['items'][number]) =>
    `${word} ${name}: ${why}${monthlyUsd > 0 ? ` (${fill(texts.monthly, locale, { usd: usdIn(locale, monthlyUsd) })})` : ''}`;
  dialog.append(
    element('p', {}, where),
    ...(items.length === 0 ? [element('p', {}, texts.nothing[locale])] : list('', items.map(line))),
    ...list(texts.kept[locale], doubtful.map(line)),
    ...list(texts.unread[locale], unread),
    ...(fuse ? [element('p', {}, fuse)] : []),
    said,
    element(
      'div',
      { class: 'panel-buttons' },
      ...(items.length > 0 && !fuse ? [remove] : []),
      button(texts.close[locale], () => dialog.close()),
    ),
  );
}

/** The browser's own modal dialog keeps the focus inside and gives it back. */
function openDialog(host: HTMLElement, title: string, closed: () => void): HTMLDialogElement {
  const heading = element('h3', { tabindex: '-1' }, title);
  const dialog = element('dialog', { class: 'panel-dialog not-content', 'aria-label': title }, heading);
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed();
  });
  host.append(dialog);
  dialog.showModal();
  return dialog;
}
