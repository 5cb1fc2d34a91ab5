import { heatMapStyle } from '../grading/reports/heat-map-style.ts';

/**
 * Widths that the head alone decides: with a class of a thousand, the browser does not measure every cell again whenever one
 * changes.
 */
const widths = Array.from(
  { length: 12 },
  (_, at) => `.heat th[colspan="${at + 1}"] { width: ${((at + 1) * 1.8).toFixed(1)}rem; }`,
).join('\n');

/** Large enough for the last row of a class room, narrow enough for a phone. */
export const classPageStyle = `${heatMapStyle}
:root { color-scheme: light dark; --ink: light-dark(#1b2026, #e6e9ed); --soft: light-dark(#4a525c, #b3bbc4); --link: light-dark(#07617f, #7fd3ee); --care: light-dark(#8a3500, #ffb98a); --card: light-dark(#f5f7f9, #1d2126); }
@media (min-width: 105rem) { html { font-size: 118%; } }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--heat-page); }
main { padding: 1rem clamp(.75rem, 2vw, 2rem); }
h1 { font-size: 1.5rem; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .4rem; }
header p { margin: .25rem 0; }
header p:empty { display: none; }
.status { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.note, .over, footer { color: var(--soft); }
.line { color: var(--care); font-weight: 600; }
[data-lost] .heat, [data-lost] .talk { filter: grayscale(1); }
a { color: var(--link); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .2rem; }
.talk { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin: 1rem 0; }
.talk section { padding: .75rem 1rem; border: 1px solid var(--heat-line); border-radius: .5rem; background: var(--card); }
.talk ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .4rem 1.5rem; }
@media (min-width: 64rem) { .talk { grid-template-columns: 1fr 2fr; } #near { grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); } }
.talk b { font-variant-numeric: tabular-nums; margin-inline-end: .25rem; }
.talk q { display: block; color: var(--soft); quotes: none; overflow-wrap: anywhere; }
:lang(ja) q, :lang(ja) li { word-break: auto-phrase; }
.heat { width: auto; }
.heat table { table-layout: fixed; width: 100%; }
.heat th { box-sizing: border-box; }
.heat thead tr:first-child th:first-child { width: 9rem; }
.heat thead tr:first-child th:nth-child(2) { width: 6.5rem; }
${widths}
@media (max-width: 40rem) { .heat thead tr:first-child th:first-child { width: 7.5rem; } }
.heat tbody th, .heat tbody td, .heat tbody td:nth-child(2) { min-width: 0; max-width: none; }
.heat tbody bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.heat td[data-new] { box-shadow: inset 0 0 0 3px var(--link); animation: is-new 1.2s ease-out 2; }
@keyframes is-new { from { box-shadow: inset 0 0 0 .6rem var(--link); } }
@media (prefers-reduced-motion: reduce) { .heat { width: auto; }
.heat table { table-layout: fixed; width: 100%; }
.heat th { box-sizing: border-box; }
.heat thead tr:first-child th:first-child { width: 9rem; }
.heat thead tr:first-child th:nth-child(2) { width: 6.5rem; }
${widths}
@media (max-width: 40rem) { .heat thead tr:first-child th:first-child { width: 7.5rem; } }
.heat tbody th, .heat tbody td, .heat tbody td:nth-child(2) { min-width: 0; max-width: none; }
.heat tbody bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.heat td[data-new] { animation: none; } }
.heat caption { max-width: 80vw; box-sizing: border-box; }
/* On a projector the map comes first: fewer words, lower rows. */
@media (min-width: 105rem) {
  .talk li:nth-child(n + 4) { display: none; }
  .heat thead tr:first-child th:nth-child(2) { width: 11.5rem; }
  .heat td small { display: inline; margin-inline-start: .5em; }
  .heat tbody th, .heat tbody td { padding-block: .15rem; }
}
details { margin: .75rem 0; }
summary { cursor: pointer; width: fit-content; }
footer { margin-top: 1.5rem; font-size: .9rem; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; }
footer p { margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: .75rem; }
nav [aria-current] { color: inherit; text-decoration: none; font-weight: 600; }
@media (forced-colors: active) { .heat td[data-new] { outline: 2px solid Highlight; outline-offset: -2px; } }
@media print { .talk, footer, .line { display: none; } }
`;
