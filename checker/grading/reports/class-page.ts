import type { Lab } from '#labs/kit/lab.ts';
import { numberIn, numbersIn } from '#labs/kit/numbers.ts';
import { fill, type Locale, sayIn } from '#labs/kit/text.ts';
import type { RunSummary } from '../gradebook.ts';
import type { Learner } from '../learner.ts';
import type { Marks } from '../marks.ts';
import type { Rules } from '../rules.ts';
import { texts as causes } from './cause.texts.ts';
import { texts } from './class-page.texts.ts';
import type { ClassTally, StepTally } from './class-tally.ts';
import { texts as states } from './heat-map.texts.ts';
import { heatMap, numberOf, signKey, stepNumber } from './heat-map.ts';
import { type Html, html } from './html.ts';
import type { Labels } from './labels.ts';
import type { NearMiss } from './near-misses.ts';
import { whenIn } from './numbers-and-times.ts';
import { pageFoot, pageHead } from './page.ts';

export interface ClassPage {
  name: string;
  run: Pick<RunSummary, 'id' | 'began' | 'ended' | 'version'>;
  rules: Rules;
  labs: readonly Lab[];
  locale: Locale;
  /** What is said aloud is said in this one. */
  language: Locale;
  tally: ClassTally;
  rows: Iterable<Marks>;
  labels: Labels;
  pageOf(learner: Learner): string;
}

/** The page of the whole class, piece by piece. */
export function* classPage(page: ClassPage): Generator<string> {
  const { locale, labs, rows, labels, pageOf, name } = page;
  const title = fill(texts.title, locale, { name });
  yield pageHead(locale, title, 'class').markup;
  yield html`<header><h1>${title}</h1>${factsOf(page)}</header>
${sumOf(page)}${sayNow(page)}<section><h2>${texts.everybody[locale]}</h2>
`.markup;
  yield* heatMap(rows, { labs, locale, nameOf: labels.nameOf, pageOf });
  yield html`${signKey(locale)}</section>
${unread(page)}${stuck(page)}<footer><p>${texts.privacy[locale]}</p></footer>
${pageFoot}`.markup;
}

function factsOf({ run, rules, labs, locale }: ClassPage): Html {
  const when = whenIn(locale, rules.timeZone);
  const at = when(run.ended ?? run.began);
  const deadlines = Object.entries(rules.deadlines).map(([id, at]) => {
    const lab = labs.find((one) => one.id === id);
    const of = id === '*' ? texts.everyLab[locale] : lab ? `${numberOf(lab)} ${lab.title[locale]}` : id;
    return html`<dd>${of}: ${at.replace('T', ' ')} (${rules.timeZone})</dd>`;
  });
  return html`<dl class="facts">
<div><dt>${texts.run[locale]}</dt><dd>${run.id}</dd></div>
<div><dt>${texts.when[locale]}</dt><dd>${run.ended === undefined ? fill(texts.stopped, locale, { when: at }) : at}</dd></div>
<div><dt>${texts.version[locale]}</dt><dd>${run.version}</dd></div>
${deadlines.length === 0 ? null : html`<div><dt>${texts.deadlines[locale]}</dt>${deadlines}</div>`}
</dl>
`;
}

function sumOf({ tally, locale }: ClassPage): Html {
  const kinds = ['learners', 'finished', 'underWay', 'notBegun', 'unread', 'withdrawn'] as const;
  const tiles = kinds
    .filter((kind) => kind !== 'withdrawn' || tally.withdrawn > 0)
    .map(
      (kind) =>
        html`<div class="tile-${kind}"><dt>${texts[kind][locale]}</dt><dd>${numberIn(locale, tally[kind])}</dd></div>`,
    );
  return html`<section aria-label="${texts.sum[locale]}"><dl class="tiles">${tiles}</dl></section>
`;
}

function sayNow({ tally, labs, locale, language }: ClassPage): Html {
  const entries = tally.nearMisses.map((one) => nearMiss(one, labs, locale, language));
  const body =
    entries.length === 0 ? html`<p>${texts.sayNone[locale]}</p>` : html`<ol class="say">${entries}</ol>`;
  return html`<section><h2>${texts.sayNow[locale]}</h2>${body}</section>
`;
}

