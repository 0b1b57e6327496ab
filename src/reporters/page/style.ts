/** The page's one style block, and the hash by which the page's policy lets it in. */
import { createHash } from 'node:crypto';

/** Colours by what they mean, on light and on dark ground; each reaches the contrast that WCAG 2.2 AA asks for. */
const COLOURS = `
:root {
  color-scheme: light dark;
  --page: #f7f8f6; --card: #ffffff; --sunk: #eef1ee; --ink: #1b211e; --soft: #545f59; --line: #dbe0dc; --edge: #87918b;
  --link: #0a558c; --on-link: #ffffff;
  --good: #1a6a39; --good-soft: #e4f3e9; --some: #885000; --some-soft: #fdf1de; --bad: #a3201c; --bad-soft: #fbe7e5;
  --ins: #d8f0df; --del: #fbdcd9;
  --chart-line: #b5beb8; --chart-up: #b4690e; --chart-down: #2b7a78; --chart-error: #b23a35; --chart-warning: #b4690e;
  --chart-info: #55708a; --chart-now: #1f6e5a; --chart-before: #8b9690;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121614; --card: #1a1f1c; --sunk: #232a26; --ink: #e7ece8; --soft: #a7b2ac; --line: #333c37; --edge: #7c8781;
    --link: #86c5ef; --on-link: #0b1a24;
    --good: #7dd3a0; --good-soft: #173022; --some: #f0bd6a; --some-soft: #35290f; --bad: #ff9f97; --bad-soft: #421d1b;
    --ins: #1d4a2e; --del: #5a2522;
    --chart-line: #4b5650; --chart-up: #d9953c; --chart-down: #5cb3b0; --chart-error: #e0736c; --chart-warning: #d9953c;
    --chart-info: #8aa6c1; --chart-now: #58b497; --chart-before: #7d8882;
  }
}`;

const TEXT = `
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
section { margin: 0; }
h1 { margin: 0; font-size: clamp(1.3rem, 1.05rem + 1.1vw, 1.75rem); line-height: 1.3; font-weight: 650; text-wrap: balance; }
h2 { margin: 3rem 0 .875rem; font-size: 1.3rem; line-height: 1.3; font-weight: 650; }
h3 { margin: 1.75rem 0 .625rem; font-size: 1.0625rem; line-height: 1.4; font-weight: 650; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); text-underline-offset: .15em; }
code { font: .85em ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; color: var(--soft); overflow-wrap: anywhere; }
ins, del { text-decoration-thickness: 1px; border-radius: 2px; padding: 0 .1em; }
ins { background: var(--ins); }
del { background: var(--del); }
.soft { color: var(--soft); font-size: .9rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -99rem; z-index: 3; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:root:not(.scripted) .js, [hidden] { display: none !important; }`;

const TOP = `
.verdict { display: flex; gap: 1.125rem; padding: 1.375rem 1.5rem; border-radius: .5rem; background: var(--sunk); }
.verdict p { margin: .625rem 0 0; }
.verdict .eyebrow { margin: 0 0 .25rem; color: var(--ink); font-size: .9rem; }
.sign { flex: none; width: 2.75rem; height: 2.75rem; padding: .625rem; border-radius: 50%; background: var(--soft); }
.sign path { fill: none; stroke: var(--card); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.approved .sign { background: var(--good); }
.partly .sign { background: var(--some); }
.refused .sign { background: var(--bad); }
.verdict.approved { background: var(--good-soft); }
.verdict.partly { background: var(--some-soft); }
.verdict.refused { background: var(--bad-soft); }
.about { margin: 1rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: .125rem 2rem; font-size: .925rem; }
.about div { display: grid; grid-template-columns: 6.5rem 1fr; }
.about dt { color: var(--soft); }
.about dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1px; margin: 1.5rem 0 0; background: var(--line); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.figures div { display: flex; flex-direction: column; background: var(--card); padding: 1rem 1.25rem 1.125rem; }
.figures dt { color: var(--soft); font-size: .9rem; }
.figures dd { margin: 0; }
.figures .number { font-size: 2rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; font-variant-numeric: tabular-nums; }
.figures .number span { font-size: .6em; }
.figures .unknown { font-size: 1.25rem; line-height: 2.08; letter-spacing: 0; font-weight: 600; color: var(--soft); }
.figures .note { color: var(--soft); font-size: .875rem; line-height: 1.45; }
.todo { padding-left: 1.375rem; max-width: 48rem; margin: 0; }
.todo li { margin: .375rem 0; padding-left: .25rem; }
.todo li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.contents ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.375rem; padding: .75rem 0; margin: 2rem 0 0; border: solid var(--line); border-width: 1px 0; }
.contents a { display: inline-block; padding: .25rem 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1rem; }
.card { margin: 0; min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1.125rem 1.25rem; }
.card:not(:has(svg)) { align-self: start; }
.card h3 { margin: 0; }
.card figcaption p { margin: .25rem 0 .75rem; color: var(--soft); font-size: .9rem; }
svg.chart { display: block; width: 100%; max-width: 31rem; height: auto; }
svg.chart text { font-family: inherit; font-variant-numeric: tabular-nums; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .125rem 1rem; margin: .5rem 0 0; padding: 0; font-size: .875rem; }
.legend svg { width: .75rem; height: .75rem; margin-right: .375rem; vertical-align: -.05em; }`;

