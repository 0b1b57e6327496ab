/** `kit`: the supplier gets the buyer's answer, and nothing that is none of his business. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/catalogue/finding.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { sheetWorkbook } from '../builders/workbook.ts';
import { checkRun, DAY } from '../builders/workspace.ts';

const folder = temporaryFolder();

/** Stands in everything that no supplier may see. */
const SECRET = 'HEMMELIG-4711';

const CATALOGUE = [
  'Varenr;Varenavn;Enhet;Pris;UNSPSC;Miljømerke',
  '100;Kopipapir A4 80 g;stk;49,90;14111507;Svanemerket',
  '200;Konvolutt C5;stk;13,50;44121506;',
  '300;KULEPENN BLÅ;stk;8,00;44121701;',
  '400;Permer;stk;20,00;44122003;',
  '500;Skjærebrett;stk;120,00;52151504;',
  '',
].join('\r\n');

const PRICES = [
  `Internt: ${SECRET}`,
  '',
  'Varenr;Varenavn;Enhet;Avtalt pris;Kjernesortiment;Intern merknad;Vurdering',
  `100;Kopipapir A4;stk;49,90;ja;${SECRET};"a`,
  `b ${SECRET}"`,
  `200;Konvolutt C5;stk;12,50;;${SECRET};`,
  `300;Kulepenn blå;stk;8,00;;;${SECRET}`,
  `600;Saks;stk;30,00;ja;;`,
  '',
].join('\r\n');

const AGREEMENT = `# ${SECRET}\n${agreementYaml({
  language: 'nb',
  prices: 'avtalt/prisliste.csv',
  previous: 'forrige.csv',
  volumes: 'mengder.csv',
  scope: '{ unspsc: ["44", "14"] }',
  labels: '[{ unspsc: "14", anyOf: [svanemerket] }]',
  rules: `../../rules/egne.yaml # ${SECRET}`,
  targets: `[{ name: kommune-a, folder: "/${SECRET}" }]`,
})}`;

const RULES = [
  `# ${SECRET}`,
  'version: 1',
  'extends: felles.yaml',
  'requires: [agreement, previous]',
  `supplierGroups: { store: ["Prøve AS", "${SECRET}"] }`,
  'gate: { limits: { yearlyEffect: "4711" } }',
  'own:',
  '  own/long-enough: { title: { nb: Navnet er langt, en: The name is long }, severity: warning, field: name, expect: "size(name) > 6", message: { nb: "Kort: {actual}", en: "Short: {actual}" } }',
  'rules: { name/upper-case: error }',
  'overrides:',
  `  - { when: { supplier: ["${SECRET}"] }, rules: { name/upper-case: off } }`,
  '  - { when: { supplierGroup: [store], unspsc: ["44"] }, rules: { price/above-agreed: warning } }',
  `  - { when: { agreement: ["2024/*", "${SECRET}"] }, rules: { price/above-agreed: off } }`,
  '',
].join('\n');

const COMMON = 'version: 1\nextends: katalogvakt:recommended\nrules: { assortment/outside-scope: warning }\n';

function write(name: string, content: string | Uint8Array): string {
  return folder.write(path.join('kjoper', name), content);
}

const buyer = path.join(folder.path, 'kjoper');
const supplier = path.join(folder.path, 'leverandor');
let made: CommandRun;
beforeAll(async () => {
  write('catalogs/avtale/agreement.yaml', AGREEMENT);
  write('catalogs/avtale/avtalt/prisliste.csv', PRICES);
  write('catalogs/avtale/forrige.csv', CATALOGUE.replaceAll('Permer', SECRET));
  write('catalogs/avtale/mengder.csv', `Varenr;Antall;Periode\r\n100;4711;2025\r\n`);
  write(
    'catalogs/avtale/waivers.yaml',
    `version: 1\nwaivers: [{ rules: [name/upper-case], covers: [{ item: "300", field: name, value: "KULEPENN BLÅ" }], reason: ${SECRET}, by: ${SECRET}, until: 2027-01-01 }]\n`,
  );
  write('catalogs/avtale/mapping.yaml', `version: 1 # ${SECRET}\nunits: { stk: EA }\n`);
  write('catalogs/annen/agreement.yaml', AGREEMENT.replaceAll('Prøve', SECRET));
  write('rules/egne.yaml', RULES);
  write('rules/felles.yaml', COMMON);
  write('rules/words/abbreviations.csv', 'forkortelse;betydning\r\nkp;kopipapir\r\n');
  made = await katalogvakt(['kit', 'catalogs/avtale', 'sett.zip'], { in: buyer });
  mkdirSync(supplier, { recursive: true });
  writeFileSync(path.join(supplier, 'katalog.csv'), CATALOGUE);
});

