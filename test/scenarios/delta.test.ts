/** Files of changes: what they lead to is checked, decided and reported like the same catalogue sent whole. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { CatalogueLine } from '../../src/catalogue/line.ts';
import { diffCatalogues } from '../../src/pipeline/diff.ts';
import { openMapped } from '../../src/pipeline/inputs/open-catalogue.ts';
import { linesOf } from '../../src/pipeline/inputs/open-sound.ts';
import { withTemporaryFolder } from '../../src/pipeline/rows/temporary-folder.ts';
import { builtArticle, builtDocument } from '../builders/bmecat.ts';
import { katalogvakt } from '../builders/command.ts';
import { changesBetween, DELTA_FORMATS, type SentLine } from '../builders/delta.ts';
import { collected, temporaryFolder } from '../builders/temporary-file.ts';
import { aUbl, aUblLine } from '../builders/ubl.ts';
import { aWorkspace, type CheckRun, DAY } from '../builders/workspace.ts';

const folder = temporaryFolder();

const PAPER = { itemNumber: '100', name: 'Kopipapir A4', price: '49.90', gtin: '7038010000003' };
const ENVELOPE = { itemNumber: '200', name: 'Konvolutt C5', price: '12.50' };
const PEN = { itemNumber: '300', name: 'Kulepenn blå', price: '8.00' };
const CHEAPER = { ...ENVELOPE, price: '11.75' };
const DEAR = { ...ENVELOPE, price: '14.50' };

const head = 'Varenr;Varenavn;Enhet;Pris;GTIN\r\n';
const csv = (...lines: readonly SentLine[]): string =>
  head +
  lines
    .map(({ itemNumber, name, price, gtin = '' }) => `${itemNumber};${name};stk;${price.replace('.', ',')};${gtin}\r\n`)
    .join('');

const previously = (...lines: readonly SentLine[]) => ({ previous: { content: csv(...lines) } });

/** In whatever format they are. */
async function approvedLines({ runFolder, approvedName }: CheckRun): Promise<readonly CatalogueLine[]> {
  if (approvedName === undefined) return [];
  const file = { name: approvedName, path: path.join(runFolder, approvedName) };
  return collected(linesOf(await openMapped(file, {}, undefined, DAY))());
}
const numbersAndPrices = async (run: CheckRun) =>
  (await approvedLines(run)).map(({ itemNumber, price }) => `${itemNumber} ${price}`);

/** Of the lines: which columns have nothing in them is of the file, and a file of changes has other lines. */
const said = (findings: readonly Finding[]) =>
  findings
    .filter(({ rule }) => rule !== 'file/blank-column')
    .map(({ rule, item, field, actual, expected, severity }) => [rule, item, field, actual, expected, severity])
    .map((parts) => parts.join('|'))
    .sort();
const about = (run: CheckRun, family: string) =>
  run.findings
    .filter(({ rule }) => rule.startsWith(family))
    .map(({ rule, message, item, actual, place, lineDisposition }) => ({
      rule,
      message,
      item: item ?? actual,
      row: place.row,
      file: place.file.split('/').at(-1),
      lineDisposition,
    }));

