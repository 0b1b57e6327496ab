/** What somebody may write into a catalogue who means harm, or whose system is broken. */

export const HOSTILE_TEXTS: readonly string[] = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked = 2">',
  "'><svg onload=window.hacked=3>",
  '</script><script>window.hacked = 4</script>',
  '</style><script>window.hacked = 5</script>',
  'javascript:window.hacked=6',
  '{{constructor.constructor("window.hacked = 7")()}}',
  '&lt;script&gt;window.hacked = 8&lt;/script&gt;',
  '\u202egnirts desrever\u202c \u2066\u2067\u2068',
  'x'.repeat(10_000),
  'æøå '.repeat(2500),
  '😀👩‍👩‍👧‍👦🇳🇴'.repeat(50),
  'z\u0300\u0301\u0302\u0303\u0304\u0305'.repeat(200),
  '\u0000\u0007\u001b[31mrød\u001b[0m',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd',
  '<!-- --><details open ontoggle=window.hacked=9>',
];

const HEADINGS = [
  'Varenr',
  'Varenavn',
  'Beskrivelse',
  'Enhet',
  'Pris',
  'Miljømerke',
  'Varegruppe',
  'UNSPSC',
  'GTIN',
  'Merknad',
  '<b>Ukjent</b>',
];

/** Each text once in every field of a line; the other fields of the line are as they should be. */
export function hostileCatalogue(version: 'before' | 'now'): string {
  const lines = HOSTILE_TEXTS.flatMap((text, at) =>
    HEADINGS.map((_, column) =>
      HEADINGS.map((__, cell) => (cell === column ? changed(text, version) : usual(cell, 100 * at + column, version))),
    ),
  );
  return [HEADINGS, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n');
}

/** So that the diff has words to mark. */
function changed(text: string, version: 'before' | 'now'): string {
  return version === 'now' ? `${text} ny` : `${text} gammel`;
}

function usual(cell: number, line: number, version: 'before' | 'now'): string {
  const price = version === 'now' ? 120 + line : 100 + line;
  const values = [
    `V-${line}`,
    `Vare ${line}`,
    `${version} ${line}`,
    'stk',
    String(price),
    'Svanemerket',
    'Papir',
    '14111507',
    '',
    '',
    'a',
  ];
  return values[cell] ?? '';
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
