import type {
  ApplyBody,
  CheckBody,
  CleanPlan,
  CleanResult,
  HintAnswer,
  HintBody,
  RunnerEvent,
  RunnerState,
  WatchBody,
} from '#checker/runner/wire.ts';
import { fill, type Locale, locales } from '#labs/kit/text.ts';
import { askToMake, showPlan } from './dialogs.ts';
import { button, element } from './element.ts';
import { type Line, openLine, RefusedError } from './line.ts';
import { texts } from './panel.texts.ts';
import { type StepView, stepView } from './step-view.ts';

const line = openLine();

/** The live part of a lab's list of steps. Without a runner it is not loaded, and the list stays as it is. */
class LabPanel extends HTMLElement {
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#stop = goLive(this, line);
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }
}

customElements.define('lab-panel', LabPanel);

function goLive(host: HTMLElement, runner: Line): () => void {
  const lab = host.getAttribute('lab') ?? '';
  const locale: Locale = locales.find((one) => one === host.getAttribute('locale')) ?? 'en';
  const now: { state?: RunnerState; watching: boolean; run?: string; lost: boolean; leave?: () => void } = {
    watching: false,
    lost: false,
  };

  const target = element('p', { class: 'panel-target' });
  const status = element('p', { class: 'panel-status', role: 'status' });
  const check = button(texts.check[locale], () =>
    act(() => runner.post('/api/check', { labs: [lab] } satisfies CheckBody)),
  );
  const watch = button(texts.watch[locale], () => {
    act(() => runner.post('/api/watch', { lab, on: !now.watching } satisfies WatchBody));
  });
  const cleanUp = button(texts.cleanUp[locale], () => act(clean));
  const buttons = element('div', { class: 'panel-buttons' }, check, watch, cleanUp);
  const head = element(
    'section',
    { class: 'panel-head', 'aria-label': texts.live[locale] },
    target,
    buttons,
    status,
  );
  host.querySelector('ol')?.before(head);

  const views = new Map<string, StepView>();
  for (const place of host.querySelectorAll<HTMLElement>('[data-step]')) {
    const askHint = (step: string, show: (answer: HintAnswer) => void) =>
      act(async () =>
        show(await runner.post<HintAnswer>(`/api/hint?lang=${locale}`, { lab, step } satisfies HintBody)),
      );
    views.set(
      place.dataset.step ?? '',
      stepView(place, locale, { askHint, doStep: (step) => act(() => doStep(step)) }),
    );
  }
  host.toggleAttribute('live', true);

  const ours = () => now.state?.labs.find(({ id }) => id === lab);
  const titleOf = (step: string) => ours()?.steps.find(({ id }) => id === step)?.title ?? step;

  const act = (work: () => Promise<unknown>) => {
    work().catch(async (error: unknown) => {
      const refused = error instanceof RefusedError ? error.answer : undefined;
      if (refused?.error === 'wrong-account') {
        await load();
        status.textContent = fill(texts.otherAccount, locale, { account: refused.account ?? '' });
      } else if (refused?.error === 'busy') status.textContent = texts.busy[locale];
      else status.textContent = fill(texts.failed, locale, { message: String((error as Error).message) });
    });
  };

  const doStep = async (step: string) => {
    const state = now.state;
    const known = ours();
    if (!state || !known) return;
    const { account, words } = state.target;
    if (state.target.kind === 'aws' && !(await askToMake(host, known, { account, words }, locale))) return;
    await runner.post('/api/apply', { lab, step, account, runtime: chosenRuntime() } satisfies ApplyBody);
  };

  const clean = async () => {
    const shown = now.state?.target;
    if (!shown) return;
    const { account, words } = shown;
    status.textContent = texts.looking[locale];
    const plan = await runner.post<CleanPlan>(`/api/clean/plan?lang=${locale}`, {});
    status.textContent = '';
    const where = `${words} · ${fill(texts.account, locale, { account })}`;
    const carryOut = async (hash: string) => {
      const result = await runner.post<CleanResult>('/api/clean/do', { hash, account });
      await runner.post('/api/check', { labs: [lab] } satisfies CheckBody);
      return result;
    };
    showPlan(host, plan, where, carryOut, locale);
  };

  const load = async () => {
    now.state = await runner.get<RunnerState>(`/api/state?lang=${locale}`);
    showTarget(now.state.target);
    for (const step of ours()?.steps ?? []) views.get(step.id)?.known(step);
  };

  const showTarget = ({ kind, words, account }: RunnerState['target']) => {
    head.dataset.target = kind;
    target.textContent = words.includes(account)
      ? words
      : `${words} · ${fill(texts.account, locale, { account })}`;
  };

  const summary = (): string => {
    const steps = (ours()?.steps ?? []).filter(({ optional }) => !optional);
    const open = steps.filter(({ id }) => views.get(id)?.outcome !== 'pass');
    if (open.length === 0) return fill(texts.allDone, locale, { steps: steps.length });
    const done = fill(texts.summary, locale, { done: steps.length - open.length, steps: steps.length });
    return `${done} ${fill(texts.next, locale, { step: open[0]?.title ?? '' })}`;
  };

  const tell = (event: RunnerEvent) => {
    if (event.type === 'hello') {
      load().catch(() => {});
      if (now.lost) status.textContent = texts.back[locale];
      now.lost = false;
      setBusy(undefined);
      setWatching(false);
    }
    if (event.type === 'target' && now.state) {
      now.state.target = event.target;
      showTarget(event.target);
    }
    if (!('lab' in event ? event.lab === lab : event.type === 'end' && event.labs.includes(lab))) return;
    hearOfLab(event);
  };

  const hearOfLab = (event: RunnerEvent) => {
    switch (event.type) {
      case 'looking':
        return setBusy(event.run);
      case 'waiting':
        setBusy(event.run);
        return views.get(event.step)?.late(Math.max(1, Math.round(event.inMs / 1000)), event.message);
      case 'step':
        views.get(event.step.id)?.show(event.step);
        return void document.dispatchEvent(
          new CustomEvent('handson:step', {
            detail: { lab, step: event.step.id, outcome: event.step.outcome },
          }),
        );
      case 'apply':
        if (event.state === 'doing')
          status.textContent = fill(texts.doing, locale, { step: titleOf(event.step) });
        return;
      case 'watch':
        return setWatching(event.on);
      case 'end':
        setBusy(undefined);
        status.textContent = event.trouble ?? summary();
    }
  };

  const setBusy = (run: string | undefined) => {
    if (run !== undefined && now.run === undefined && !now.watching)
      status.textContent = texts.looking[locale];
    if (run === undefined) delete now.run;
    else now.run = run;
    host.ariaBusy = String(run !== undefined);
  };

  const setWatching = (on: boolean) => {
    now.watching = on;
    watch.ariaPressed = String(on);
    watch.textContent = texts[on ? 'watching' : 'watch'][locale];
  };

  const lost = () => {
    if (!now.lost) status.textContent = texts.lost[locale];
    now.lost = true;
  };

  const seen = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) now.leave ??= runner.join({ locale, tell, lost });
      else if (!now.watching && now.run === undefined) {
        now.leave?.();
        delete now.leave;
      }
    },
    { rootMargin: '200px' },
  );
  seen.observe(host);
  return () => {
    seen.disconnect();
    now.leave?.();
    delete now.leave;
  };
}

/** The language tab that the reader has chosen anywhere in the course. */
function chosenRuntime(): 'python' | 'node' {
  try {
    return /node/i.test(localStorage.getItem('starlight-synced-tabs__language') ?? '') ? 'node' : 'python';
  } catch {
    return 'python';
  }
}