describe.each(DELTA_FORMATS)('changes in $name', ({ name: format, file, whole, delta }) => {
  it('lead to the catalogue they mean', async () => {
    const workspace = aWorkspace(folder, previously(ENVELOPE, PEN));
    const run = await workspace.check(file, delta(changesBetween([ENVELOPE, PEN], [CHEAPER, PAPER])));
    expect(run.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { asLines: _, ...counts } = run.result.delta ?? {};
    expect(counts).toEqual({ lines: 3, added: 1, updated: 1, deleted: 1 });
    expect(run.result.outcome).toBe('approved');
    expect(await numbersAndPrices(run)).toEqual(['200 11.75', '100 49.9']);
    expect(run.result.diff).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 0 });
  });

  it('are compared as the catalogue they lead to', async () => {
    const name = `diff/${file.replace('katalog', format)}`;
    const changes = folder.write(name, delta(changesBetween([ENVELOPE, PEN], [CHEAPER, PAPER])));
    const before = folder.write('diff/forrige.csv', csv(ENVELOPE, PEN));
    const around = { currentFolder: folder.path, locale: 'nb', now: new Date(0) } as const;
    const request = { old: before, current: changes, reading: {} };
    const { totals } = await withTemporaryFolder((temporary) => diffCatalogues(request, temporary, around));
    expect(totals).toMatchObject({ added: 1, changed: 1, removed: 1, unchanged: 0 });
  });

  it('are checked like the same catalogue sent whole', async () => {
    const price = fc.constantFrom('8.00', '12.50', '49.90', '1250.00', '0.00');
    const name = fc.constantFrom('Kopipapir A4', 'Konvolutt C5', 'KULEPENN BLÅ', 'Saks  lang');
    const gtin = fc.constantFrom('7038010000003', '7038010000030', '7038840000105', undefined);
    const version = fc
      .uniqueArray(fc.record({ itemNumber: fc.constantFrom('100', '200', '300', '400', '500'), name, price, gtin }), {
        selector: ({ itemNumber }) => itemNumber,
        minLength: 1,
      })
      .map((lines) => lines.map(({ gtin: own, ...line }) => (own === undefined ? line : { ...line, gtin: own })));
    await fc.assert(
      fc.asyncProperty(version, version, async (before, after) => {
        const changes = changesBetween(before, after);
        fc.pre(changes.length > 0);
        const workspace = aWorkspace(folder, previously(...before));
        const changed = await workspace.check(file, delta(changes));
        const sent = await workspace.check(file, whole(after));
        expect(said(changed.findings)).toEqual(said(sent.findings));
        expect(changed.result.lines.read).toBe(sent.result.lines.read);
        expect(changed.result.diff?.removed).toBe(sent.result.diff?.removed);
        expect(changed.result.diff?.added).toBe(sent.result.diff?.added);
        expect(changed.result.diff?.priceUp).toBe(sent.result.diff?.priceUp);
      }),
      { numRuns: 2 },
    );
  });

  it('that do not fit the previous version are told in the row where they stand', async () => {
    const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check(
      file,
      delta([
        { ...PEN, price: '7.90', action: 'add' },
        { ...PAPER, action: 'update' },
        { ...PAPER, itemNumber: '900', action: 'delete' },
      ]),
    );
    const found = about(run, 'delta/');
    // CIF knows no difference between a new and a changed line.
    if (file.endsWith('.cif')) expect(found.map(({ rule }) => rule)).toEqual(['delta/deletes-unknown']);
    else {
      expect(found).toMatchObject([
        { rule: 'delta/wrong-action', message: 'addsExisting', item: '300', lineDisposition: 'keepPrevious' },
        { rule: 'delta/wrong-action', message: 'updatesUnknown', item: '100', lineDisposition: 'withhold' },
        { rule: 'delta/deletes-unknown', message: 'item', item: '900' },
      ]);
      expect(await numbersAndPrices(run)).toEqual(['200 12.5', '300 8']);
    }
    expect(found.every((one) => one.file === file)).toBe(true);
    const rows = found.map(({ row = 0 }) => row);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('without a previous version are refused, unless all lines are new', async () => {
    const refused = await aWorkspace(folder).check(file, delta([{ ...PEN, action: 'delete' }]));
    expect([refused.result.outcome, refused.findings.map(({ rule }) => rule)]).toEqual([
      'refused',
      ['file/no-previous'],
    ]);
    const mixed = await aWorkspace(folder).check(
      file,
      delta([
        { ...PAPER, action: 'add' },
        { ...PEN, action: 'update' },
      ]),
    );
    expect(mixed.findings.map(({ rule }) => rule)).toEqual(['file/no-previous']);
    if (file.endsWith('.cif')) return;
    const first = await aWorkspace(folder).check(
      file,
      delta([
        { ...PAPER, action: 'add' },
        { ...PEN, action: 'add' },
      ]),
    );
    expect([first.result.outcome, first.result.lines.read]).toEqual(['approved', 2]);
  });
});

const ENDRET = (line: SentLine): string =>
  `Handling;Varenr;Pris\r\nEndret;${line.itemNumber};${line.price.replace('.', ',')}\r\n`;

describe('a change', () => {
  it('that is withheld leaves the line approved last', async () => {
    const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check('katalog.csv', ENDRET(DEAR));
    expect([run.result.outcome, run.result.lines]).toMatchObject(['partly', { keptPrevious: 1, withheld: 0 }]);
    expect(await numbersAndPrices(run)).toEqual(['200 12.5', '300 8']);
  });

  it('leaves what its file has no column for', async () => {
    const run = await aWorkspace(folder, previously({ ...ENVELOPE, gtin: '7038840000105' })).check(
      'katalog.csv',
      ENDRET(CHEAPER),
    );
    expect(await approvedLines(run)).toMatchObject([{ ...CHEAPER, gtin: '7038840000105' }]);
    expect(run.result.diff).toMatchObject({ changed: 1, columnsAdded: [], columnsRemoved: [] });
  });

  it('empties what its file has a column for and does not give', async () => {
    const workspace = aWorkspace(folder, previously({ ...ENVELOPE, gtin: '7038840000105' }));
    const run = await workspace.check('katalog.csv', `Handling;${head}Endret;200;Konvolutt C5;stk;12,50;\r\n`);
    expect((await approvedLines(run))[0]).not.toHaveProperty('gtin');
    expect(run.result.diff?.changed).toBe(1);
  });

  it('of the prices alone changes nothing else', async () => {
    const document = builtDocument(
      [builtArticle({ itemNumber: '200', name: 'Et annet navn', price: '11.75', currency: 'NOK' })],
      { transaction: 'T_UPDATE_PRICES' },
    );
    const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check('priser.xml', document);
    const { asLines: _, ...counts } = run.result.delta ?? {};
    expect(counts).toEqual({ lines: 1, added: 0, updated: 1, deleted: 0 });
    expect(await approvedLines(run)).toMatchObject([CHEAPER, { ...PEN, price: '8' }]);
    expect((await approvedLines(run)).every(({ name }) => name !== 'Et annet navn')).toBe(true);
  });

  it('that contradicts another of the same item is not applied, nor is the other', async () => {
    const sent = `Handling;${head}Endret;200;Konvolutt C5;stk;11,75;\r\nEndret;200;Konvolutt C5;stk;11,00;\r\n`;
    const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check('katalog.csv', sent);
    const [found] = run.findings.filter(({ rule }) => rule === 'delta/wrong-action');
    expect(found).toMatchObject({ message: 'namedTwice', parameters: { other: '3' }, place: { row: 2, column: 'A' } });
    expect(await numbersAndPrices(run)).toEqual(['200 12.5', '300 8']);
  });

  it('that deletes an item and adds it anew replaces it', async () => {
    const sent = `Handling;${head}Slettet;200;;;;\r\nNy;200;Konvolutt C5;stk;11,75;\r\n`;
    const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check('katalog.csv', sent);
    expect([run.result.outcome, await numbersAndPrices(run)]).toEqual(['approved', ['200 11.75', '300 8']]);
  });

  it('of a damaged row is withheld and told there', async () => {
    const sent = `Handling;${head}Endret;200;Konvolutt C5;stk;11,7O;\r\nNy;400;Saks;stk;5,00;;for mye\r\n`;
    const run = await aWorkspace(folder, previously(ENVELOPE)).check('katalog.csv', sent);
    const places = run.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, place }) => [rule, place.row, place.column]);
    expect(places).toContainEqual(['value/unreadable', 2, 'E']);
    expect(places).toContainEqual(['value/row-length', 3, undefined]);
    expect(await numbersAndPrices(run)).toEqual(['200 12.5']);
  });
});