const kit = (): string => path.join(buyer, 'sett.zip');
const parts = (): Readonly<Record<string, Uint8Array>> => unzipSync(readFileSync(kit()));

it('says what it made and what it is for', () => {
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain('katalogvakt check KATALOG --agreement sett.zip');
});

it('holds terms, prices, rules, mapping and words, and nothing else', () => {
  expect(Object.keys(parts()).toSorted()).toEqual([
    'catalogs/kit/agreement.yaml',
    'catalogs/kit/mapping.yaml',
    'catalogs/kit/prices.csv',
    'kit.json',
    'rules/rules-2.yaml',
    'rules/rules.yaml',
    'rules/words/abbreviations.csv',
    'schemas/agreement.schema.json',
    'schemas/mapping.schema.json',
  ]);
});

it('holds no byte of what is private', () => {
  for (const [name, bytes] of Object.entries(parts())) {
    const text = Buffer.from(bytes).toString('latin1');
    for (const secret of [SECRET, '4711', 'targets:', 'waivers', 'volumes:', 'previous:', buyer])
      expect(`${name} ${name.startsWith('schemas/') ? '' : text}`).not.toContain(secret);
    expect(text).not.toContain(SECRET);
  }
});

it('is the same to the byte when it is made again, on another day and under another name', async () => {
  await katalogvakt(['kit', 'catalogs/avtale/agreement.yaml', 'igjen.zip'], { in: buyer });
  expect(readFileSync(path.join(buyer, 'igjen.zip')).equals(readFileSync(kit()))).toBe(true);
});

/** What a finding says of the catalogue, wherever the catalogue lies. */
function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ rule }) => rule !== 'price/change-limit')
    .map(({ effect: _, place: { file: _file, ...place }, ...finding }) => JSON.stringify({ ...finding, place }))
    .toSorted();
}

