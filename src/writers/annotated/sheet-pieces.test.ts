import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type SheetPiece, sheetPieces } from './sheet-pieces.ts';

async function piecesOf(xml: string, size = xml.length): Promise<readonly SheetPiece[]> {
  const bytes = Buffer.from(xml);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const all: SheetPiece[] = [];
  for await (const pieces of sheetPieces(chunks(), 'sheet1.xml')) all.push(...pieces);
  return all;
}

const SHEET =
  '\ufeff<?xml version="1.0"?><!-- <sheetData> --><x:worksheet xmlns:x="m"><x:cols/><x:sheetData a="1">\n ' +
  '<x:row r="1"><x:c r="A1"><x:v>æ</x:v></x:c></x:row><!-- <x:row r="2"></x:row> -->\t<x:row r="2"/>' +
  '<x:row r="3"><x:c><x:is><x:t><![CDATA[</x:row>]]></x:t></x:is></x:c></x:row ></x:sheetData><x:rowBreaks/></x:worksheet>';

it('cuts a sheet at its rows, and together the pieces are the sheet', async () => {
  const pieces = await piecesOf(SHEET);
  expect(pieces.map(({ text }) => text).join('')).toBe(SHEET.slice(1));
  expect(pieces.filter(({ kind }) => kind === 'row').map(({ text }) => text)).toEqual([
    '<x:row r="1"><x:c r="A1"><x:v>æ</x:v></x:c></x:row>',
    '<x:row r="2"/>',
    '<x:row r="3"><x:c><x:is><x:t><![CDATA[</x:row>]]></x:t></x:is></x:c></x:row >',
  ]);
  expect(pieces.at(-1)).toEqual({ kind: 'tail', text: '</x:sheetData><x:rowBreaks/></x:worksheet>' });
});

it('cuts alike, however the bytes come', async () => {
  const whole = await piecesOf(SHEET);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
      const joined = (pieces: readonly SheetPiece[]): string =>
        pieces
          .filter(({ kind }) => kind !== 'between')
          .map(({ kind, text }) => `${kind} ${text}`)
          .join('\n');
      expect(joined(await piecesOf(SHEET, size))).toBe(joined(whole));
    }),
  );
});

it('opens a sheet without rows', async () => {
  const pieces = await piecesOf('<worksheet><sheetData /><pageMargins/></worksheet>');
  expect(pieces.map(({ text }) => text)).toEqual(['<worksheet><sheetData>', '</sheetData><pageMargins/></worksheet>']);
});