it('a line that was as it is now is told in the previous version', async () => {
  const bad = { ...PEN, gtin: '7038010000030' };
  const run = await aWorkspace(folder, previously(ENVELOPE, bad)).check('katalog.csv', ENDRET(CHEAPER));
  const found = run.findings.find(({ rule }) => rule === 'identity/gtin-check-digit');
  expect(found?.place).toMatchObject({ file: 'catalogs/avtale/approved/forrige.csv', row: 3, column: 'E' });
});

it('the approved file of changes, checked again, is approved without a difference', async () => {
  const workspace = aWorkspace(folder, previously({ ...PAPER, name: 'Kopipapir «A4» 80 g' }, ENVELOPE, PEN));
  const run = await workspace.check('katalog.csv', ENDRET(CHEAPER));
  expect(run.approvedName).toBe('approved.csv');
  workspace.write('catalogs/avtale/approved/ny.csv', run.approved ?? '');
  const again = await workspace.check('igjen.csv', run.approved ?? '', '--previous', 'catalogs/avtale/approved/ny.csv');
  expect(again.result).toMatchObject({ outcome: 'approved', diff: { unchanged: 3, changed: 0, added: 0, removed: 0 } });
  expect(again.approved?.equals(run.approved ?? Buffer.of())).toBe(true);
});

