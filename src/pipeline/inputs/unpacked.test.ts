import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { unpacked } from './unpacked.ts';

const folder = temporaryFolder();
const CSV = 'Varenr;Pris\n1;10\n';

it.each<[string, string, Uint8Array, string]>([
  ['gzip', 'pris.csv.gz', gzipSync(CSV), '.csv'],
  ['the only file of an archive', 'pris.zip', zipSync({ 'Katalog Æ.CSV': strToU8(CSV) }), '.csv'],
  ['in a folder of it', 'pris.zip', zipSync({ 'a/b/': new Uint8Array(), 'a/b/pris.txt': strToU8(CSV) }), '.txt'],
  [
    'beside what a Mac adds',
    'pris.zip',
    zipSync({ '__MACOSX/._x': strToU8('x'), 'x.csv': strToU8(CSV), '.DS_Store': strToU8('x') }),
    '.csv',
  ],
  ['gzip under any name', 'pris', gzipSync(CSV), ''],
])('%s is unpacked, and keeps the name it was sent under', async (_, name, content, ending) => {
  const source = folder.source(name, content);
  const found = await unpacked(source, folder.path);
  expect(readFileSync(found.path, 'utf8')).toBe(CSV);
  expect([found.name, found.typed]).toEqual([name, source.path]);
  expect(found.path.endsWith(`catalogue${ending}`) && found.path.startsWith(folder.path)).toBe(true);
});

it.each<[string, string | Uint8Array]>([
  ['text', CSV],
  ['a workbook', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<x/>') })],
  ['another program’s workbook', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') })],
  ['nothing', ''],
])('%s is left as it is', async (_, content) => {
  const source = folder.source('pris', content);
  expect(await unpacked(source, folder.path)).toBe(source);
});

const cut = (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 12);
const encrypted = zipSync({ 'a.csv': strToU8(CSV) });
// Bit 0 of the flags, in the part's own header and in the directory.
for (const [signature, at] of [
  ['PK\u0003\u0004', 6],
  ['PK\u0001\u0002', 8],
] as const) {
  const found = Buffer.from(encrypted).indexOf(signature, 0, 'latin1') + at;
  encrypted[found] = (encrypted[found] ?? 0) | 1;
}

it.each<[string, Uint8Array, string, string]>([
  ['two files', zipSync({ 'a.csv': strToU8(CSV), 'b.csv': strToU8(CSV) }), 'archive', '2 files'],
  ['none', zipSync({ 'a/': new Uint8Array() }), 'archive', 'empty'],
  ['a name that points elsewhere', zipSync({ '../../etc/a.csv': strToU8(CSV) }), 'archive', 'path'],
  ['a name with a drive', zipSync({ 'C:\\a.csv': strToU8(CSV) }), 'archive', 'path'],
  ['an archive in an archive', zipSync({ 'a.zip': zipSync({ 'a.csv': strToU8(CSV) }) }), 'archive', 'nested'],
  ['gzip in gzip', gzipSync(gzipSync(CSV)), 'archive', 'nested'],
  ['more than the limit, gzipped', gzipSync(Buffer.alloc(3 << 20)), 'tooLarge', 'unpacked=2'],
  ['more than the limit, zipped', zipSync({ 'a.csv': new Uint8Array(3 << 20) }), 'tooLarge', 'unpacked=2'],
  ['a password', encrypted, 'encrypted', 'a.csv'],
  ['half a gzip file', cut(gzipSync(CSV)), 'cutOff', 'gzip'],
  ['gzip with other bytes', Buffer.concat([gzipSync(CSV).subarray(0, 10), Buffer.alloc(40, 7)]), 'damaged', 'gzip'],
])('%s is refused', async (_, content, problem, detail) => {
  const source = folder.source('pris.zip', content);
  await expect(unpacked(source, folder.path, { unpacked: 2 })).rejects.toMatchObject({ problem, detail });
});
