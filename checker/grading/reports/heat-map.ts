import { labs as course } from '#labs/all.ts';
import type { Lab } from '#labs/kit/lab.ts';
import { numberIn } from '#labs/kit/numbers.ts';
import { fill, type Locale } from '#labs/kit/text.ts';
import type { Learner } from '../learner.ts';
import type { Marks, StepMark } from '../marks.ts';
import { texts as causes } from './cause.texts.ts';
import { texts } from './heat-map.texts.ts';
import { type Html, html } from './html.ts';
import { type Sign, signOf, signs } from './step-sign.ts';

export interface HeatMapOptions {
  labs: readonly Lab[];
  locale: Locale;
  /** As the learner is called here: the name where it is absent. */
  nameOf?(learner: Learner): string;
  /** The page about one learner; without one the name is no link. */
  pageOf?(learner: Learner): string | undefined;
  /** The `id` of a learner's row, for a page that changes rows one by one. */
  rowId?(learner: Learner): string;
}

/** Learners and steps as a table, in pieces: a class of any size is never held at once. `heatMapStyle` belongs to it. */
export function* heatMap(rows: Iterable<Marks>, options: HeatMapOptions): Generator<string> {
  yield heatMapHead(options).markup;
  for (const marks of rows) yield heatMapRow(marks, options).markup;
  yield heatMapFoot.markup;
}

export function heatMapHead({ labs, locale }: HeatMapOptions): Html {
  const groups = labs.map(
    (lab) =>
      html`<th scope="colgroup" colspan="${lab.steps.length}"><span>${numberOf(lab)}</span> ${lab.title[locale]}</th>`,
  );
  const steps = labs.flatMap((lab) =>
    lab.steps.map(
      (step, at) =>
        html`<th scope="col" title="${step.title[locale]}"${at === 0 ? first : null}>${stepNumber(lab, at)}<i> ${step.title[locale]}</i></th>`,
    ),
  );
  return html`<div class="heat" role="region" aria-label="${texts.region[locale]}" tabindex="0"><table>
<caption>${texts.caption[locale]}</caption>
<thead><tr><th scope="col" rowspan="2">${texts.learner[locale]}</th><th scope="col" rowspan="2">${texts.points[locale]}</th>${groups}</tr>
<tr>${steps}</tr></thead>
<tbody>
`;
}

/** One learner: the name, a cell for each step, and the points. */
export function heatMapRow(marks: Marks, options: HeatMapOptions): Html {
  const { labs, locale, nameOf = ({ name }) => name, pageOf, rowId } = options;
  const { learner } = marks;
  const of = new Map(marks.steps.map((one) => [`${one.lab}/${one.step}`, one]));
  const cells = labs.map((lab) =>
    lab.steps.map(({ id }, at) => cellOf(of.get(`${lab.id}/${id}`), at, locale)),
  );
  const page = pageOf?.(learner);
  const name = html`<bdi>${nameOf(learner)}</bdi>`;
  const state = toldState(marks, locale);
  const told = state === null ? null : html`<small>${state}</small>`;
  const id = rowId ? html` id="${rowId(learner)}"` : null;
  return html`<tr${id}><th scope="row">${page ? html`<a href="${page}">${name}</a>` : name}${told}</th>${pointsOf(marks, locale)}${cells}</tr>
`;
}

export const heatMapFoot: Html = html`</tbody></table></div>
`;

/** What the signs mean. */
export function signKey(locale: Locale): Html {
  const entries = (Object.keys(signs) as Sign[]).map(
    (sign) =>
      html`<div><dt class="s-${sign}" aria-hidden="true">${signs[sign]}</dt><dd>${texts[sign][locale]}</dd></div>`,
  );
  return html`<dl class="signs" aria-label="${texts.key[locale]}">${entries}</dl>
`;
}

/** Which step a number at the head of a column is. */
export function stepKey(labs: readonly Lab[], locale: Locale): Html {
  const entries = labs.map((lab) => {
    const steps = lab.steps.map(
      (step, at) =>
        html`<li><b>${stepNumber(lab, at)}</b> ${step.title[locale]}${step.optional ? ` (${texts.optional[locale]})` : null}</li>`,
    );
    return html`<li><b>${numberOf(lab)} ${lab.title[locale]}</b><ol>${steps}</ol></li>`;
  });
  return html`<ol class="step-key" aria-label="${texts.stepKey[locale]}">${entries}</ol>
`;
}

/** Labs are counted as learners do: the first is 0. */
export const numberOf = ({ id }: Pick<Lab, 'id'>): number => course.findIndex((one) => one.id === id);

export const stepNumber = (lab: Pick<Lab, 'id'>, at: number): string => `${numberOf(lab)}.${at + 1}`;

const first = html` class="first"`;

function cellOf(mark: StepMark | undefined, at: number, locale: Locale): Html {
  const sign = signOf(mark);
  return html`<td class="s-${sign}${at === 0 ? ' first' : ''}">${signs[sign]}<i> ${texts[sign][locale]}</i></td>`;
}

/** Why there is no whole picture, in words; nothing where there is one. */
export function toldState({ state, cause }: Marks, locale: Locale): string | null {
  if (state === 'read') return null;
  return cause === null ? texts[state][locale] : `${texts[state][locale]} (${causes[cause][locale]})`;
}

/** The points as they are told. Where nobody saw anything there is no number: a nought would be read as one. */
export function toldPoints(
  { points, of, incomplete, state, steps }: Marks,
  locale: Locale,
): { sum: string; open: string | null } {
  if (state === 'withdrawn' || of === 0) return { sum: '–', open: null };
  const isTold = steps.some((one) => one.of > 0 && one.points !== null);
  const sum = fill(texts.pointsOf, locale, { points: numberIn(locale, points), of: numberIn(locale, of) });
  const open = incomplete === 0 ? null : fill(texts.open, locale, { steps: incomplete });
  return { sum: isTold ? sum : '–', open };
}

function pointsOf(marks: Marks, locale: Locale): Html {
  const { sum, open } = toldPoints(marks, locale);
  return html`<td>${sum}${open === null ? null : html`<small>${open}</small>`}</td>`;
}
