/** A letter as one page that needs nothing beside it: for the browser, for printing, and for pasting into an e-mail. */
import { createHash } from 'node:crypto';
import type { Language } from '../../catalogue/text.ts';
import type { Align, Block, Inline } from './blocks.ts';

/** Paper is white, whatever the screen likes. */
const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0; background: #eceeed; color: #1d2320;
  font: 1rem/1.5 Calibri, Carlito, "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 52rem; margin: 1.5rem auto; background: #fff; padding: 3.5rem 4rem; }
h1 { margin: 1.5rem 0 .75rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h3 { margin: 1.5rem 0 .35rem; font-size: 1rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
ul, ol { margin: .5rem 0; padding-left: 1.5rem; }
li { margin: .25rem 0; }
li > p { margin: 0; }
a { color: #0b5a8a; }
blockquote { margin: .75rem 0; padding-left: 1rem; border-left: 3px solid #d3d9d5; }
hr { border: 0; border-top: 1px solid #d3d9d5; margin: 1.5rem 0; }
.wide { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #d3d9d5; text-align: left; vertical-align: top; }
th { background: #eef1ef; font-weight: 600; }
td { overflow-wrap: anywhere; min-width: 4.5rem; }
.plain td { border: 0; padding: .1rem 1.5rem .1rem 0; }
.plain td:first-child { color: #56615b; white-space: nowrap; width: 1%; }
.right { text-align: right; white-space: nowrap; }
.center { text-align: center; }
@media (max-width: 40rem) { main { margin: 0; padding: 1.5rem 1.25rem; } }
@media print {
  body { background: #fff; font-size: 10.5pt; }
  main { max-width: none; margin: 0; padding: 0; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; }
}
`;
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

export function letterHtml(blocks: readonly Block[], title: string, language: Language): string {
  const policy = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(block).join('')}</main>
</body>
</html>
`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

const DEEPEST = 6;

function block(part: Block): string {
  switch (part.kind) {
    case 'heading': {
      const level = Math.min(part.level, DEEPEST);
      return `<h${level}>${inlines(part.inlines)}</h${level}>\n`;
    }
    case 'paragraph':
      return `<p>${inlines(part.inlines)}</p>\n`;
    case 'quote':
      return `<blockquote>\n${part.blocks.map(block).join('')}</blockquote>\n`;
    case 'list':
      return list(part);
    case 'table':
      return table(part);
    case 'rule':
      return '<hr>\n';
  }
}

function list({ start, items }: Extract<Block, { kind: 'list' }>): string {
  const name = start === undefined ? 'ul' : 'ol';
  const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
  return `<${name}${from}>\n${items.map((item) => `<li>${item.map(block).join('')}</li>\n`).join('')}</${name}>\n`;
}

function table({ align, head, rows }: Extract<Block, { kind: 'table' }>): string {
  const cell = (name: string, scope: string) => (content: readonly Inline[], at: number) =>
    `<${name}${scope}${side(align[at])}>${inlines(content)}</${name}>`;
  const heading =
    head === undefined ? '' : `<thead><tr>${head.map(cell('th', ' scope="col"')).join('')}</tr></thead>\n`;
  const body = rows.map((row) => `<tr>${row.map(cell('td', '')).join('')}</tr>\n`).join('');
  return `<div class="wide"${head === undefined ? '' : ' tabindex="0"'}>
<table${head === undefined ? ' class="plain"' : ''}>
${heading}<tbody>
${body}</tbody>
</table>
</div>
`;
}

function side(align: Align | undefined): string {
  return align === undefined || align === 'left' ? '' : ` class="${align}"`;
}

function inlines(content: readonly Inline[]): string {
  return content.map(inline).join('');
}

function inline(part: Inline): string {
  if (part === 'break') return '<br>';
  let text = escaped(part.text);
  if (part.code) text = `<code>${text}</code>`;
  if (part.italic) text = `<em>${text}</em>`;
  if (part.bold) text = `<strong>${text}</strong>`;
  return part.link === undefined ? text : `<a href="${escaped(part.link)}">${text}</a>`;
}
