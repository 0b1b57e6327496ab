import { expect, it } from 'vitest';
import { blocksOf, plainText } from './blocks.ts';
import { markdownValue } from './markdown-value.ts';

const HOSTILE = [
  'Kopipapir *A4* _80 g_ ~500~ **ark**',
  'a | b | c',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[klikk](javascript:alert(1))',
  '![bilde](https://example.com/a.png)',
  '# Overskrift',
  '- punkt',
  '+ punkt',
  '1. punkt',
  '12) punkt',
  '> sitat',
  '=== ',
  '--- ',
  '`kode` ``mer``',
  'https://example.com/a www.example.com ftp://example.com kari@example.com',
  '&amp; &lt; &#42;',
  'C:\\katalog\\*.xlsx',
  '    fire mellomrom foran',
  "=cmd|' /C calc'!A0",
  '[^1]: fotnote',
  '- [ ] oppgave',
  '{{ deadline }} {% raw %}',
];

it.each(HOSTILE)('%s is the text that it is, wherever it stands', async (value) => {
  const written = markdownValue(value);
  const paragraph = await blocksOf(`${written}\n`);
  expect(paragraph).toHaveLength(1);
  expect(paragraph[0]?.kind).toBe('paragraph');
  const [cell] = (await blocksOf(`| a | b |\n| --- | --- |\n| ${written} | x |\n`)).flatMap((block) =>
    block.kind === 'table' ? block.rows.map(([first]) => first ?? []) : [],
  );
  for (const inlines of [paragraph[0]?.kind === 'paragraph' ? paragraph[0].inlines : [], cell ?? []]) {
    expect(plainText(inlines)).toBe(value.trim());
    expect(inlines.every((part) => part !== 'break' && !part.bold && !part.italic && !part.code && !part.link)).toBe(
      true,
    );
  }
});

it('is one line, cut where it is long, without signs that turn it around', () => {
  expect(markdownValue('en\r\nto\tre')).toBe('en to re');
  expect(markdownValue('a\u202eb\u0007')).toBe('a\ufffdb\ufffd');
  expect(markdownValue('x'.repeat(10_000)).length).toBe(300);
});

it('is empty for what is not there', () => {
  expect([markdownValue(undefined), markdownValue(null), markdownValue(12)]).toEqual(['', '', '12']);
});
