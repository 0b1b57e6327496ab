/** The page's one style block, and the hash by which the page's policy lets it in. */
import { createHash } from 'node:crypto';

export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f5; --card: #ffffff; --ink: #1d2320; --soft: #56615b; --line: #d9dfdb; --link: #0b5a8a;
  --good: #1c6b3a; --good-soft: #e3f2e8; --some: #8a5200; --some-soft: #fdf0dc; --bad: #a3201c; --bad-soft: #fbe6e4;
  --plain-soft: #eaeeec; --kept: #2f5f9e; --corrected: #6a8f3c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141816; --card: #1d2320; --ink: #e8ede9; --soft: #a9b4ad; --line: #38413c; --link: #8cc8ee;
    --good: #7fd3a0; --good-soft: #1b3325; --some: #f0bd6a; --some-soft: #3a2c14; --bad: #ff9f97; --bad-soft: #45201e;
    --plain-soft: #2a322e; --kept: #8ab4ec; --corrected: #a9cc78;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
a { color: var(--link); }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { margin: 0; font-size: 1.5rem; line-height: 1.3; text-wrap: balance; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; }
p { margin: .5rem 0; max-width: 46rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
.verdict {
  border-left: .5rem solid var(--soft); background: var(--plain-soft); padding: 1.125rem 1.375rem;
  border-radius: .375rem;
}
.verdict p { margin: .75rem 0 0; }
.verdict ul { margin: .25rem 0 0; padding-left: 1.25rem; }
.about { margin: 1.25rem 0 0; }
.about div { display: grid; grid-template-columns: 6.5rem 1fr; }
.about dt { color: var(--soft); }
.about dd { margin: 0; overflow-wrap: anywhere; }
.approved { border-color: var(--good); background: var(--good-soft); }
.partly { border-color: var(--some); background: var(--some-soft); }
.refused { border-color: var(--bad); background: var(--bad-soft); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .875rem; margin: 1rem 0 0; }
.figures div {
  display: flex; flex-direction: column; background: var(--card); border: 1px solid var(--line);
  border-radius: .375rem; padding: .75rem 1rem;
}
.figures dt { order: 1; color: var(--soft); font-size: .9rem; }
.figures dd { margin: 0; }
.figures .number { order: 2; font-size: 2rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.figures .note { order: 3; color: var(--soft); font-size: .9rem; }
.todo { padding-left: 1.5rem; max-width: 46rem; }
.todo li { margin: .375rem 0; }
.shares { display: block; width: 100%; height: 1.25rem; border-radius: .375rem; margin: .75rem 0; }
.shares .asSent { fill: var(--good); }
.shares .corrected { fill: var(--corrected); }
.shares .keptPrevious { fill: var(--kept); }
.shares .withheld { fill: var(--bad); }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; margin: .5rem 0; }
.legend svg { width: .8rem; height: .8rem; margin-right: .4rem; }
.legend .asSent rect { fill: var(--good); }
.legend .corrected rect { fill: var(--corrected); }
.legend .keptPrevious rect { fill: var(--kept); }
.legend .withheld rect { fill: var(--bad); }
details { background: var(--card); border: 1px solid var(--line); border-radius: .375rem; margin: .625rem 0; }
summary { cursor: pointer; padding: .75rem 1rem; display: flex; gap: .875rem; align-items: baseline; }
summary::-webkit-details-marker { display: none; }
summary::after {
  content: ""; margin-left: auto; flex: none; width: .5rem; height: .5rem; align-self: center;
  border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg);
}
details[open] > summary::after { transform: rotate(225deg); }
details[open] > summary { border-bottom: 1px solid var(--line); }
details > div { padding: .5rem 1rem 1rem; }
details.steps { background: none; border: 0; margin: .25rem 0 0; }
details.steps ol { margin: .25rem 0; padding-left: 1.5rem; }
summary b { font-weight: 600; }
.count {
  flex: none; min-width: 2.75rem; padding: 0 .5rem; text-align: center; border-radius: 1rem; font-weight: 650;
  font-variant-numeric: tabular-nums; background: var(--plain-soft);
}
.error .count { background: var(--bad-soft); color: var(--bad); }
.warning .count { background: var(--some-soft); color: var(--some); }
code { font: .85em ui-monospace, "Cascadia Mono", Consolas, Menlo, monospace; color: var(--soft); }
.hash { overflow-wrap: anywhere; }
.wide { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
caption { text-align: left; color: var(--soft); padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .875rem .4rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; white-space: normal; }
td { overflow-wrap: break-word; min-width: 4rem; }
td.item { min-width: 6rem; }
td.words { min-width: 14rem; }
td.amount, th.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr:last-child > * { border-bottom: 0; }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000; }
  body { font-size: 10pt; }
  .skip { display: none; }
  main { max-width: none; padding: 0; }
  details::details-content { content-visibility: visible; display: block; }
  tr, .figures div, summary { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .wide { overflow: visible; }
  summary::after { display: none; }
}
`;

/** For `style-src` of a content security policy. */
export const PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`;