const LISTS = `
details { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; min-width: 0; }
summary { cursor: pointer; padding: .6875rem 1rem; display: flex; gap: .875rem; align-items: baseline; border-radius: .5rem; }
summary > * { min-width: 0; }
summary::-webkit-details-marker { display: none; }
summary::after { content: ""; margin-left: auto; flex: none; width: .5rem; height: .5rem; align-self: center; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg); }
details[open] > summary::after { transform: rotate(225deg); }
details > div { padding: .25rem 1rem 1rem; }
summary b { font-weight: 600; }
.yearly { color: var(--soft); }
.count { flex: none; min-width: 3rem; padding: .0625rem .5rem; text-align: center; border-radius: 1rem; font-weight: 650; font-size: .9rem; font-variant-numeric: tabular-nums; background: var(--sunk); }
.error .count { background: var(--bad-soft); color: var(--bad); }
.warning .count { background: var(--some-soft); color: var(--some); }
details.quiet, details.steps { background: none; border: 0; margin: .375rem 0 0; }
details.quiet > summary, details.steps > summary { display: inline-block; padding: .125rem 0; color: var(--link); text-decoration: underline; text-underline-offset: .15em; }
details.quiet > summary::after, details.steps > summary::after { display: none; }
details.quiet > div { padding: 0; }
details.quiet ul { margin: .25rem 0 0; padding-left: 1.25rem; }
details.steps ol { margin: .25rem 0; padding-left: 1.5rem; color: var(--soft); }
.verdict details.quiet > summary { color: inherit; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0 0 1rem; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { color: var(--soft); font-size: .9rem; }
.counts dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }`;

const TABLES = `
.wide { overflow-x: auto; margin: .75rem 0 0; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding: 0 0 .375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 600; font-size: .85rem; color: var(--soft); white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 600; }
td { overflow-wrap: anywhere; }
td.short { white-space: nowrap; overflow-wrap: normal; }
td.long { min-width: 9rem; }
th.item { min-width: 9rem; max-width: 18rem; overflow-wrap: anywhere; }
td.words { min-width: 14rem; max-width: 34rem; overflow-wrap: break-word; }
td.amount, th.amount { text-align: right; white-space: nowrap; }
td.pick { min-width: 0; width: 2rem; padding-right: .5rem; }
tr:last-child > * { border-bottom: 0; }
.name, .place { display: block; font-weight: 400; }
.place { color: var(--soft); font-size: .85rem; }
.hash { overflow-wrap: anywhere; }
.cards .wide table, .cards .wide td { font-size: .9rem; }`;

