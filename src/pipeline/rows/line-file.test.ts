import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { newLineTextWriter } from '../checking/line-texts.ts';
import { type LineFile, newLineFile } from './line-file.ts';

const folder = temporaryFolder();
const HEAD = '\ufeffhode\r\n';
/** Rows of batches that were counted from further up. */
const rowOf = (ordinal: number): number => 10 * ordinal + 7;

/** By line: what stands before and after its row number, once for each finding. */
type Said = readonly (readonly [before: string, after: string])[];

const textOf = (said: Said, ordinal: number): string =>
  said.map(([before, after]) => before + rowOf(ordinal) + after).join('');

let files = 0;

/** A file of the lines, taken in batches of so many. */
function fileOf(lines: readonly Said[], batch: number): { readonly name: string; readonly file: LineFile } {
  const name = path.join(folder.path, `${files++}.csv`);
  const file = newLineFile(name, HEAD);
  const writer = newLineTextWriter();
  for (let first = 0; first < lines.length; first += batch) {
    writer.clear();
    for (const [at, said] of lines.slice(first, first + batch).entries())
      for (const [before, after] of said) writer.add(at, before, after);
    file.take(writer.texts(), first, rowOf);
  }
  return { name, file };
}

const texts = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1, unit: 'grapheme' })), {
  maxLength: 3,
});
const batches = fc.integer({ min: 1, max: 5 });

it('each line has its own row, whatever is said of it and however the lines were taken', () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 12 }), batches, (lines, batch) => {
      const { name, file } = fileOf(lines, batch);
      file.end();
      expect(readFileSync(name, 'utf8').slice(HEAD.length)).toBe(lines.map(textOf).join(''));
    }),
  );
});

it('a revised file has other texts for some lines, and the same for the rest', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, fc.boolean()), { maxLength: 12 }), batches, (lines, batch) => {
      const said = lines.map(([text]) => text);
      const { name, file } = fileOf(said, batch);
      const revised = file.end()();
      for (const [ordinal, [text, isRevised]] of lines.entries()) {
        if (!isRevised) continue;
        expect(revised.cut(ordinal)).toBe(textOf(text, ordinal));
        revised.put(`<${ordinal}>`);
      }
      revised.toEnd();
      revised.put('slutt');
      revised.keep();
      revised.close();
      const expected = lines.map(([text, isRevised], at) => (isRevised ? `<${at}>` : textOf(text, at)));
      expect(readFileSync(name, 'utf8')).toBe(`${HEAD}${expected.join('')}slutt`);
    }),
  );
});

it('texts longer than a block are whole', () => {
  const long = 'æ'.repeat(700_000);
  const { name, file } = fileOf([[['a', long]], [], [[long, long]], [['b', 'c']]], 2);
  const revised = file.end()();
  expect(revised.cut(2)).toBe(`${long}27${long}`);
  revised.put(`${long}${long}${long}`);
  revised.toEnd();
  revised.keep();
  expect(readFileSync(name, 'utf8')).toBe(`${HEAD}a7${long}${long}${long}${long}b37c`);
});

it('a discarded file leaves nothing behind', () => {
  const { name, file } = fileOf([[['a', 'b']]], 1);
  file.discard();
  expect(readdirSync(folder.path)).not.toContain(path.basename(name));
});

it.runIf(process.platform === 'linux')('a full disk is told in words', () => {
  const file = newLineFile('/dev/full', '');
  const writer = newLineTextWriter();
  writer.add(0, 'a', 'b');
  file.take(writer.texts(), 0, rowOf);
  expect(() => file.end()).toThrow('The disk is full');
});
