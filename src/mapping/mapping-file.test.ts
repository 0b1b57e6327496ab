import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintOf } from '../../test/builders/complaint.ts';
import type { Text } from '../catalogue/text.ts';
import { loadMappingFile } from './mapping-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'katalogvakt-mapping-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(content: string) {
  const path = join(folder, 'mapping.yaml');
  await writeFile(path, content);
  return loadMappingFile(path);
}

const complaint = (loading: Promise<unknown>) => complaintOf(loading, folder);

describe('a mapping file', () => {
  it('says how a file is read and what its columns and units are', async () => {
    const content = `version: 1
sheet: Priser
headingRow: 3
delimiter: tab
encoding: windows-1252
columns: { price: Pris eks. mva, itemNumber: B }
units: { STK: EA, "12": XBX }
decimalSign: comma
dateOrder: day
values: { status: { "Utg.": discontinued, A: Aktiv }, orderable: { "+": ja } }
`;
    expect(await load(content)).toEqual({
      mapping: {
        sheet: 'Priser',
        headingRow: 3,
        delimiter: '\t',
        encoding: 'windows-1252',
        columns: { price: 'Pris eks. mva', itemNumber: 'B' },
        units: { STK: 'EA', '12': 'XBX' },
        decimalSign: 'comma',
        dateOrder: 'day',
        values: { status: { 'Utg.': 'discontinued', A: 'Aktiv' }, orderable: { '+': 'ja' } },
      },
      path: join(folder, 'mapping.yaml'),
      bytes: Buffer.from(content),
    });
  });

  it('may say one thing only', async () => {
    expect((await load('version: 1\ndelimiter: "|"\n')).mapping).toEqual({
      delimiter: '|',
      columns: {},
      units: {},
      values: {},
    });
  });
});

describe('a mapping file that is wrong tells file, line, key and what is allowed', () => {
  it.each<[string, string, Text]>([
    [
      'values of the wrong kind',
      'version: 1\nsheet: 2\nheadingRow: "3"\ndelimiter: x\nencoding: utf8\n',
      {
        nb: 'mapping.yaml:2: `sheet` er `2`, et tall, men skal være tekst. Sett den i anførselstegn: `sheet: "2"`.\nmapping.yaml:3: `headingRow` er `"3"`, tekst, men skal være et heltall. Skriv den uten anførselstegn: `headingRow: 3`.\nmapping.yaml:4: `delimiter` er `x`, men skal være `;`, `,`, `|` eller `tab`.\nmapping.yaml:5: `encoding` er `utf8`. Mente du `utf-8`? Tillatt: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `iso-8859-1`, `iso-8859-15`, `macintosh`, `cp850`, `cp865`.',
        en: 'mapping.yaml:2: `sheet` is `2`, a number, but must be text. Put it in quotes: `sheet: "2"`.\nmapping.yaml:3: `headingRow` is `"3"`, text, but must be a whole number. Write it without quotes: `headingRow: 3`.\nmapping.yaml:4: `delimiter` is `x`, but must be `;`, `,`, `|` or `tab`.\nmapping.yaml:5: `encoding` is `utf8`. Did you mean `utf-8`? Allowed: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, `iso-8859-1`, `iso-8859-15`, `macintosh`, `cp850`, `cp865`.',
      },
    ],
    [
      'a row 0',
      'version: 1\nheadingRow: 0\n',
      {
        nb: 'mapping.yaml:2: `headingRow` er `0`, men skal være minst 1.',
        en: 'mapping.yaml:2: `headingRow` is `0`, but must be at least 1.',
      },
    ],
    [
      'fields that are none',
      'version: 1\ncolumns:\n  prise: Pris\n  qqqq: Vare\n',
      {
        nb: 'mapping.yaml:3: det finnes ikke noe felt `prise`. Mente du `price`?\nmapping.yaml:4: det finnes ikke noe felt `qqqq`.',
        en: 'mapping.yaml:3: there is no field `prise`. Did you mean `price`?\nmapping.yaml:4: there is no field `qqqq`.',
      },
    ],
    [
      'one column for two fields',
      'version: 1\ncolumns:\n  price: Pris\n  listPrice: " pris"\n',
      {
        nb: 'mapping.yaml:4: `columns.listPrice` er ` pris`, men den kolonnen er allerede `price`. Ta bort den ene.',
        en: 'mapping.yaml:4: `columns.listPrice` is ` pris`, but that column is `price` already. Remove one.',
      },
    ],
    [
      'a status nobody understands',
      'version: 1\nvalues:\n  status: { "Utg.": borte }\n',
      {
        nb: 'mapping.yaml:3: `values.status.Utg.` er `borte`, som ikke forstås. Skriv for eksempel `active`, `discontinued`, `temporarilyUnavailable`, `new`.',
        en: 'mapping.yaml:3: `values.status.Utg.` is `borte`, which is not understood. Write `active`, `discontinued`, `temporarilyUnavailable`, `new`, for example.',
      },
    ],
    [
      'a unit code in small letters',
      'version: 1\nunits: { STK: ea }\n',
      {
        nb: 'mapping.yaml:2: `units.STK` er `ea`, men skal være en enhetskode på to eller tre tegn, slik som EA eller XPK.',
        en: 'mapping.yaml:2: `units.STK` is `ea`, but must be a unit code of two or three characters, such as EA or XPK.',
      },
    ],
    [
      'a unit code that does not exist',
      'version: 1\nunits:\n  STK: QQQ\n',
      {
        nb: 'mapping.yaml:3: `units.STK` er `QQQ`, som ikke er en enhetskode i UNECE Rec 20/21. Stykk er `EA`, pakke er `XPK`.',
        en: 'mapping.yaml:3: `units.STK` is `QQQ`, which is not a UNECE Rec 20/21 unit code. A piece is `EA`, a pack `XPK`.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(load(content))).toEqual(expected);
  });
});