function nearMiss(
  { lab, step, learners, said, next }: NearMiss,
  labs: readonly Lab[],
  locale: Locale,
  language: Locale,
): Html {
  const place = placeOf(labs, lab, step);
  const words = [said, ...(next ? [next] : [])].map((one) => html`<p>${sayIn(one, language)}</p>`);
  return html`<li><p class="count">${fill(texts.times, locale, numbersIn(locale, { learners }))}</p>
<div><p class="step">${place ? html`<b>${place.number}</b> ${place.title[locale]}` : `${lab}/${step}`}</p>
<blockquote lang="${language}">${words}</blockquote></div></li>
`;
}

function stuck({ tally, labs, locale }: ClassPage): Html {
  const most = tally.steps.reduce<StepTally | undefined>(
    (top, one) => (one.stops > (top?.stops ?? 0) ? one : top),
    undefined,
  );
  const columns = tally.steps.some(({ exempt }) => exempt > 0) ? allColumns : usualColumns;
  const heads = columns.map((column) => html`<th scope="col">${texts[column][locale]}</th>`);
  const bodies = labs.map((lab) => {
    const rows = lab.steps.map((step, at) => {
      const counts = tally.steps.find((one) => one.lab === lab.id && one.step === step.id);
      const optional = step.optional ? html` <small>(${texts.optional[locale]})</small>` : null;
      const name = html`<b>${stepNumber(lab, at)}</b> ${step.title[locale]}${optional}`;
      return counts ? stepRow(name, counts, columns, counts === most, locale) : null;
    });
    return html`<tbody><tr><th scope="rowgroup" colspan="${columns.length + 1}">${numberOf(lab)} ${lab.title[locale]}</th></tr>${rows}</tbody>
`;
  });
  return html`<section><h2>${texts.stuck[locale]}</h2><p>${mostStop(most, labs, locale)}</p>
<div class="wide" role="region" aria-label="${texts.stepsRegion[locale]}" tabindex="0"><table class="steps">
<caption>${texts.stepsCaption[locale]}</caption>
<thead><tr><th scope="col">${texts.step[locale]}</th>${heads}</tr></thead>
${bodies}</table></div></section>
`;
}

const allColumns = ['passed', 'notYet', 'incomplete', 'exempt', 'stops'] as const;
const usualColumns = ['passed', 'notYet', 'incomplete', 'stops'] as const;

function mostStop(most: StepTally | undefined, labs: readonly Lab[], locale: Locale): string {
  const place = most && placeOf(labs, most.lab, most.step);
  if (!place) return texts.nobodyStops[locale];
  const { number, title } = place;
  return fill(texts.mostStop, locale, {
    number,
    title: title[locale],
    learners: numberIn(locale, most.stops),
  });
}

function stepRow(
  name: Html,
  counts: StepTally,
  columns: readonly (typeof allColumns)[number][],
  isMost: boolean,
  locale: Locale,
): Html {
  const { passed, notYet, incomplete, exempt } = counts;
  const all = Math.max(1, passed + notYet + incomplete + exempt);
  const share = (part: number) => Math.round((part / all) * 1000) / 10;
  const bar = html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="bar-done" width="${share(passed)}" height="1"/><rect class="bar-not" x="${share(passed)}" width="${share(notYet)}" height="1"/></svg>`;
  const cells = columns.map(
    (column) => html`<td${counts[column] === 0 ? none : null}>${numberIn(locale, counts[column])}</td>`,
  );
  return html`<tr${isMost ? html` class="most"` : null}><th scope="row">${name}${bar}</th>${cells}</tr>
`;
}

const none = html` class="none"`;

function unread({ tally, locale }: ClassPage): Html | null {
  if (tally.reasons.length === 0) return null;
  const reasons = tally.reasons.map(({ state, cause, learners }) => {
    const why = cause === null ? null : html` – ${causes[cause][locale]}`;
    return html`<li>${states[state][locale]}${why}: ${numberIn(locale, learners)}</li>`;
  });
  return html`<section><h2>${texts.unreadTitle[locale]}</h2><ul>${reasons}</ul><p>${texts.unreadNote[locale]}</p></section>
`;
}

function placeOf(labs: readonly Lab[], labId: string, stepId: string) {
  const lab = labs.find(({ id }) => id === labId);
  const at = lab?.steps.findIndex(({ id }) => id === stepId) ?? -1;
  const step = lab?.steps[at];
  return lab && step ? { number: stepNumber(lab, at), title: step.title } : undefined;
}
