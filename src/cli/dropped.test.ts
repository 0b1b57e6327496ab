import { mkdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { droppedWords } from './dropped.ts';

const folder = temporaryFolder();
const catalogue = folder.write('inn/katalog.xlsx', 'x');
const other = folder.write('inn/annen.csv', 'x');
const programFolder = path.join(folder.path, 'program');
const bare = path.join(folder.path, 'bar');
mkdirSync(bare);
const old = folder.write('program/2024-118-kit.zip', 'x');
const kit = folder.write('program/2025-7-kit.zip', 'x');
folder.write('program/bilder.zip', 'x');
utimesSync(old, 1, 1);
const out = path.join(folder.path, 'inn/reports');
const here = { currentFolder: folder.path, programFolder };

it('a file is checked with the newest kit beside the program, and the answer lies beside the file', () => {
  expect(droppedWords([catalogue], here)).toEqual(['check', catalogue, '--agreement', kit, '--out', out]);
});

it('several files at once, and a kit among them', () => {
  expect(droppedWords([catalogue, old, other], here)).toEqual([
    'check',
    catalogue,
    other,
    '--agreement',
    old,
    '--out',
    out,
  ]);
});

it('without a kit the file is checked as it is; flags are kept', () => {
  expect(droppedWords(['inn/annen.csv', '--lang', 'en', '--out=x'], { ...here, programFolder: bare })).toEqual([
    'check',
    'inn/annen.csv',
    '--lang',
    'en',
    '--out=x',
  ]);
});

it.each([[[]], [['check', 'inn/annen.csv']], [['--help']], [['inn/borte.csv']], [['rules']]])(
  '%j is left as it is',
  (words) => {
    expect(droppedWords(words, here)).toBeUndefined();
  },
);