const CONTROLS = `
input, select, button { font: inherit; color: inherit; }
input[type=search], input:not([type]), input[type=date], select { background: var(--card); border: 1px solid var(--edge); border-radius: .375rem; padding: .375rem .5rem; min-height: 2.25rem; width: 100%; }
input[type=checkbox], input[type=radio] { width: 1.125rem; height: 1.125rem; margin: .125rem .375rem .125rem 0; vertical-align: -.2em; accent-color: var(--link); }
button { background: var(--card); border: 1px solid var(--edge); border-radius: .375rem; padding: .375rem .875rem; min-height: 2.25rem; cursor: pointer; }
button.primary { background: var(--link); border-color: var(--link); color: var(--on-link); font-weight: 600; }
label { font-size: .9rem; }
.pick { font-size: 1rem; }
.filter { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr)); gap: .75rem; align-items: end; background: var(--sunk); border-radius: .5rem; padding: 1rem 1.125rem; margin: 1rem 0; }
.filter .search { grid-column: span 2; }
.filter p { grid-column: 1 / -1; margin: 0; max-width: none; }
.filter p:empty { display: none; }
.cause { margin-bottom: 0; }
.decision { display: inline-block; margin: .125rem 0 0 .25rem; padding: 0 .5rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; background: var(--sunk); }
.decision.accept { background: var(--good-soft); color: var(--good); }
.decision.keepPrevious { background: var(--some-soft); color: var(--some); }
.decision.drop { background: var(--bad-soft); color: var(--bad); }
.decide { position: sticky; bottom: 0; z-index: 2; max-height: 60vh; overflow: auto; background: var(--card); border-top: 1px solid var(--edge); box-shadow: 0 -.25rem 1rem rgb(0 0 0 / .12); padding: .75rem max(1.25rem, calc((100% - 73.5rem) / 2)); }
.deciding { scroll-padding-bottom: 14rem; }
.decide form, .made { display: flex; flex-wrap: wrap; gap: .625rem .875rem; align-items: end; }
.made { align-items: center; }
.decide form + .made:not([hidden]) { padding-top: .625rem; }
.decide p { margin: 0; }
.decide .chosen { font-weight: 600; align-self: center; min-width: 5rem; }
.decide fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-self: center; }
.decide .reason { flex: 1 1 11rem; }
.decide .until { flex: 0 1 9.5rem; }
.decide details { flex: 1 1 16rem; margin: 0; }
.decide ul { list-style: none; margin: 0; padding: 0 1rem .5rem; }
.decide li { display: flex; gap: 1rem; align-items: center; justify-content: space-between; padding: .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.decide li button { flex: none; min-width: 2.25rem; padding: 0; }
@media (max-width: 40rem) {
  main { padding: 1rem 1rem 3rem; }
  .verdict { flex-direction: column; gap: .75rem; padding: 1.125rem; }
  .about div { grid-template-columns: 5.5rem 1fr; }
  .figures { grid-template-columns: 1fr 1fr; }
  .figures div { padding: .75rem .875rem; }
  .figures .number { font-size: 1.375rem; }
  .figures .unknown { font-size: 1.0625rem; line-height: 1.83; }
  .filter .search { grid-column: 1 / -1; }
  summary { gap: .625rem; padding: .625rem .75rem; }
  details > div { padding: .25rem .75rem .75rem; }
}`;

const PRINT = `
@media print {
  :root { --page: #fff; --card: #fff; --sunk: #f2f2f2; --ink: #000; --soft: #444; --line: #bbb; --link: #000; color-scheme: light; }
  html { font-size: 8.5pt; }
  .skip, .js, .contents, .card details, summary::after { display: none !important; }
  main { max-width: none; padding: 0; }
  details::details-content { content-visibility: visible; display: block; }
  details { border: 0; margin: 0; }
  summary { padding: .5rem 0 0; }
  details > div { padding: 0; }
  details > div > p { margin: .25rem 0; }
  h2 { margin-top: 1.5rem; }
  tr, .card, .figures div, summary { break-inside: avoid; }
  h2, h3, summary, caption { break-after: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; margin: .25rem 0 0; }
  .figures { grid-template-columns: repeat(4, 1fr); }
  .cards { grid-template-columns: 1fr 1fr; }
  th, td { padding: .25rem .5rem .25rem 0; }
  th, td, thead th, td.words, td.long, td.short, td.amount, th.amount, th.item { min-width: 0; white-space: normal; }
  td.short, td.amount, th.amount { overflow-wrap: normal; }
}
`;

export const PAGE_STYLE = COLOURS + TEXT + TOP + LISTS + TABLES + CONTROLS + PRINT;

/** For `style-src` of a content security policy. */
export const PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`;