it('the report begins with what the file is', async () => {
  const run = await aWorkspace(folder, previously(ENVELOPE, PEN)).check('katalog.csv', ENDRET(CHEAPER));
  const opening = run.out.split('\n').slice(0, 5).join(' ');
  expect(opening).toContain('endringsfil på 1 linje: 0 nye, 1 endrede og 0 slettede');
  expect(run.file('report.html').toString()).toContain('endringsfil på 1 linje');
});

it.each([
  ['empty on lines without a change', ['Ny', '', 'Endret']],
  ['that says of some lines that they are as they were', ['Uendret', 'Endret', 'Endret']],
  ['of letters that may be anything', ['A', 'U', 'A']],
  ['of numbers nobody explains', ['1', '2', '3']],
])('a column %s is no sign that the file holds changes only', async (_, words) => {
  const rows = [PAPER, ENVELOPE, PEN].map(
    ({ itemNumber, name, price }, at) => `${words[at]};${itemNumber};${name};stk;${price.replace('.', ',')};\r\n`,
  );
  const run = await aWorkspace(folder, previously(PAPER, ENVELOPE, PEN)).check(
    'katalog.csv',
    `Endringskode;${head}${rows.join('')}`,
  );
  expect([run.result.delta, run.result.lines.read]).toEqual([undefined, 3]);
});

it('a document that deletes the whole catalogue is refused', async () => {
  const document = aUbl({ header: '<cbc:ActionCode>Delete</cbc:ActionCode>', lines: [aUblLine('200')] });
  const run = await aWorkspace(folder, previously(ENVELOPE)).check('katalog.xml', document);
  expect([run.result.outcome, run.findings.map(({ rule }) => rule)]).toEqual(['refused', ['file/deletes-catalogue']]);
});

it('changes that leave nothing are refused', async () => {
  const run = await aWorkspace(folder, previously(ENVELOPE)).check(
    'katalog.csv',
    `Handling;${head}Slettet;200;;;;\r\n`,
  );
  expect([run.result.outcome, run.findings.map(({ rule }) => rule)]).toEqual(['refused', ['file/no-lines']]);
});

it('the share of lines that changes remove has the limit that any catalogue has', async () => {
  const run = await aWorkspace(folder, {
    ...previously(PAPER, ENVELOPE, PEN),
    rules: 'gate: { limits: { removedPercent: 10 } }',
  }).check('katalog.csv', `Handling;${head}Slettet;200;;;;\r\n`);
  expect(run.result.refusedBecause).toMatchObject([{ reason: 'limit', limit: 'removedPercent' }]);
});

