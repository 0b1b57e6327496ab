import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { openFile } from './open-file.ts';

const folder = temporaryFolder();

const office = (part: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<x/>') });

/** A directory entry as compound files have them. */
function compound(stream: string): Buffer {
  const bytes = Buffer.alloc(1024);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  bytes.write(`${stream}\0`, 512, 'utf16le');
  bytes.writeUInt16LE(2 * (stream.length + 1), 512 + 64);
  return bytes;
}

it.each<[string, string, string | Uint8Array]>([
  [
    'html',
    'pris.xls',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Varenr</td></tr></table></html>',
  ],
  ['html', 'pris.csv', '\ufeff<!DOCTYPE html>\n<html></html>'],
  ['html', 'pris.xls', Buffer.from('\ufeff<table><tr></tr></table>', 'utf16le')],
  ['spreadsheetML', 'pris.xml', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'],
  ['rtf', 'pris.rtf', '{\\rtf1\\ansi Varenr}'],
  ['image', 'pris.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['image', 'pris.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10])],
  ['datanorm', 'datanorm.001', 'V 120825Artikelstamm   04NOK\r\nA;N;100;40;x;y;1;0;St.;28000;06;004;;\r\n'],
  ['datanorm', 'datanorm.001', 'V;050;A;20260101;NOK;x\r\n'],
  ['docx', 'pris.docx', office('word/document.xml')],
  ['pptx', 'pris.pptx', office('ppt/presentation.xml')],
  ['numbers', 'pris.numbers', zipSync({ 'Index/Document.iwa': strToU8('x') })],
  ['doc', 'pris.doc', compound('WordDocument')],
  ['json', 'pris.json', '{\n  "items": []\n}'],
])('%s is told for what it is: %s', async (kind, name, content) => {
  await expect(openFile(folder.source(name, content))).rejects.toMatchObject({
    problem: 'notACatalogue',
    detail: kind,
  });
});

it.each(['Varenr;Pris\n', 'V;W\n1;2\n', 'BMW;Pris\n', 'VARENR\tPRIS\n'])(
  'a table is none of them: %s',
  async (content) => {
    await expect(openFile(folder.source('pris.csv', content))).resolves.toMatchObject({ format: 'csv' });
  },
);