describe('the answer', () => {
  const asSupplier = (file: string, zip: string, ...words: readonly string[]): Promise<CommandRun> =>
    katalogvakt(['check', file, '--agreement', zip, '--as-of', DAY, ...words], { in: supplier });

  it('is the buyer\u2019s, besides what volumes, waivers and the previous version give', async () => {
    write('catalogs/avtale/inbox/katalog.csv', CATALOGUE);
    const theirs = await asSupplier('katalog.csv', kit(), '--out', 'svar');
    const answer = checkRun(theirs, path.join(supplier, 'svar'));
    // The buyer, without what a supplier cannot have.
    const bare = path.join(buyer, 'catalogs/avtale');
    const whole = readFileSync(path.join(bare, 'agreement.yaml'), 'utf8');
    write(
      'catalogs/avtale/agreement.yaml',
      whole.replace('previous: forrige.csv\n', '').replace('volumes: mengder.csv\n', ''),
    );
    write('rules/egne.yaml', RULES.replace('requires: [agreement, previous]\n', ''));
    const waivers = readFileSync(path.join(bare, 'waivers.yaml'));
    write('catalogs/avtale/waivers.yaml', 'version: 1\nwaivers: []\n');
    const own = await katalogvakt(['check', 'catalogs/avtale/inbox/katalog.csv', '--as-of', DAY, '--out', 'svar'], {
      in: buyer,
    });
    write('catalogs/avtale/agreement.yaml', whole);
    write('rules/egne.yaml', RULES);
    write('catalogs/avtale/waivers.yaml', waivers);
    const expected = checkRun(own, path.join(buyer, 'svar'));
    expect(told(answer.findings)).toEqual(told(expected.findings));
    expect(answer.findings.length).toBeGreaterThan(4);
    expect([answer.code, answer.result.outcome, answer.result.lines]).toEqual([
      expected.code,
      expected.result.outcome,
      expected.result.lines,
    ]);
    expect(answer.approved).toEqual(expected.approved);
  });

  it('goes to reports/ where the supplier is, and nothing of the kit stays behind', async () => {
    const run = await asSupplier('katalog.csv', kit());
    expect(run.err).toBe('');
    expect(readdirSync(supplier).toSorted()).toEqual(['katalog.csv', 'reports', 'svar']);
    const text = readFileSync(
      path.join(supplier, 'reports', readdirSync(path.join(supplier, 'reports'))[0] ?? '', 'result.json'),
      'utf8',
    );
    expect(text).not.toContain('katalogvakt-');
  });

  it('shows how a price is worked out', async () => {
    const run = await katalogvakt(
      ['explain', '200', '--agreement', kit(), '--catalogue', 'katalog.csv', '--as-of', DAY],
      {
        in: supplier,
      },
    );
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toContain('12,50');
    expect(run.out).toContain('13,50');
    expect(run.out).not.toContain('katalogvakt-');
  });

  it('names the version of a kit that another katalogvakt made', async () => {
    const other = Object.fromEntries(
      Object.entries(parts()).map(([name, bytes]) => {
        const text = Buffer.from(bytes).toString('utf8');
        return [
          name,
          name === 'kit.json' ? Buffer.from(text.replace(/"version": "[^"]+"/, '"version": "0.0.7"')) : bytes,
        ];
      }),
    );
    writeFileSync(path.join(supplier, 'gammel.zip'), zipSync(other));
    const run = await asSupplier('katalog.csv', 'gammel.zip', '--out', 'annet', '--lang', 'en');
    expect(run.err).toContain('The kit was made with katalogvakt 0.0.7');
  });
});

describe('a kit that is not right', () => {
  const refused = async (bytes: Uint8Array): Promise<string> => {
    writeFileSync(path.join(supplier, 'rart.zip'), bytes);
    const run = await katalogvakt(
      ['check', 'katalog.csv', '--agreement', 'rart.zip', '--lang', 'en', '--out', 'rart'],
      {
        in: supplier,
      },
    );
    expect([run.code, run.out]).toEqual([2, '']);
    expect(readdirSync(supplier)).not.toContain('rart');
    return run.err;
  };
  const changed = (change: (all: Record<string, Uint8Array>) => void): Uint8Array => {
    const all = { ...parts() };
    change(all);
    return zipSync(all);
  };
  const manifest = (own: object, file?: object): Uint8Array =>
    changed((all) => {
      const read = JSON.parse(Buffer.from(all['kit.json'] ?? []).toString('utf8')) as { readonly files: object[] };
      const files = file === undefined ? read.files : [...read.files, { ...read.files[0], ...file }];
      all['kit.json'] = Buffer.from(JSON.stringify({ ...read, ...own, files }));
    });

  it.each<[string, () => Uint8Array, string]>([
    ['is none', () => zipSync({ 'katalog.csv': Buffer.from(CATALOGUE) }), "is not a buyer's kit"],
    ['is no archive', () => Buffer.from('hei'), 'is damaged'],
    ['is cut off', () => readFileSync(kit()).subarray(0, 900), 'is damaged'],
    [
      'has other prices',
      () =>
        changed((all) => {
          all['catalogs/kit/prices.csv'] = Buffer.from('Varenr;Pris\r\n100;1,00\r\n');
        }),
      'was changed',
    ],
    ['lacks a file', () => changed((all) => void delete all['catalogs/kit/prices.csv']), 'is damaged'],
    ['is of a newer katalogvakt', () => manifest({ version: 2 }), 'newer'],
    ['wants to write elsewhere', () => manifest({}, { file: '../../ute.yaml', bytes: 1 }), 'is damaged'],
    ['carries code', () => manifest({}, { file: 'rules/regel.mjs', bytes: 1 }), 'is damaged'],
    ['says it is huge', () => manifest({}, { file: 'rules/a.yaml', bytes: 1e12 }), 'is damaged'],
    [
      'unpacks to more than it says',
      () =>
        changed((all) => {
          all['catalogs/kit/prices.csv'] = Buffer.alloc(50_000_000);
        }),
      'is damaged',
    ],
  ])('%s: it is told, and nothing is checked', async (_, bytes, said) => {
    expect(await refused(bytes())).toContain(said);
  });
});

it('of a workbook goes the sheet with the prices, typed as it was', async () => {
  write(
    'catalogs/bok/priser.xlsx',
    sheetWorkbook({
      sheets: [
        {
          name: 'Priser',
          rows: [
            ['Varenr', 'Varenavn', 'Enhet', 'Avtalt pris', 'Intern'],
            ['0100', 'Kopipapir A4', 'stk', 1234.5, SECRET],
            ['200', 'Konvolutt', 'stk', 12.5, ''],
          ],
        },
        { name: 'Evaluering', rows: [[SECRET, 'Konkurrent AS', 4711]] },
      ],
    }),
  );
  write(
    'catalogs/bok/agreement.yaml',
    AGREEMENT.replace(/^(?:previous|volumes|rules|targets|scope|labels).*\n/gm, '').replace(
      'avtalt/prisliste.csv',
      '{ file: priser.xlsx, sheet: Priser }',
    ),
  );
  const run = await katalogvakt(['kit', 'catalogs/bok', 'bok.zip'], { in: buyer });
  expect([run.code, run.err]).toEqual([0, '']);
  const all = unzipSync(readFileSync(path.join(buyer, 'bok.zip')));
  const workbook = unzipSync(all['catalogs/kit/prices.xlsx'] ?? new Uint8Array());
  for (const bytes of Object.values(workbook))
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/HEMMELIG|4711|Konkurrent/);
  writeFileSync(path.join(supplier, 'dyr.csv'), 'Varenr;Varenavn;Enhet;Pris\r\n0100;Kopipapir A4;stk;1234,60\r\n');
  const answer = await katalogvakt(
    ['check', 'dyr.csv', '--agreement', path.join(buyer, 'bok.zip'), '--as-of', DAY, '--out', 'bok'],
    { in: supplier },
  );
  expect(answer.err).toBe('');
  expect(checkRun(answer, path.join(supplier, 'bok')).findings).toContainEqual(
    expect.objectContaining({ rule: 'price/above-agreed', expected: '1234.5' }),
  );
});

