import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCatalogue } from '../../../test/builders/any-line.ts';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import type { DocumentHeader } from '../../catalogue/document-header.ts';
import { FIELD_NAMES } from '../../catalogue/field.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../../catalogue/output-formats.ts';
import { LABELS } from '../../code-lists/labels.ts';
import { UNECE_UNITS } from '../../code-lists/unece-units.ts';
import { findUnit, unitText } from '../../code-lists/units.ts';
import { valueText } from '../../diff/compare-lines.ts';
import type { FormProblem } from '../../engine/document.ts';
import { documentCheck } from '../../rules/peppol/document-check.ts';
import type { WrittenCatalogue } from '../../writers/catalogue-content.ts';
import { NotInFormat } from '../../writers/not-in-format.ts';
import { inLanguage, loadProfile, type Profile } from '../../writers/profile.ts';
import { builtInProfiles } from '../built-in.ts';
import { openMapped } from '../inputs/open-catalogue.ts';
import { linesOf } from '../inputs/open-sound.ts';
import { writeForProfile } from './write-catalogue.ts';

const folder = temporaryFolder();
const HEADER: DocumentHeader = {
  id: '2026-11',
  version: '7',
  issued: '2026-11-15',
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
  agreementNumber: '2025/7',
  currency: 'NOK',
  supplier: { name: 'Prøve & Sønn AS', organisationNumber: '974760673' },
  buyer: { name: 'Eksempel kommune', organisationNumber: '923609016' },
};
const profileNamed = (name: string): Promise<Profile> =>
  loadProfile(name, { builtIn: builtInProfiles, workspace: folder.path });

let files = 0;
async function written(
  lines: readonly CatalogueLine[],
  profile: Profile,
  header = HEADER,
): Promise<WrittenCatalogue & { readonly file: string }> {
  const ending = { xlsx: 'xlsx', csv: 'csv', jsonl: 'jsonl', cif: 'cif' }[profile.format as 'csv'] ?? 'xml';
  const file = path.join(folder.path, `k${++files}.${ending}`);
  const made = await writeForProfile(inOrder(lines), header, profile, file, { day: '2026-11-15' });
  return { ...made, file };
}

function inOrder(lines: readonly CatalogueLine[]) {
  return async function* () {
    for (let at = 0; at < lines.length; at += 3) yield lines.slice(at, at + 3);
  };
}

async function readAgain(file: string): Promise<readonly CatalogueLine[]> {
  const opened = await openMapped({ name: path.basename(file), path: file }, {}, undefined, '2026-11-15');
  const lines: CatalogueLine[] = [];
  for await (const batch of linesOf(opened)()) lines.push(...batch);
  return lines;
}

/** What a line says, by field. */
function saidBy(line: CatalogueLine): Record<string, string> {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const value = valueText(line, field);
      return value === undefined || field === 'action' ? [] : [[field, value]];
    }),
  );
}

/** What the format says once for all lines, and what it says of every line in its own way. */
function asFormatHasIt(
  line: CatalogueLine,
  format: OutputFormat,
  leftOut: ReadonlySet<string>,
): Record<string, string> {
  const said = saidBy(line);
  for (const field of leftOut) delete said[field];
  const isDocument = format === 'peppol' || format === 'ehf';
  if (isDocument || format === 'bmecat') {
    said['validFrom'] ??= '2026-01-01';
    said['validTo'] ??= '2027-12-31';
    said['agreementNumber'] = '2025/7';
    said['supplierName'] = 'Prøve & Sønn AS';
  }
  if (isDocument || format === 'bmecat' || format === 'cif') said['supplierId'] = '974760673';
  if ((format === 'bmecat' || format === 'cif') && said['leadTime'] !== undefined)
    said['leadTime'] = said['leadTime'].replace(' DAY', '');
  if (format === 'cif') said['description'] ??= said['name'] ?? '';
  if (isDocument) {
    if (line.vatRate !== undefined) said['vatCategory'] ??= line.vatRate === '0' ? 'Z' : 'S';
    const { status, orderable } = line;
    if (status === 'discontinued' || status === 'temporarilyUnavailable' || orderable === false) {
      said['orderable'] = 'false';
      said['status'] = 'temporarilyUnavailable';
    }
  }
  return said;
}

const catalogue = anyCatalogue(6);
const ENGLISH: Pick<Profile, 'language' | 'table'> = {
  language: 'en',
  table: { decimalSign: '.', dateForm: 'YYYY-MM-DD', units: 'word' },
};

