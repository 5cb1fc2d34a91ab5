/** Calm, and readable on a phone, on paper and by whoever sees few colours. */
export const reportStyle = `
:root { color-scheme: light dark; --page: light-dark(#fff, #15181c); --ink: light-dark(#1c2126, #e8ebee); --quiet: light-dark(#545c65, #aab3bd); --line: light-dark(#d8dce1, #333a42); --soft: light-dark(#f5f7f9, #1c2126); --accent: light-dark(#07617f, #8bd8f0); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Noto Sans", sans-serif; }
:lang(ja) { line-break: strict; word-break: auto-phrase; overflow-wrap: anywhere; }
main { max-width: 84rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; }
main.one { max-width: 50rem; }
main.class { padding-inline: clamp(1rem, 2.5vw, 3rem); }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; overflow-wrap: anywhere; }
.above { margin: 0; color: var(--quiet); }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; color: var(--quiet); }
.facts div { display: flex; flex-wrap: wrap; gap: .5rem; }
.facts dt::after { content: ":"; }
.facts dd { margin: 0; color: var(--ink); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin: 2rem 0 0; }
.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .6rem; border-block-start: .3rem solid var(--line); background: var(--soft); }
.tiles dd { margin: 0; font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles dt { color: var(--quiet); font-size: .9rem; }
.tiles .tile-finished { border-block-start-color: light-dark(#2f7fc1, #5aa9e6); }
.tiles .tile-notBegun { border-block-start-color: light-dark(#d9762b, #e2925a); }
.tiles .tile-unread { border-block-start-style: dashed; border-block-start-color: var(--quiet); }
.say { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.say li { display: grid; grid-template-columns: 5rem 1fr; gap: 0 1rem; padding: .9rem 1rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--soft); }
.say p { margin: 0; }
.say .count { font-size: 1.4rem; font-variant-numeric: tabular-nums; text-align: end; }
.say .step { color: var(--quiet); font-size: .9rem; }
.say blockquote { margin: .25rem 0 0; }
.say blockquote p { max-width: 65ch; overflow-wrap: anywhere; }
.say blockquote p + p { margin-top: .25rem; color: var(--quiet); font-size: .92rem; }
.wide { overflow-x: auto; max-width: 100%; }
.steps { border-collapse: collapse; width: 100%; max-width: 60rem; font-variant-numeric: tabular-nums; }
.steps caption { text-align: start; color: var(--quiet); font-size: .9rem; padding-bottom: .5rem; }
.steps th, .steps td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: end; font-weight: 400; }
.steps th:first-child { text-align: start; padding-inline-start: 0; }
.steps .none { color: light-dark(#6a727b, #8b949e); }
.steps thead th:first-child, .steps tbody th { min-width: 12rem; }
.steps thead th { font-size: .85rem; color: var(--quiet); vertical-align: bottom; }
.steps th[scope="rowgroup"] { font-weight: 600; padding-top: 1.1rem; }
.steps th b { font-weight: 600; font-variant-numeric: tabular-nums; }
.steps .most { background: light-dark(#fdf1e7, #2e2017); }
.steps .most td:last-child { font-weight: 700; }
.bar { display: block; width: 100%; height: .35rem; margin-top: .25rem; border-radius: .2rem; background: var(--heat-hatch); }
.bar-done { fill: light-dark(#4b93cf, #4d94cc); }
.bar-not { fill: light-dark(#e39a5f, #c97a3c); }
small { font-size: .85em; color: var(--quiet); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .9rem; }
.next { margin-top: 1.5rem; padding: 1rem 1.25rem; border-radius: .6rem; background: var(--soft); border: 1px solid var(--line); border-inline-start: .35rem solid var(--accent); }
.next h2 { margin: 0 0 .5rem; }
.next p { margin: .35rem 0; overflow-wrap: anywhere; }
code { font: .9em ui-monospace, SFMono-Regular, Consolas, monospace; background: light-dark(#e9edf1, #272d34); padding: .1rem .35rem; border-radius: .25rem; overflow-wrap: anywhere; }
.mine { list-style: none; padding: 0; margin: 0; }
.mine > li { display: grid; grid-template-columns: 2.1rem 1fr; gap: 0 .75rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.mine .sign { width: 2.1rem; height: 1.6rem; line-height: 1.6rem; text-align: center; border-radius: .25rem; border: 1px solid var(--line); }
.mine p { margin: .15rem 0; overflow-wrap: anywhere; }
.mine .word { color: var(--quiet); font-size: .9rem; }
.mine .then::before { content: "→ " / ""; }
details { margin-top: .35rem; font-size: .9rem; }
summary { cursor: pointer; color: var(--accent); width: fit-content; }
.evidence { border-collapse: collapse; margin-top: .35rem; font-size: .85rem; }
.evidence th, .evidence td { text-align: start; vertical-align: top; font-weight: 400; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.evidence thead th { color: var(--quiet); border-top: 0; }
@media (max-width: 40rem) {
  main { padding-top: 1.25rem; }
  h1 { font-size: 1.5rem; }
  .tiles { grid-template-columns: repeat(2, 1fr); gap: .5rem; }
  .tiles dd { font-size: 1.5rem; }
  .say li { grid-template-columns: 1fr; }
  .say .count { text-align: start; }
  .steps { font-size: .9rem; }
  .steps th, .steps td { padding-inline: .2rem; }
  .steps thead th:first-child, .steps tbody th { min-width: 5.4rem; overflow-wrap: anywhere; }
  .steps thead th { font-size: .7rem; min-width: 2.2rem; }
}
@media (max-width: 23rem) { .steps thead th { overflow-wrap: anywhere; hyphens: auto; } }
@page { size: A4; margin: 14mm; }
@page wide { size: A4 landscape; margin: 12mm; }
@media print {
  :root { color-scheme: light; font-size: 10pt; }
  h1 { font-size: 1.6rem; }
  h2 { margin-block: 1.5rem .5rem; }
  .tiles { margin-top: 1rem; }
  .tiles div, .say li { padding-block: .45rem; }
  .tiles dd { font-size: 1.5rem; }
  .say { gap: .4rem; }
  .mine > li { padding-block: .3rem; }
  main { max-width: none; padding: 0; }
  main.class { page: wide; }
  a { color: inherit; text-decoration: none; }
  h2, h3 { break-after: avoid; }
  .say li, .tiles, .steps tr, .mine > li, .next { break-inside: avoid; }
  .bar, .tiles div, .mine .sign { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .wide { overflow: visible; }
  details { display: none; }
}
`;
