import { numbersIn } from '#labs/kit/numbers.ts';
import { fill, type Locale, locales } from '#labs/kit/text.ts';
import { texts as heatTexts } from '../grading/reports/heat-map.texts.ts';
import { heatMap, signKey, stepKey } from '../grading/reports/heat-map.ts';
import { type Html, html } from '../grading/reports/html.ts';
import { fullNames, initialNames } from '../grading/reports/labels.ts';
import { signs } from '../grading/reports/step-sign.ts';
import { texts } from './class-page.texts.ts';
import { signNames } from './class-rows.ts';
import { talkOf } from './class-talk.ts';
import type { ClassView } from './class-view.ts';
import type { RoundReport, TalkItem } from './class-wire.ts';

export interface ClassPageOptions {
  locale: Locale;
  initials: boolean;
  /** Whether the page may be asked for with names again. */
  mayShowNames: boolean;
}

/** The board as it stands now: whole without a script, and the script keeps it so. */
export function classPage(view: ClassView, { locale, initials, mayShowNames }: ClassPageOptions): string {
  const { file, labs, round } = view;
  const marks = view.rows.marks();
  const say = (key: PlainKey) => texts[key][locale];
  const title = fill(texts.title, locale, { name: file.name });
  const { stuck, near } = talkOf(marks, labs, locale);
  const { nameOf } = initials ? initialNames(file) : fullNames;
  const here = (to: { lang?: Locale; initials?: boolean }) =>
    address(file.name, { lang: locale, initials, ...to });
  return [
    pageHead(locale, title).markup,
    html`<main id="board" data-events="/class/${file.name}/events?lang=${locale}" data-instance="${view.instance}" data-seq="${view.seq}" data-shape="${view.shape}" data-round="${JSON.stringify(round)}" data-words="${JSON.stringify(wordsOf(locale, file.name))}" data-signs="${JSON.stringify(signsOf(locale))}">
<header><h1>${title}</h1>
<p class="status">${statusOf(round, locale)}</p>
<p class="note" id="note">${noteOf(round, locale, file.name)}</p>
<p class="line" id="line" role="status"></p>
<noscript><p class="line">${say('noScript')} <a href="">${say('refresh')}</a></p></noscript>
<p class="over" id="over" role="status"></p></header>
<div class="talk">
${talkList('stuck', stuck, locale)}${talkList('near', near, locale)}</div>
`.markup,
    ...heatMap(marks, { labs, locale, nameOf }),
    html`<details><summary>${say('signs')}</summary>${signKey(locale)}</details>
<details><summary>${say('steps')}</summary>${stepKey(labs, locale)}</details>
<footer><p>${say('private')}</p>
<nav aria-label="${say('languages')}">${locales.map((lang) => html`<a href="${here({ lang })}" lang="${lang}"${lang === locale ? html` aria-current="true"` : null}>${languageNames[lang]}</a> `)}</nav>
${mayShowNames ? html`<p><a href="${here({ initials: !initials })}">${initials ? say('names') : say('initials')}</a></p>` : null}</footer>
</main></body></html>
`.markup,
  ].join('');
}

/** Where there is more than one class, or none. */
export function classList(names: readonly string[], locale: Locale): string {
  const list =
    names.length === 0
      ? html`<p>${texts.noClass[locale]}</p>`
      : html`<ul>${names.map((name) => html`<li><a href="${address(name, { lang: locale })}">${name}</a></li>`)}</ul>`;
  return html`${pageHead(locale, texts.classes[locale])}<main><h1>${texts.classes[locale]}</h1>${list}</main></body></html>
`.markup;
}

const languageNames: Readonly<Record<Locale, string>> = { en: 'English', ja: '日本語', vi: 'Tiếng Việt' };

type PlainKey = {
  [Key in keyof typeof texts]: (typeof texts)[Key]['en'] extends `${string}{${string}` ? never : Key;
}[keyof typeof texts];

function pageHead(locale: Locale, title: string): Html {
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/class/board.css"><script type="module" src="/class/board.js"></script></head>
<body>
`;
}

function address(name: string, { lang, initials }: { lang: Locale; initials?: boolean }): string {
  return `/class/${name}?lang=${lang}${initials ? '&initials=1' : ''}`;
}

/** Without the time to the next round: that runs, and only a script can follow. */
function statusOf({ at, number, looked, asked }: RoundReport, locale: Locale): string {
  if (at === null) return texts.nobody[locale];
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
  const counts = numbersIn(locale, { looked, asked });
  return number === null
    ? fill(texts.last, locale, { time, ...counts })
    : fill(texts.round, locale, { ...numbersIn(locale, { number }), time, ...counts });
}

function noteOf({ number, trouble }: RoundReport, locale: Locale, name: string): string {
  if (trouble !== null) return fill(texts.trouble, locale, { trouble });
  return number === null ? fill(texts.notWatched, locale, { name }) : '';
}

function talkList(kind: 'stuck' | 'near', items: readonly TalkItem[], locale: Locale): Html {
  const none = html`<li>${texts[kind === 'stuck' ? 'stuckNone' : 'nearNone'][locale]}</li>`;
  const list = items.map(
    ({ learners, step, say }) =>
      html`<li><b>${fill(texts.times, locale, numbersIn(locale, { learners }))}</b> <span>${step}</span>${say === null ? null : html`<q>${say}</q>`}</li>`,
  );
  return html`<section aria-labelledby="${kind}-title"><h2 id="${kind}-title">${texts[kind][locale]}</h2><ol id="${kind}">${items.length === 0 ? none : list}</ol></section>
`;
}

/** What the script says, in the page's language. */
function wordsOf(locale: Locale, name: string): Record<string, string> {
  const keys = [
    'round',
    'last',
    'nobody',
    'andNext',
    'next',
    'now',
    'trouble',
    'lost',
    'back',
    'stuckNone',
    'nearNone',
    'times',
  ] as const;
  return {
    ...Object.fromEntries(keys.map((key) => [key, texts[key][locale]])),
    notWatched: fill(texts.notWatched, locale, { name }),
  };
}

function signsOf(locale: Locale): Array<[name: string, glyph: string, words: string]> {
  return signNames.map((sign) => [sign, signs[sign], ` ${heatTexts[sign][locale]}`]);
}