describe.each([
  ...OUTPUT_FORMATS.map((format) => [format, 'nb'] as const),
  ...(['csv', 'xlsx'] as const).map((format) => [format, 'en'] as const),
])('a catalogue as %s in %s', (format, language) => {
  it('is read back as it was, but for what is told to have no room', async () => {
    const profile = { ...(await profileNamed(format)), ...(language === 'en' ? ENGLISH : {}) };
    await fc.assert(
      fc.asyncProperty(catalogue, async (lines) => {
        const { file, leftOut, lines: count } = await written(lines, profile);
        const untold = new Set(leftOut.map(({ what }) => what));
        expect(count).toBe(lines.length);
        const again = await readAgain(file);
        expect(again.map(saidBy)).toEqual(
          lines.map((line) => asFormatHasIt(line, format, leftOutOf(line, untold, format))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['csv', 'xlsx'] as const)('units of a table as %s', (format) => {
  it.each(['nb', 'en'] as const)('in %s are words that are read as the same unit', async (language) => {
    const profile = inLanguage(await profileNamed(format), language);
    const codes = UNECE_UNITS.trimEnd()
      .split('\n')
      .map((row) => row.slice(0, row.indexOf(' ')))
      .filter((code) => findUnit(unitText(code)) === code);
    const lines = codes.map(
      (unit, at): CatalogueLine => ({ ...LINE, row: at + 2, itemNumber: `A-${at}`, unit, packUnit: unit }),
    );
    const { file } = await written(lines, profile);
    const again = await readAgain(file);
    expect(again.map(({ unit, packUnit }) => [unit, packUnit])).toEqual(codes.map((code) => [code, code]));
    expect(again.every(({ pack, packQuantity }) => pack === undefined && packQuantity === undefined)).toBe(true);
  });
});

it('units are words in the language of a table, and codes where a profile wants them or no word is clear', async () => {
  const unitsOf = async (profile: Profile): Promise<readonly (string | undefined)[]> => {
    const units = ['H87', 'XPK', 'EA', 'CEN'].map((unit): CatalogueLine => ({ ...LINE, unit }));
    const { file } = await written(units, { ...profile, columns: [{ field: 'unit' }, { field: 'name' }] });
    const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
    return rows.map((row) => row.split(/[;,]/)[0]);
  };
  expect(await unitsOf(await profileNamed('csv'))).toEqual(['stk', 'pakke', 'EA', 'CEN']);
  expect(await unitsOf(await profileNamed('generic-csv'))).toEqual(['stk', 'pakke', 'EA', 'CEN']);
  expect(await unitsOf(inLanguage(await profileNamed('csv'), 'en'))).toEqual(['piece', 'package', 'each', 'hundred']);
  expect(await unitsOf(await profileNamed('basware'))).toEqual(['H87', 'XPK', 'EA', 'CEN']);
});

/** Statuses and single values have room on some lines and none on others: those are named by what they are. */
function leftOutOf(line: CatalogueLine, untold: ReadonlySet<string>, format: OutputFormat): ReadonlySet<string> {
  if (!untold.has('status') || line.status === undefined) return untold;
  const hasRoom =
    format === 'bmecat' ? line.status !== 'temporarilyUnavailable' : line.status === 'temporarilyUnavailable';
  if (!hasRoom || (format !== 'bmecat' && format !== 'peppol' && format !== 'ehf')) return untold;
  return new Set([...untold].filter((what) => what !== 'status'));
}

describe.each(['peppol', 'ehf'] as const)('a document of %s', (format) => {
  it('keeps every rule on its form', async () => {
    const profile = await profileNamed(format);
    await fc.assert(
      fc.asyncProperty(catalogue, async (lines) => {
        const { file } = await written(lines, profile);
        const opened = await openMapped({ name: 'k.xml', path: file }, {}, undefined);
        const problems: FormProblem[] = [];
        for await (const batch of opened.file.rows({ check: documentCheck(format, () => true) }))
          for (const { form } of batch) problems.push(...(form ?? []));
        expect([...problems, ...(opened.file.formProblems?.() ?? [])]).toEqual([]);
        expect(opened.file.claims?.customization).toMatch(/trns:catalogue:3/);
      }),
      { numRuns: 40 },
    );
  });

  it('names every label so that it is read as that label', async () => {
    const profile = await profileNamed(format);
    const keys = [...LABELS.values()].filter(({ scope, kind }) => scope !== 'claim' && kind !== 'none');
    const lines = keys.map(
      ({ key }, at): CatalogueLine => ({
        row: at + 1,
        itemNumber: `${at}`,
        name: `Vare ${at}`,
        ecoLabel: [{ key, text: key }],
      }),
    );
    const { file } = await written(lines, profile);
    const again = await readAgain(file);
    expect(again.map(({ ecoLabel }) => ecoLabel?.map(({ key }) => key))).toEqual(keys.map(({ key }) => [key]));
  });
});

const LINE: CatalogueLine = {
  row: 1,
  itemNumber: '100',
  name: 'Penn',
  unit: 'C62',
  price: '10' as never,
  currency: 'NOK',
};

describe('a line that cannot be written', () => {
  it.each<[string, OutputFormat, Partial<CatalogueLine>, RegExp]>([
    ['without a name', 'peppol', { name: undefined as never }, /100 \(peppol\/t19-b17701/],
    ['with a price below zero', 'peppol', { price: '-1' as never }, /100 \(peppol\/t19-r006/],
    ['that ends before it begins', 'ehf', { validFrom: '2027-01-01', validTo: '2026-01-01' }, /100 \(peppol\/t19-r013/],
    ['in a unit that is none', 'peppol', { unit: 'ÆØÅ' }, /100 \(peppol\/t19-b11601/],
    ...(['peppol', 'bmecat', 'cif'] as const).map((format): [string, OutputFormat, Partial<CatalogueLine>, RegExp] => [
      'in a currency nobody understands',
      format,
      { currency: undefined as never, unreadable: { currency: 'EURO' } },
      /100 \(Currency "EURO" is not understood/,
    ]),
    ['without a price', 'bmecat', { price: undefined as never }, /100 \(without a price/],
    ['without a number', 'cif', { itemNumber: undefined as never }, /Penn \(without an item number/],
  ])('%s is named', async (_, format, wrong, message) => {
    const failing = written([{ ...LINE, ...wrong }], await profileNamed(format));
    await expect(failing).rejects.toThrow(message);
    await expect(failing).rejects.toThrow(NotInFormat);
  });

  it('leaves no file', async () => {
    const before = files;
    await expect(written([{ ...LINE, name: undefined as never }], await profileNamed('peppol'))).rejects.toThrow();
    expect(() => readFileSync(path.join(folder.path, `k${before + 1}.xml`))).toThrow();
    expect(() => readFileSync(path.join(folder.path, `k${before + 1}.xml.part`))).toThrow();
  });
});

it.each<[OutputFormat, string]>([
  ['peppol', 'id, issued, validFrom, supplier.name, supplier.endpoint, buyer.name, buyer.endpoint'],
  ['bmecat', 'id, version, issued, supplier.name, buyer.name, supplier.organisationNumber, buyer.organisationNumber'],
  ['cif', 'issued, supplier.organisationNumber'],
])('what the header of %s lacks is said', async (format, keys) => {
  await expect(written([LINE], await profileNamed(format), {})).rejects.toThrow(keys);
});

it('a name longer than the receiver takes is an error that names the lines, and nothing is cut', async () => {
  const profile = { ...(await profileNamed('generic-csv')), limits: { name: 10 } };
  const long = { ...LINE, itemNumber: '200', name: 'Kulepenn blå' };
  await expect(written([LINE, long], profile)).rejects.toThrow(
    /200 \(name has 12 characters, and the receiver takes 10\)/,
  );
  expect((await readAgain((await written([LINE], profile)).file))[0]?.name).toBe('Penn');
});

it('what a format has no room for is counted, with the first line of each', async () => {
  const lines = [LINE, { ...LINE, itemNumber: '200', lineNote: 'Fra august', extra: { Hylle: 'A7' } }];
  const { leftOut } = await written(lines, await profileNamed('peppol'));
  expect(leftOut).toEqual([
    { what: 'lineNote', lines: 1, first: '200' },
    { what: 'Hylle', lines: 1, first: '200' },
  ]);
});

it('elements of a document that another document has room for travel along', async () => {
  const extra = {
    'cac:AdditionalItemProperty': 'Farge=blå',
    'cac:HazardousItem': 'ADR=3',
    'cbc:ModelName': 'X',
    'cbc:PackLevelCode': 'CU',
  };
  const { file, leftOut } = await written([{ ...LINE, extra }], await profileNamed('peppol'));
  expect((await readAgain(file))[0]?.extra).toMatchObject({
    'cac:AdditionalItemProperty': 'Farge=blå',
    'cac:HazardousItem': 'ADR=3',
    'cbc:PackLevelCode': 'CU',
  });
  expect(leftOut.map(({ what }) => what)).toEqual(['cbc:ModelName']);
});

it('the same lines give the same bytes', async () => {
  for (const format of OUTPUT_FORMATS) {
    const profile = await profileNamed(format);
    const [one, other] = [await written([LINE], profile), await written([LINE], profile)];
    expect(readFileSync(one.file).equals(readFileSync(other.file))).toBe(true);
  }
});
