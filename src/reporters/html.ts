/**
 * `report.html`: one page that needs nothing beside it, works without script, and can be printed. However large the
 * run, it stays below two megabytes: what it leaves out is in findings.csv and diff.csv.
 */
import { changes } from './page/changes.ts';
import { FINDINGS_PER_RULE, findings } from './page/findings.ts';
import { inputs, notChecked, waivers } from './page/grounds.ts';
import { labels } from './page/labels.ts';
import { type Markup, html as markup } from './page/markup.ts';
import { figures, lineShares, todo, verdict } from './page/overview.ts';
import type { Page } from './page/page.ts';
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page/style.ts';
import { PAGE_WORDS } from './page/words.ts';
import type { Reporter } from './reporter.ts';
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
    yield head(page);
    yield markup`<main id="content">\n`.text;
    for (const part of [verdict(page), figures(page, found), todo(page, found), lineShares(page)]) yield part.text;
    for (const part of findings(page, found)) yield part.text;
    for await (const part of changes(page)) yield part.text;
    yield labels(page).text;
    for (const part of [waivers(page), notChecked(page), inputs(page)]) yield part.text;
    yield markup`</main>\n</body>\n</html>\n`.text;
  },
};

/** Nothing may be loaded or run; the one style block is let in by its hash. The block itself is ours and not escaped. */
function head({ result, language, words, own }: Page): string {
  const about = result.agreement?.supplier ?? result.catalogue.file;
  const policy = `default-src 'none'; style-src '${PAGE_STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  const start: Markup = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.outcome[result.outcome]}: ${about} – ${own.title}</title>
`;
  return `${start.text}<style>${PAGE_STYLE}</style>
</head>
<body>
${markup`<a class="skip" href="#content">${own.skip}</a>\n`.text}`;
}