describe('the approved catalogue of changes', () => {
  const BUYER = 'buyer: { name: Eksempel kommune, organisationNumber: "888888888" }';
  const HEADER = ['id=K-7', 'version=7', 'supplier.organisationNumber=999999999'];
  const PARTIES = ['supplier.endpoint=0192:999999999', 'buyer.endpoint=0192:888888888'];
  const BEFORE = [ENVELOPE, PEN];
  const AFTER = [CHEAPER, PAPER];

  it.each([
    ['peppol', 'xml', PARTIES],
    ['ehf', 'xml', PARTIES],
    ['bmecat', 'xml', ['updates=1']],
    ['cif', 'cif', []],
  ])('that came as %s is written in it, and the next one is compared with it', async (format, ending, header) => {
    const { folder: at, check } = aWorkspace(folder, { agreement: BUYER });
    const convert = async (lines: readonly SentLine[], to: string, ...words: readonly string[]) => {
      folder.write(path.relative(folder.path, path.join(at, `${to}.csv`)), csv(...lines));
      const said = [...HEADER, ...header].flatMap((one) => ['--header', one]);
      const agreement = ['--agreement', 'catalogs/avtale/agreement.yaml'];
      const file = `${to}.${ending}`;
      const made = await katalogvakt(
        ['convert', `${to}.csv`, file, '--to', format, '--as-of', DAY, ...said, ...agreement, ...words],
        { in: at },
      );
      expect(made).toMatchObject({ code: 0, err: '' });
      return readFileSync(path.join(at, file));
    };
    await convert(BEFORE, 'for');
    const changes = await convert(AFTER, 'endring', '--previous', 'for.csv');
    const run = await check(`endring.${ending}`, changes, '--previous', `for.${ending}`);
    expect([run.result.outcome, run.result.delta, run.approvedName]).toEqual([
      'approved',
      { lines: 3, added: 1, updated: 1, deleted: 1 },
      `approved.${ending}`,
    ]);
    expect(await numbersAndPrices(run)).toEqual(['200 11.75', '100 49.9']);
    const approved = path.join(run.runFolder, run.approvedName ?? '');
    const again = await check(`hele.${ending}`, await convert(AFTER, 'hele'), '--previous', approved);
    expect(again.result.diff).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 2 });
  });

  it('that came as a table has its headings, its delimiter and decimal sign, and what only the former one has behind', async () => {
    const previous = { content: 'Varenr;Varenavn;Enhet;Pris;Hylle\r\n200;Konvolutt C5;stk;12,50;A1\r\n' };
    const run = await aWorkspace(folder, { previous }).check(
      'endring.csv',
      'Handling|Art.nr|Nettopris\nEndret|200|11.75\n',
    );
    expect([run.approvedName, run.approved?.toString()]).toEqual([
      'approved.csv',
      'Art.nr|Nettopris|Varenavn|Enhet|Hylle\n200|11.75|Konvolutt C5|stk|A1\n',
    ]);
  });

  it.each([
    ['words', 'STK', 'pk'],
    ['codes', 'H87', 'XPK'],
  ])('that came as a table has units in %s where the supplier writes them so', async (_, before, added) => {
    const previous = { content: `Varenr;Varenavn;Enhet;Pris\r\n200;Konvolutt C5;${before};12,50\r\n` };
    const sent = `Handling;Varenr;Varenavn;Enhet;Pris\r\nNy;100;Kopipapir A4;${added};49,90\r\n`;
    const run = await aWorkspace(folder, { previous, prices: null }).check('endring.csv', sent);
    const rows = run.approved?.toString().trim().split('\r\n') ?? [];
    expect(rows.slice(1).map((row) => row.split(';')[2])).toEqual([before, added]);
  });

  it('that came as a table under headings that need explaining has the usual ones, and the reports say so', async () => {
    const { check } = aWorkspace(folder, previously(ENVELOPE));
    const run = await check('endring.csv', 'Handling;Varenr;Kroner\r\nEndret;200;11,75\r\n', '--map', 'price=Kroner');
    expect([run.approvedName, run.approved?.toString()]).toEqual([
      'approved.csv',
      'Varenummer;Varenavn;Enhet;Pris\r\n200;Konvolutt C5;stk;11,75\r\n',
    ]);
    expect(run.result.delta?.usualHeadings).toEqual([{ what: 'price', lines: 1, first: '200' }]);
    const told =
      'Den godkjente katalogen har vanlige overskrifter, ikke leverandørens: med dem leses den ikke likt igjen, for da mangler Pris (vare 200).';
    expect(oneLine(run.out)).toContain(told);
    expect(oneLine(run.file('report.html').toString())).toContain(told);
  });

  it('names the supplier’s own new columns as new, and no currency that the price names itself', async () => {
    const { check } = aWorkspace(folder, previously(ENVELOPE));
    const run = await check('endring.csv', 'Handling;Varenr;Pris NOK;Hylle\r\nEndret;200;11,75;B7\r\n');
    expect(run.result.diff?.columnsAdded).toEqual(['Hylle']);
  });

  const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
  const updated = DELTA_FORMATS.map(
    ({ name, delta }) => [name, delta([{ ...CHEAPER, action: 'update' as const }])] as const,
  );
  const updates = (name: string): string | Uint8Array => new Map(updated).get(name) ?? '';

  it.each([
    {
      why: 'nobody writes the format',
      file: 'a.xml',
      sent: updates('UBL'),
      asLines: { reason: 'notWritten' },
      nb: 'katalogvakt ikke skriver formatet endringene kom i.',
      en: 'katalogvakt does not write the format that the changes came in.',
    },
    {
      why: 'the document must say what nobody said',
      file: 'a.xml',
      sent: updates('BMEcat'),
      asLines: { reason: 'lacking', format: 'bmecat', lacking: expect.arrayContaining(['buyer.name']) },
      nb: 'BMEcat 2005 må ha opplysninger som verken avtalen eller filen har: ',
      en: 'BMEcat 2005 needs what neither the agreement nor the file has: ',
    },
    {
      why: 'the format has no place for a column',
      file: 'a.cif',
      sent: updates('CIF'),
      asLines: { reason: 'leftOut', format: 'cif', leftOut: [{ what: 'Hylle', lines: 1, first: '200' }] },
      nb: 'CIF 3.0 ikke har plass til alt i den: Hylle (vare 200).',
      en: 'CIF 3.0 cannot hold all of it: Hylle (item 200).',
    },
    {
      why: 'the encoding lacks a letter',
      file: 'a.csv',
      sent: Buffer.from('Handling;Varenr;Pris;Merke\r\nEndret;200;11,75;Blåbær\r\n', 'latin1'),
      asLines: { reason: 'notInFormat', format: 'csv' },
      nb: 'den ikke kan skrives som CSV. En linje fra forrige versjon har tegn som ikke finnes i filens tegnsett',
      en: 'it cannot be written as CSV. A line of the previous version has letters that the file',
    },
  ])('is lines of JSON where $why, and the reports say so', async ({ file, sent, asLines, nb, en }) => {
    const previous = {
      content: 'Varenr;Varenavn;Enhet;Pris;Hylle;Leverandørnummer\r\n200;Konvolutt C5;stk;12,50;Łódź;999999999\r\n',
    };
    const { check } = aWorkspace(folder, { previous });
    const run = await check(file, sent);
    expect(run.approvedName).toBe('approved.jsonl');
    expect(await numbersAndPrices(run)).toEqual(['200 11.75']);
    expect(run.result.delta?.asLines).toMatchObject(asLines);
    expect(oneLine(run.out)).toContain(`Den godkjente katalogen er skrevet som JSON-linjer, fordi ${nb}`);
    expect(oneLine(run.file('report.html').toString())).toContain(nb);
    const english = await check(file, sent, '--lang', 'en');
    expect(oneLine(english.out)).toContain(`The approved catalogue is written as lines of JSON, because ${en}`);
  });

  it('in the format of the changes, or none at all, needs no reason', async () => {
    const { check } = aWorkspace(folder, previously(ENVELOPE));
    expect((await check('katalog.csv', ENDRET(CHEAPER))).result.delta).not.toHaveProperty('asLines');
    const json = await check(
      'katalog.jsonl',
      `${JSON.stringify({ action: 'update', itemNumber: '200', price: '11.75' })}\n`,
    );
    expect([json.approvedName, json.result.delta?.asLines]).toEqual(['approved.jsonl', undefined]);
  });
});
