import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import type { Encoding } from './reader.ts';
import { encodeText, fromLatin1, inspectText } from './text-encoding.ts';

const folder = temporaryFolder();
const inspect = (content: string | Uint8Array) => inspectText(folder.write('file.csv', content));
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const MEBIBYTE = 1 << 20;
const padding = (bytes: number): string => 'Skruer;12,50\n'.repeat(bytes / 13 + 1).slice(0, bytes);

describe('the encoding of a text', () => {
  it.each<[string, string | Uint8Array, { encoding: string; bom: boolean }]>([
    ['ASCII only is UTF-8', 'Varenr;Pris\n1;2\n', { encoding: 'utf-8', bom: false }],
    ['UTF-8', 'Blåbær;1\n', { encoding: 'utf-8', bom: false }],
    ['UTF-8 with a byte order mark', '\ufeffBlåbær;1\n', { encoding: 'utf-8', bom: true }],
    ['ISO-8859-1', latin1('Blåbær;1\n'), { encoding: 'windows-1252', bom: false }],
    ['Windows-1252 with a euro sign', Buffer.from([0x80, 0x20, 0x31, 0x0a]), { encoding: 'windows-1252', bom: false }],
    ['one letter cut in two at the end', Buffer.from([0x61, 0xc3]), { encoding: 'windows-1252', bom: false }],
  ])('%s', async (_, content, expected) => {
    expect(await inspect(content)).toEqual({ ...expected, nul: false, bytes: Buffer.from(content as string).length });
  });

  it.each<[string, string | Uint8Array, object]>([
    ['UTF-16 by its byte order mark', Buffer.from('\ufeffBlåbær;1\n', 'utf16le'), { encoding: 'utf-16le', bom: true }],
    ['the other UTF-16', Buffer.from('\ufeffBlåbær;1\n', 'utf16le').swap16(), { encoding: 'utf-16be', bom: true }],
    ['UTF-16 by its zeros', Buffer.from('Blåbær;1\n', 'utf16le'), { encoding: 'utf-16le', bom: false }],
    ['the other by its zeros', Buffer.from('Blåbær;1\n', 'utf16le').swap16(), { encoding: 'utf-16be', bom: false }],
    ['a text with a byte 0', 'Varenr;Pris\n1\u0000;2\n', { encoding: 'utf-8', nul: true }],
  ])('%s', async (_, content, expected) => {
    expect(await inspect(content)).toMatchObject(expected);
  });

  const TEXT = 'Varenr;Navn\n1;Blåbærsyltetøy på glass\n2;Grønn såpe\n3;ÅPNER FOR BØKER\n4;½ l melk, 4 °C\n';
  it.each<Encoding>(['windows-1252', 'macintosh', 'cp850'])('%s, though valid in others', async (encoding) => {
    // Mac Roman has no ½.
    const text = encoding === 'macintosh' ? TEXT.replace('½', '1/2') : TEXT;
    expect(await inspect(encodeText(text, encoding) ?? '')).toMatchObject({ encoding });
  });
  it('ISO-8859-15 by its euro sign', async () => {
    const text = 'Varenr;Navn\n1;Blåbær på glass, 2 € pr. stk\n';
    expect(await inspect(encodeText(text, 'iso-8859-15') ?? '')).toMatchObject({ encoding: 'iso-8859-15' });
  });

  it('follows from an æ that stands only in the last line of a long file', async () => {
    const long = padding(MEBIBYTE + 5000);
    expect(await inspect(`${long}Blåbær;1\n`)).toMatchObject({ encoding: 'utf-8' });
    expect(await inspect(Buffer.concat([latin1(long), latin1('Blåbær;1\n')]))).toMatchObject({
      encoding: 'windows-1252',
    });
  });

  it.each([
    ['æ', 1],
    ['€', 1],
    ['€', 2],
    ['😀', 1],
    ['😀', 2],
    ['😀', 3],
  ])('is not mistaken where %s is cut after %i bytes by the reading of the file', async (letter, before) => {
    expect(await inspect(`${padding(MEBIBYTE - before)}${letter};1\n`)).toMatchObject({ encoding: 'utf-8' });
  });

  it('stays UTF-8 with one damaged letter among many whole ones', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Blåbærsyltetøy på glass, Åsnes\n'),
      Buffer.from([0xe5]),
      Buffer.from('rlig\n'),
    ]);
    expect(await inspect(bytes)).toMatchObject({ encoding: 'utf-8' });
  });

  it('stays UTF-8 when the damage is far from the whole letters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Blåbærsyltetøy på glass;1\n'.repeat(1000)),
      Buffer.from(padding(MEBIBYTE)),
      Buffer.from([0xe5]),
      Buffer.from('rlig;1\n'),
    ]);
    expect(await inspect(bytes)).toMatchObject({ encoding: 'utf-8' });
  });

  it('is Windows-1252 where the letters are, though two of them look like one of UTF-8', async () => {
    expect(await inspect(latin1('Ã¥ øl, ærlig, på, fjær, rødbeter\n'))).toMatchObject({ encoding: 'windows-1252' });
  });
});

