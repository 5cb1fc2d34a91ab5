import type { Lab, Step } from '#labs/kit/lab.ts';
import { numberIn } from '#labs/kit/numbers.ts';
import type { Evidence, Result } from '#labs/kit/result.ts';
import { fill, type Locale, type Said, sayIn } from '#labs/kit/text.ts';
import type { Marks, StepMark } from '../marks.ts';
import { texts as causes } from './cause.texts.ts';
import { isFinished } from './class-tally.ts';
import { texts as signWords } from './heat-map.texts.ts';
import { numberOf, stepNumber } from './heat-map.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import { texts } from './learner-page.texts.ts';
import { nextStepOf } from './next-step.ts';
import type { Clock } from './numbers-and-times.ts';
import { pageFoot, pageHead } from './page.ts';
import { signOf, signs } from './step-sign.ts';

export interface LearnerPage {
  className: string;
  clock: Clock;
  labs: readonly Lab[];
  labels: Labels;
}

/** What one learner may be given: their own, in their language, and nothing of anybody else. */
export function learnerPage(marks: Marks, page: LearnerPage): string {
  const { learner } = marks;
  const locale = learner.language;
  const title = fill(texts.title, locale, { name: page.labels.nameOf(learner), class: page.className });
  const own: OwnPage = {
    ...page,
    locale,
    state: marks.state,
    safe: (text: string) => page.labels.redact(text, learner),
  };
  return html`${pageHead(locale, title, 'one')}<header><p class="above">${fill(texts.class, locale, { name: page.className })}</p><h1>${page.labels.nameOf(learner)}</h1>${factsOf(marks, own)}</header>
${nextOf(marks, own)}${own.labs.map((lab) => labOf(lab, marks, own))}${cleanedOf(marks, own)}<footer><p>${texts.who[locale]}</p></footer>
${pageFoot}`.markup;
}

interface OwnPage extends LearnerPage {
  locale: Locale;
  state: Marks['state'];
  safe(text: string): string;
}

function factsOf({ learner, at, points, of, incomplete, state }: Marks, page: OwnPage): Html {
  const { locale, clock, labels } = page;
  const seen = state !== 'unreadable' && state !== 'unsafe' && state !== 'not-looked-at';
  const sum = fill(texts.pointsOf, locale, { points: numberIn(locale, points), of: numberIn(locale, of) });
  return html`<dl class="facts">
<div><dt>${texts.account[locale]}</dt><dd>${labels.accountOf(learner)}</dd></div>
<div><dt>${texts.when[locale]}</dt><dd>${at === null ? texts.never[locale] : clock.when(locale, at)}</dd></div>
<div><dt>${texts.points[locale]}</dt><dd>${seen || points > 0 ? sum : '–'}</dd></div>
${incomplete === 0 ? null : html`<div><dt>${texts.incomplete[locale]}</dt><dd>${fill(texts.steps, locale, { steps: incomplete })}</dd></div>`}
</dl>
`;
}

function nextOf(marks: Marks, page: OwnPage): Html {
  const { locale, labs, safe } = page;
  return html`<section class="next"><h2>${texts.next[locale]}</h2>${body()}</section>
`;

  function body(): Html {
    if (marks.state === 'not-looked-at') return html`<p>${texts.notLooked[locale]}</p>`;
    if (isFinished(marks))
      return html`<p>${texts.allDone[locale]}</p><p>${texts.cleanUp[locale]} <code>handson clean</code></p>`;
    const next = nextStepOf(marks, labs);
    if (!next) return html`<p>${texts.notLooked[locale]}</p>`;
    const { lab, at, step, result } = next;
    const said = sentences(result, locale, safe);
    if (result.outcome === 'unknown')
      return html`<p>${texts.notSeen[locale]}</p>${said}${causeOf(result, locale)}`;
    const wait = result.outcome === 'waiting' ? html`<p>${texts.waiting[locale]}</p>` : null;
    return html`<p><b>${stepNumber(lab, at)}</b> ${step.title[locale]}</p>${said}${wait}<p>${texts.checkYourself[locale]} <code>handson check ${numberOf(lab)}</code></p>`;
  }
}