describe('of ordering systems', () => {
  const PROFILES = {
    'kort.yaml': `# ${SECRET}\nversion: 1\nextends: ../grunnlag/felles.yaml\ntitle: { nb: Kort, en: Short }\nlimits: { name: 12 }\nfacts: { limits.name: { source: ${SECRET} } }\n`,
    'annen.yaml': `version: 1\nextends: katalogvakt:visma-ehandel\ntitle: { nb: ${SECRET}, en: ${SECRET} }\n`,
  };

  beforeAll(async () => {
    for (const [name, text] of Object.entries(PROFILES)) write(`rules/profiles/${name}`, text);
    write(
      'rules/grunnlag/felles.yaml',
      `version: 1 # ${SECRET}\nformat: csv\nlimits: { name: 40, description: 100 }\n`,
    );
    const agreement = AGREEMENT.replace(/^(?:previous|volumes|rules|targets|scope|labels|prices).*\n/gm, '');
    write('catalogs/systemer/agreement.yaml', `${agreement}systems: [visma-ehandel, kort]\n`);
    expect(await katalogvakt(['kit', 'catalogs/systemer', 'systemer.zip'], { in: buyer })).toMatchObject({
      code: 0,
      err: '',
    });
  });

  it('go the profiles of the workspace that the agreement names, with what they build on and no remarks', () => {
    const all = unzipSync(readFileSync(path.join(buyer, 'systemer.zip')));
    expect(Object.keys(all).filter((name) => name.startsWith('rules/profiles/'))).toEqual(['rules/profiles/kort.yaml']);
    expect(JSON.parse(Buffer.from(all['rules/profiles/kort.yaml'] ?? []).toString())).toEqual({
      version: 1,
      format: 'csv',
      title: { nb: 'Kort', en: 'Short' },
      limits: { name: 12, description: 100 },
    });
    for (const bytes of Object.values(all)) expect(Buffer.from(bytes).toString('latin1')).not.toContain(SECRET);
  });

  it('the supplier meets the limits that the buyer has', async () => {
    writeFileSync(
      path.join(supplier, 'langt.csv'),
      'Varenr;Varenavn;Enhet;Pris\r\n100;Konvolutt C5 hvit;stk;12,50\r\n',
    );
    const zip = path.join(buyer, 'systemer.zip');
    const answer = await katalogvakt(['check', 'langt.csv', '--agreement', zip, '--as-of', DAY, '--out', 'langt'], {
      in: supplier,
    });
    const { findings, result, out } = checkRun(answer, path.join(supplier, 'langt'));
    // Whoever has a kit approves nothing.
    expect([result.outcome, out]).toEqual(['approved', expect.not.stringContaining('katalogvakt approve')]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'name/length', parameters: { length: '17', max: '12', system: 'Kort' } }),
    );
  });
});