describe('what is no text is refused', () => {
  const refusal = async (content: string | Uint8Array): Promise<unknown> => {
    try {
      return await inspect(content);
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error;
      return { problem: error.problem, detail: error.detail };
    }
  };
  it.each<[string, string | Uint8Array, object]>([
    ['nothing', '', { problem: 'empty', detail: undefined }],
    ['a byte order mark and nothing else', '\ufeff', { problem: 'empty', detail: undefined }],
    ['PDF', '%PDF-1.7\n1 0 obj\n', { problem: 'notACatalogue', detail: 'PDF' }],
    ['control characters', `${'\u0001\u0002'.repeat(20)}Varenr`, { problem: 'notACatalogue', detail: 'binary' }],
    ['XML', '<?xml version="1.0"?>\n<Catalogue/>', { problem: 'notACatalogue', detail: 'XML' }],
    [
      'XML with a byte order mark and blanks',
      '\ufeff \n<cat:Catalogue xmlns:cat="x"/>',
      { problem: 'notACatalogue', detail: 'XML' },
    ],
    [
      'HTML that calls itself a table',
      '<html><table><tr><td>Varenr</td></tr></table></html>',
      { problem: 'notACatalogue', detail: 'XML' },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await refusal(content)).toEqual(expected);
  });

  it('but a cell may begin with a less-than sign', async () => {
    expect(await inspect('<5 stk;Pris\n<10;2\n')).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('Windows-1252', () => {
  // As Unicode's own table of the code page has them, by byte from 80 to 9F; five bytes have no letter.
  const TABLE = (
    '20AC 81 201A 0192 201E 2026 2020 2021 02C6 2030 0160 2039 0152 8D 017D 8F ' +
    '90 2018 2019 201C 201D 2022 2013 2014 02DC 2122 0161 203A 0153 9D 017E 0178'
  ).split(' ');

  it('has the letters of the published table', () => {
    const codes = Array.from({ length: 256 }, (_, byte) =>
      Number.parseInt(TABLE[byte - 0x80] ?? byte.toString(16), 16),
    );
    const bytes = Buffer.from(codes.map((_, byte) => byte));
    expect(fromLatin1(bytes.toString('latin1'))).toBe(String.fromCharCode(...codes));
  });

  it('text written is read back as it was', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.array(byte), (codes) => {
        const bytes = Buffer.from(codes);
        expect(encodeText(fromLatin1(bytes.toString('latin1')), 'windows-1252')).toEqual(bytes);
      }),
    );
  });

  it.each(['ł', '😀', 'ж', '‐'])('has no byte for %s', (letter) => {
    expect(encodeText(`a${letter}`, 'windows-1252')).toBeUndefined();
  });

  it('UTF-8 has bytes for every letter', () => {
    expect(encodeText('ł😀', 'utf-8')?.toString('utf8')).toBe('ł😀');
  });
});