function causeOf({ cause, messages }: Result, locale: Locale): Html | null {
  return cause === null || messages.length > 0 ? null : html`<p>${causes[cause][locale]}</p>`;
}

function labOf(lab: Lab, marks: Marks, page: OwnPage): Html {
  const { locale } = page;
  const steps = lab.steps.map((step, at) => {
    const mark = marks.steps.find((one) => one.lab === lab.id && one.step === step.id);
    return stepOf(lab, step, at, mark, page);
  });
  return html`<section><h2>${numberOf(lab)} ${lab.title[locale]}</h2><ul class="mine">${steps}</ul></section>
`;
}

function stepOf(lab: Lab, step: Step, at: number, mark: StepMark | undefined, page: OwnPage): Html {
  const { locale, clock, safe, state } = page;
  const sign = signOf(mark);
  const optional = step.optional ? ` (${signWords.optional[locale]})` : '';
  const first = mark?.first ? fill(texts.first, locale, { when: clock.day(locale, mark.first.at) }) : '';
  const word = [signWords[sign][locale], pointsOf(mark, locale), first].filter(Boolean).join(' · ');
  // Where nothing could be seen the reason stands once, at the top.
  const isOpen = sign === 'not-yet' || sign === 'waiting' || (sign === 'unknown' && state === 'partly');
  return html`<li><span class="sign s-${sign}" aria-hidden="true">${signs[sign]}</span><div><p><b>${stepNumber(lab, at)}</b> ${step.title[locale]}${optional}</p><p class="word">${word}</p>${isOpen && mark?.result ? sentences(mark.result, locale, safe) : null}${evidenceOf(mark?.result?.evidence ?? [], page)}</div></li>
`;
}

function pointsOf(mark: Pick<StepMark, 'points' | 'of'> | undefined, locale: Locale): string {
  if (!mark || mark.points === null || mark.of === 0 || mark.points === 0 || mark.points === mark.of)
    return '';
  return fill(texts.stepPoints, locale, {
    points: numberIn(locale, mark.points),
    of: numberIn(locale, mark.of),
  });
}

function sentences({ messages, next }: Result, locale: Locale, safe: (text: string) => string): Html {
  const tell = (said: Said) => safe(sayIn(said, locale));
  return html`${messages.map((said) => html`<p>${tell(said)}</p>`)}${next ? html`<p class="then">${tell(next)}</p>` : null}`;
}

function evidenceOf(evidence: readonly Evidence[], { locale, safe }: OwnPage): Html | null {
  const told = evidence.filter(({ call }) => call !== '');
  if (told.length === 0) return null;
  const head = (['call', 'field', 'expected', 'found'] as const).map(
    (column) => html`<th scope="col">${texts[column][locale]}</th>`,
  );
  const rows = told.map(
    ({ call, field, expected, found }) =>
      html`<tr><td>${call}</td><td>${safe(field)}</td><td>${safe(show(expected))}</td><td>${safe(show(found))}</td></tr>`,
  );
  return html`<details><summary>${texts.evidence[locale]}</summary><table class="evidence"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></details>`;
}

function cleanedOf({ cleaned }: Marks, { locale, clock }: OwnPage): Html | null {
  if (cleaned.of === 0 && cleaned.at === null) return null;
  const said =
    cleaned.at === null
      ? texts.cleanedNo[locale]
      : fill(texts.cleanedYes, locale, { when: clock.when(locale, cleaned.at) });
  const sum = pointsOf(cleaned, locale);
  return html`<section><h2>${texts.cleaned[locale]}</h2><p>${said}${sum ? ` · ${sum}` : null}</p></section>
`;
}

function show(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
