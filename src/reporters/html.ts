/**
 * `report.html`: one page that needs nothing beside it, says everything without script too, and can be printed. However
 * large the run, it stays below two megabytes: what it leaves out is in findings.csv and diff.csv.
 */

import { COVERAGE_WORDS } from './coverage-words.ts';
import { newChangeSorter } from './page/change-lists.ts';
import { CHANGES_PER_KIND, changes } from './page/changes.ts';
import { charts } from './page/charts.ts';
import { decisionBar } from './page/decision-bar.ts';
import { FINDINGS_PER_RULE, findings } from './page/findings.ts';
import { inputs, notChecked, ownFiles, waivers } from './page/grounds.ts';
import { labels } from './page/labels.ts';
import { html as markup } from './page/markup.ts';
import { contents, figures, todo, verdict } from './page/overview.ts';
import type { Page } from './page/page.ts';
import type { PageData } from './page/page-data.ts';
import { newPriceCounter } from './page/price-statistics.ts';
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from './page/script-text.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page/style.ts';
import { PAGE_WORDS } from './page/words.ts';
import type { Reporter } from './reporter.ts';
import type { Result } from './result.ts';
import { checksumOf } from './result-text.ts';
import { runName } from './run-name.ts';
import { WORDS } from './words.ts';

export const html: Reporter = {
  format: 'html',
  file: 'report.html',
  async *render(run, { language }) {
    const { result } = run;
    const page: Page = {
      run,
      result,
      language,
      currency: result.agreement?.currency,
      words: WORDS[language],
      own: PAGE_WORDS[language],
    };
    const found = await run.grouped(FINDINGS_PER_RULE);
    const sorter = newChangeSorter(CHANGES_PER_KIND);
    const prices = newPriceCounter();
    for await (const change of run.changes()) {
      sorter.add(change);
      prices.add(change);
    }
    yield head(page);
    yield markup`<main id="content">\n`.text;
    for (const part of [verdict(page), figures(page), todo(page, found)]) yield part.text;
    yield contents(page, COVERAGE_WORDS[language].title).text;
    yield (await charts(page, found, prices.statistics())).text;
    const shown = findings(page, found);
    for (const part of shown.markup) yield part.text;
    for (const part of [
      changes(page, sorter.lists()),
      labels(page),
      waivers(page),
      ownFiles(page),
      notChecked(page),
      inputs(page),
    ])
      yield part.text;
    yield markup`</main>\n${decisionBar(page)}`.text;
    yield script({
      run: { id: nameOf(result), sha256: checksumOf(result) },
      about: result.catalogue.file,
      rules: shown.rules,
      rows: shown.rows,
      words: page.own.decide.script,
    });
    yield '</body>\n</html>\n';
  },
};

/** As its folder is called, unless another run had the name before. */
function nameOf({ agreement, catalogue, asOf }: Result): string {
  const file = catalogue.file.slice(catalogue.file.lastIndexOf('/') + 1);
  return runName(agreement?.number, file.replace(/(?<=.)\.[^.]*$/, ''), asOf);
}

/** Nothing may be loaded; the one style block and the one script are let in by their hashes. Both are ours and not escaped. */
function head({ result, language, words, own }: Page): string {
  const about = result.agreement?.supplier ?? result.catalogue.file;
  const policy = [
    `default-src 'none'`,
    `style-src '${PAGE_STYLE_HASH}'`,
    `script-src '${PAGE_SCRIPT_HASH}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  const start = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
`;
  const rest = markup`<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.outcome[result.outcome]}: ${about} – ${own.title}</title>
`;
  return `${start.text}<meta http-equiv="Content-Security-Policy" content="${policy}">
${rest.text}<style>${PAGE_STYLE}</style>
</head>
<body>
${markup`<a class="skip" href="#content">${own.skip}</a>\n`.text}`;
}

/** What would end the block, or begin a comment in it, is written as JSON may write it. */
function script(data: PageData): string {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/json" id="data">${json}</script>\n<script>${PAGE_SCRIPT}</script>\n`;
}
