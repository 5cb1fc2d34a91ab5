/**
 * Blue and orange are told apart by everybody, also in grey; what nobody could see is hatched. On paper nothing sticks and
 * nothing scrolls.
 */
export const heatMapStyle = `
:root {
  --heat-done: light-dark(#cfe4f7, #123a5c); --heat-done-ink: light-dark(#0a3a63, #cfe6fb);
  --heat-not: light-dark(#fbdcc4, #5a2a0c); --heat-not-ink: light-dark(#6d2a00, #ffdcc2);
  --heat-set: light-dark(#e7def5, #392a57); --heat-set-ink: light-dark(#43286f, #e6dafa);
  --heat-hatch: light-dark(#e4e7eb, #30353c); --heat-ink: light-dark(#3c434b, #c5ccd4);
  --heat-page: light-dark(#fff, #15181c); --heat-line: light-dark(#c9ced4, #3a4048);
}
.heat { overflow: auto; max-height: 85vh; max-width: 100%; width: fit-content; border: 1px solid var(--heat-line); border-radius: .5rem; background: var(--heat-page); }
.heat:focus-visible { outline: 3px solid light-dark(#07617f, #7fd3ee); outline-offset: 2px; }
.heat table { border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; line-height: 1.3; }
.heat caption { position: sticky; left: 0; text-align: start; padding: .6rem .75rem; font-weight: 600; width: fit-content; }
.heat i { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.heat th, .heat td { position: relative; padding: .3rem .15rem; text-align: center; vertical-align: middle; border-top: 1px solid var(--heat-line); font-weight: 400; }
.heat thead th { position: sticky; top: 0; z-index: 2; background: var(--heat-page); font-size: .8rem; vertical-align: bottom; }
.heat thead tr:first-child th { height: 4.6rem; box-sizing: border-box; font-size: .75rem; border-inline-start: 1px solid var(--heat-line); }
.heat thead tr:first-child th span { font-weight: 700; }
.heat thead tr + tr th { top: 4.6rem; }
.heat tbody th, .heat thead tr:first-child th:first-child { position: sticky; left: 0; text-align: start; padding-inline: .75rem .5rem; background: var(--heat-page); border-inline-start: 0; }
.heat tbody th { z-index: 1; min-width: 8rem; max-width: 15rem; overflow-wrap: anywhere; }
.heat thead tr:first-child th:first-child { z-index: 3; }
.heat small { display: block; font-size: .75rem; color: var(--heat-ink); }
.heat tbody td { min-width: 1.75rem; height: 1.9rem; }
.heat .first { border-inline-start: 1px solid var(--heat-line); }
.heat tbody td:nth-child(2) { min-width: 4.5rem; text-align: end; padding-inline: .5rem; white-space: nowrap; }
.s-credited, .s-late, .s-claimed, .s-provided { background: var(--heat-done); color: var(--heat-done-ink); }
.s-late { background: linear-gradient(135deg, var(--heat-done) 50%, var(--heat-page) 50%); }
.s-claimed, .s-provided { background: var(--heat-page); box-shadow: inset 0 0 0 3px var(--heat-done); }
.s-not-yet { background: var(--heat-not); color: var(--heat-not-ink); font-weight: 600 !important; }
.s-unknown, .s-waiting, .s-blocked, .s-unseen { background: repeating-linear-gradient(135deg, var(--heat-hatch) 0 4px, var(--heat-page) 4px 8px); color: var(--heat-ink); }
.s-exempt { color: var(--heat-ink); }
.s-set { background: var(--heat-set); color: var(--heat-set-ink); }
.signs { display: flex; flex-wrap: wrap; gap: .4rem 1.25rem; margin: .75rem 0; font-size: .85rem; }
.signs div { display: flex; gap: .5rem; align-items: center; }
.signs dt { width: 1.9rem; height: 1.5rem; line-height: 1.5rem; text-align: center; border: 1px solid var(--heat-line); border-radius: .25rem; }
.signs dd { margin: 0; }
.step-key { columns: 16rem; column-gap: 2rem; padding: 0; margin: 1rem 0; list-style: none; font-size: .85rem; }
.step-key > li { break-inside: avoid; margin-bottom: .75rem; }
.step-key ol { list-style: none; padding: 0; margin: .15rem 0 0; }
.step-key li b { font-weight: 600; }
@media (max-width: 40rem) { .heat tbody th { min-width: 6rem; max-width: 8.5rem; } }
@media (forced-colors: active) { .heat td, .signs dt { border: 1px solid CanvasText; } }
@media print {
  .heat { overflow: visible; max-height: none; width: auto; border: 0; }
  .heat table { width: 100%; font-size: .7rem; table-layout: fixed; }
  .heat small { font-size: .58rem; }
  .heat thead tr:first-child th { font-size: .62rem; }
  .heat thead tr:first-child th:first-child { width: 13%; }
  .heat thead tr:first-child th:nth-child(2) { width: 6.5%; }
  .heat thead th, .heat tbody th, .heat thead tr:first-child th:first-child, .heat caption { position: static; }
  .heat thead tr:first-child th { height: auto; max-width: none; }
  .heat thead tr + tr th { font-size: .62rem; padding-inline: 0; }
  .heat tbody td, .heat tbody td:nth-child(2) { min-width: 0; height: auto; padding: .12rem; }
  .heat tbody th { min-width: 0; padding-inline: .2rem; }
  .heat tr { break-inside: avoid; }
  .heat td, .signs dt { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
