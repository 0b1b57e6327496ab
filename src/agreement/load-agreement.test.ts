import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaintOf } from '../../test/builders/complaint.ts';
import type { Text } from '../catalogue/text.ts';
import { findAgreement } from './find-agreement.ts';
import { loadAgreement } from './load-agreement.ts';
import { agreementSchema } from './schema.ts';

const LABELS: Readonly<Record<string, string>> = {
  SVANEN: 'svanemerket',
  Svanemerket: 'svanemerket',
  svanemerket: 'svanemerket',
};
const labels = { resolveLabel: (text: string) => LABELS[text], labelKeys: ['svanemerket', 'eu_ecolabel'] };

const ALL_KEYS = Object.keys(agreementSchema.properties ?? {})
  .map((key) => `\`${key}\``)
  .join(', ');

const LEAST = `version: 1
number: "2024/118"
name: Kontor- og renholdsartikler
supplier: { name: Eksempel AS }
period: { from: 2024-01-01, to: 2026-12-31 }
currency: NOK
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'katalogvakt-agreement-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content = ''): Promise<string> {
  const whole = join(folder, path);
  await mkdir(join(whole, '..'), { recursive: true });
  await writeFile(whole, content);
  return whole;
}

async function load(content: string) {
  return loadAgreement(await put('agreement.yaml', content), labels);
}

const complaint = (loading: Promise<unknown>) => complaintOf(loading, folder);

describe('an agreement', () => {
  it('needs little: the rest has its usual value', async () => {
    const loaded = await load(LEAST);
    expect(loaded).toEqual({
      agreement: {
        number: '2024/118',
        name: 'Kontor- og renholdsartikler',
        supplier: { name: 'Eksempel AS' },
        period: { from: '2024-01-01', to: '2026-12-31' },
        currency: 'NOK',
        timeZone: 'Europe/Oslo',
        vat: 'excluded',
        labels: [],
      },
      path: join(folder, 'agreement.yaml'),
      bytes: Buffer.from(LEAST),
    });
  });

  it('can say all there is', async () => {
    await put('prices.xlsx');
    await put('approved/2026-05.csv');
    await put('own-mapping.yaml');
    await put('rules/own.yaml');
    const loaded = await load(
      `${LEAST.replace('Eksempel AS', 'Eksempel AS, organisationNumber: "974 760 673", gln: "7080000000005"')}language: nb
timeZone: Europe/Stockholm
vat: included
prices: { file: prices.xlsx, sheet: Priser }
previous: approved\\2026-05.csv
mapping: own-mapping.yaml
scope: { unspsc: ["44", "4713"] }
labels:
  - { unspsc: "4713", anyOf: [SVANEN, Svanemerket] }
rules: ./rules/own.yaml
`,
    );
    expect(loaded.agreement).toMatchObject({
      supplier: { name: 'Eksempel AS', organisationNumber: '974760673', gln: '7080000000005' },
      language: 'nb',
      timeZone: 'Europe/Stockholm',
      vat: 'included',
      scope: ['44', '4713'],
      labels: [{ unspsc: '4713', anyOf: ['svanemerket'] }],
    });
    expect(loaded).toMatchObject({
      pricesFile: join(folder, 'prices.xlsx'),
      pricesSheet: 'Priser',
      previousFile: join(folder, 'approved', '2026-05.csv'),
      mappingFile: join(folder, 'own-mapping.yaml'),
      rules: join(folder, 'rules', 'own.yaml'),
    });
  });

  it('takes the mapping beside it, and a built-in rule set by name', async () => {
    await put('mapping.yaml');
    await put('prices.csv');
    const loaded = await load(`${LEAST}prices: prices.csv\nrules: katalogvakt:strict\n`);
    expect(loaded).toMatchObject({
      mappingFile: join(folder, 'mapping.yaml'),
      pricesFile: join(folder, 'prices.csv'),
      rules: 'katalogvakt:strict',
    });
    expect(loaded).not.toHaveProperty('pricesSheet');
  });

  it('given by a relative path has absolute inputs', async () => {
    await put('agreement.yaml', `${LEAST}prices: prices.csv\n`);
    await put('prices.csv');
    const path = relative(process.cwd(), join(folder, 'agreement.yaml'));
    expect(await loadAgreement(path, labels)).toMatchObject({ path, pricesFile: join(folder, 'prices.csv') });
  });
});

describe('an agreement that is wrong tells file, line, key and what to do', () => {
  it.each<[string, string, Text]>([
    [
      'a misspelt key',
      `${LEAST}timezone: Europe/Oslo\n`,
      {
        nb: 'agreement.yaml:7: ukjent nøkkel `timezone`. Mente du `timeZone`?',
        en: 'agreement.yaml:7: unknown key `timezone`. Did you mean `timeZone`?',
      },
    ],
    [
      'a key that is none',
      `${LEAST}colour: red\n`,
      {
        nb: `agreement.yaml:7: ukjent nøkkel \`colour\`. Tillatt: ${ALL_KEYS}.`,
        en: `agreement.yaml:7: unknown key \`colour\`. Allowed: ${ALL_KEYS}.`,
      },
    ],
    [
      'everything missing',
      'version: 1\n',
      {
        nb: 'agreement.yaml:1: `number` mangler. Skriv for eksempel `number: 2024/118`.\nagreement.yaml:1: `name` mangler. Skriv for eksempel `name: Kontor- og renholdsartikler`.\nagreement.yaml:1: `supplier` mangler. Skriv for eksempel `supplier: { name: Eksempel AS }`.\nagreement.yaml:1: `period` mangler. Skriv for eksempel `period: { from: 2024-01-01, to: 2026-12-31 }`.\nagreement.yaml:1: `currency` mangler. Skriv for eksempel `currency: NOK`.',
        en: 'agreement.yaml:1: `number` is missing. Write for example `number: 2024/118`.\nagreement.yaml:1: `name` is missing. Write for example `name: Kontor- og renholdsartikler`.\nagreement.yaml:1: `supplier` is missing. Write for example `supplier: { name: Eksempel AS }`.\nagreement.yaml:1: `period` is missing. Write for example `period: { from: 2024-01-01, to: 2026-12-31 }`.\nagreement.yaml:1: `currency` is missing. Write for example `currency: NOK`.',
      },
    ],
    [
      'numbers of the supplier without quotes',
      LEAST.replace('Eksempel AS', 'Eksempel AS, organisationNumber: 974760673, gln: 12'),
      {
        nb: 'agreement.yaml:4: `supplier.organisationNumber` er `974760673`, et tall, men skal være tekst. Sett den i anførselstegn: `organisationNumber: "974760673"`.\nagreement.yaml:4: `supplier.gln` er `12`, et tall, men skal være 13 sifre.',
        en: 'agreement.yaml:4: `supplier.organisationNumber` is `974760673`, a number, but must be text. Put it in quotes: `organisationNumber: "974760673"`.\nagreement.yaml:4: `supplier.gln` is `12`, a number, but must be 13 digits.',
      },
    ],
    [
      'a currency in small letters and a number of digits that is none',
      LEAST.replace('NOK', 'nok').replace('Eksempel AS', 'Eksempel AS, organisationNumber: "97476067"'),
      {
        nb: 'agreement.yaml:4: `supplier.organisationNumber` er `"97476067"`, men skal være ni sifre.\nagreement.yaml:6: `currency` er `nok`, men skal være en valutakode på tre store bokstaver, slik som NOK.',
        en: 'agreement.yaml:4: `supplier.organisationNumber` is `"97476067"`, but must be nine digits.\nagreement.yaml:6: `currency` is `nok`, but must be a currency code of three capital letters, such as NOK.',
      },
    ],
    [
      'wrong check digits, a period backwards, an unknown currency and time zone',
      `${LEAST.replace('Eksempel AS', 'Eksempel AS, organisationNumber: "974760674", gln: "7080000857049"').replace('2026-12-31', '2023-12-31').replace('NOK', 'NKO')}timeZone: Europe/Olso\n`,
      {
        nb: 'agreement.yaml:4: `supplier.organisationNumber` er `974760674`, men kontrollsifferet stemmer ikke. Sjekk nummeret mot avtalen.\nagreement.yaml:4: `supplier.gln` er `7080000857049`, men kontrollsifferet stemmer ikke. Sjekk nummeret mot avtalen.\nagreement.yaml:5: `period.to` er `2023-12-31`, men kan ikke være før `period.from`, som er `2024-01-01`.\nagreement.yaml:6: `currency` er `NKO`, som ikke er en valutakode i ISO 4217. Skriv for eksempel `currency: NOK`.\nagreement.yaml:7: `timeZone` er `Europe/Olso`, som ikke er en kjent tidssone. Mente du `Europe/Oslo`?',
        en: 'agreement.yaml:4: `supplier.organisationNumber` is `974760674`, but its check digit is wrong. Check the number against the agreement.\nagreement.yaml:4: `supplier.gln` is `7080000857049`, but its check digit is wrong. Check the number against the agreement.\nagreement.yaml:5: `period.to` is `2023-12-31`, but must not be before `period.from`, which is `2024-01-01`.\nagreement.yaml:6: `currency` is `NKO`, which is not an ISO 4217 currency code. Write for example `currency: NOK`.\nagreement.yaml:7: `timeZone` is `Europe/Olso`, which is not a known time zone. Did you mean `Europe/Oslo`?',
      },
    ],
    [
      'an offset for a time zone',
      `${LEAST}timeZone: "+01:00"\n`,
      {
        nb: 'agreement.yaml:7: `timeZone` er `+01:00`, som ikke er en kjent tidssone. Skriv for eksempel `timeZone: Europe/Oslo`.',
        en: 'agreement.yaml:7: `timeZone` is `+01:00`, which is not a known time zone. Write for example `timeZone: Europe/Oslo`.',
      },
    ],
    [
      'a scope of odd length and without quotes',
      `${LEAST}scope: { unspsc: ["447", 44] }\n`,
      {
        nb: 'agreement.yaml:7: `scope.unspsc[0]` er `"447"`, men skal være de første 2, 4, 6 eller 8 sifrene av en UNSPSC-kode.\nagreement.yaml:7: `scope.unspsc[1]` er `44`, et tall, men skal være tekst. Sett den i anførselstegn: `"44"`.',
        en: 'agreement.yaml:7: `scope.unspsc[0]` is `"447"`, but must be the first 2, 4, 6 or 8 digits of a UNSPSC code.\nagreement.yaml:7: `scope.unspsc[1]` is `44`, a number, but must be text. Put it in quotes: `"44"`.',
      },
    ],
    [
      'labels that are none',
      `${LEAST}labels:\n  - { unspsc: "47", anyOf: [SVANEN] }\n  - unspsc: "44"\n    anyOf:\n      - svanemerke\n      - green\n`,
      {
        nb: 'agreement.yaml:11: `labels[1].anyOf[0]` er `svanemerke`, som ikke er et kjent miljømerke. Mente du `svanemerket`?\nagreement.yaml:12: `labels[1].anyOf[1]` er `green`, som ikke er et kjent miljømerke. Bruk en merkekode, slik som `svanemerket`.',
        en: 'agreement.yaml:11: `labels[1].anyOf[0]` is `svanemerke`, which is not a known eco-label. Did you mean `svanemerket`?\nagreement.yaml:12: `labels[1].anyOf[1]` is `green`, which is not a known eco-label. Use a label key, such as `svanemerket`.',
      },
    ],
    [
      'files that are not there',
      `${LEAST}prices: prices.csv\nprevious: approved/2026-05.csv\nmapping: own/mapping.yaml\nrules: own.yaml\n`,
      {
        nb: 'agreement.yaml:7: `prices` er `prices.csv`, men filen prices.csv finnes ikke. Mente du `prices.xlsx`?\nagreement.yaml:8: `previous` er `approved/2026-05.csv`, men filen approved/2026-05.csv finnes ikke. Mente du `approved/2026-04.csv`?\nagreement.yaml:9: `mapping` er `own/mapping.yaml`, men filen own/mapping.yaml finnes ikke. Sjekk navnet; stien regnes fra mappen filen ligger i.\nagreement.yaml:10: `rules` er `own.yaml`, men filen own.yaml finnes ikke. Sjekk navnet; stien regnes fra mappen filen ligger i.',
        en: 'agreement.yaml:7: `prices` is `prices.csv`, but there is no file prices.csv. Did you mean `prices.xlsx`?\nagreement.yaml:8: `previous` is `approved/2026-05.csv`, but there is no file approved/2026-05.csv. Did you mean `approved/2026-04.csv`?\nagreement.yaml:9: `mapping` is `own/mapping.yaml`, but there is no file own/mapping.yaml. Check the name; the path counts from the folder that this file is in.\nagreement.yaml:10: `rules` is `own.yaml`, but there is no file own.yaml. Check the name; the path counts from the folder that this file is in.',
      },
    ],
    [
      'a folder for a price list',
      `${LEAST}prices: { file: approved }\n`,
      {
        nb: 'agreement.yaml:7: `prices.file` er `approved`, men approved er en mappe. Oppgi en fil.',
        en: 'agreement.yaml:7: `prices.file` is `approved`, but approved is a folder. Name a file.',
      },
    ],
    [
      'neither of the two forms of prices',
      `${LEAST}prices: 3\n`,
      {
        nb: 'agreement.yaml:7: `prices` er `3`, men skal være en fil, eller `{ file: prices.xlsx, sheet: Priser }`.',
        en: 'agreement.yaml:7: `prices` is `3`, but must be a file, or `{ file: prices.xlsx, sheet: Priser }`.',
      },
    ],
    [
      'a built-in rule set without its prefix',
      `${LEAST}rules: strict\n`,
      {
        nb: 'agreement.yaml:7: `rules` er `strict`, men det finnes ingen slik fil. Mente du `katalogvakt:strict`?',
        en: 'agreement.yaml:7: `rules` is `strict`, but there is no such file. Did you mean `katalogvakt:strict`?',
      },
    ],
    [
      'a misspelt built-in rule set',
      `${LEAST}rules: katalogvakt:recomended\n`,
      {
        nb: 'agreement.yaml:7: `katalogvakt:recomended` er ikke et innebygd regelsett. Mente du `katalogvakt:recommended`? Tillatt: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
        en: 'agreement.yaml:7: `katalogvakt:recomended` is not a built-in rule set. Did you mean `katalogvakt:recommended`? Allowed: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    await put('prices.xlsx');
    await put('approved/2026-04.csv');
    expect(await complaint(load(content))).toEqual(expected);
  });
});

describe('price terms that are wrong tell file, line, key and what to do', () => {
  const LISTS = 'priceLists: [{ name: veiledende, file: prices.xlsx }]\n';

  it.each<[string, string, Text]>([
    [
      'two kinds in one term',
      'priceTerms:\n  - { fixed: { price: 5 }, notPriced: true }\n',
      {
        nb: 'agreement.yaml:8: `priceTerms[0]` skal ha én av `listed`, `fixed`, `discount`, `markUp`, `ceiling`, `tiers`, `campaign`, `lowestOf`, `notPriced`, men har fixed, notPriced.',
        en: 'agreement.yaml:8: `priceTerms[0]` must have one of `listed`, `fixed`, `discount`, `markUp`, `ceiling`, `tiers`, `campaign`, `lowestOf`, `notPriced`, but has fixed, notPriced.',
      },
    ],
    [
      'a list that is none',
      `${LISTS}priceTerms:\n  - discount: { list: veiledene, percent: 5 }\n`,
      {
        nb: 'agreement.yaml:9: `priceTerms[0].discount.list` er `veiledene`, men ingen av `priceLists` heter det. Mente du `veiledende`?',
        en: 'agreement.yaml:9: `priceTerms[0].discount.list` is `veiledene`, but none of `priceLists` is called so. Did you mean `veiledende`?',
      },
    ],
    [
      'tiers out of order',
      'priceTerms:\n  - tiers:\n      steps:\n        - { from: 10, price: 5 }\n        - { from: 5, price: 4 }\n',
      {
        nb: 'agreement.yaml:11: `priceTerms[0].tiers.steps[1].from` er `5`, men må være over trinnet før, som er `10`.',
        en: 'agreement.yaml:11: `priceTerms[0].tiers.steps[1].from` is `5`, but must be above the step before, which is `10`.',
      },
    ],
    [
      'a larger quantity that is dearer',
      'priceTerms:\n  - tiers:\n      steps:\n        - { from: 1, price: 5 }\n        - { from: 5, price: 6 }\n',
      {
        nb: 'agreement.yaml:11: `priceTerms[0].tiers.steps[1].price` er `6`, mer enn `5` for et mindre antall. Sett trinnene i rekkefølge.',
        en: 'agreement.yaml:11: `priceTerms[0].tiers.steps[1].price` is `6`, more than `5` for a smaller quantity. Put the steps in order.',
      },
    ],
    [
      'two terms for one thing',
      'priceTerms:\n  - { for: { unspsc: ["44"] }, fixed: { price: 5 } }\n  - { for: { unspsc: ["44"] }, fixed: { price: 6 } }\n',
      {
        nb: 'agreement.yaml:9: `priceTerms[1]` og `priceTerms[0]` gjelder begge `44`. Behold ett, eller samle dem under `lowestOf`.',
        en: 'agreement.yaml:9: `priceTerms[1]` and `priceTerms[0]` both hold for `44`. Keep one, or put them together under `lowestOf`.',
      },
    ],
    [
      'a campaign that ends before it begins',
      'priceTerms:\n  - campaign: { from: 2026-02-01, to: 2026-01-01, price: 4 }\n',
      {
        nb: 'agreement.yaml:8: `priceTerms[0].campaign.to` er `2026-01-01`, men kan ikke være før `2026-02-01`.',
        en: 'agreement.yaml:8: `priceTerms[0].campaign.to` is `2026-01-01`, but must not be before `2026-02-01`.',
      },
    ],
    [
      'a list with VAT and no rate',
      'priceLists: [{ name: a, file: prices.xlsx, vat: included }]\n',
      {
        nb: 'agreement.yaml:7: `priceLists[0].vat` er `included`, mens avtalen er `excluded`. Skriv mva-satsen, for eksempel `vatRate: 25`.',
        en: 'agreement.yaml:7: `priceLists[0].vat` is `included` while the agreement is `excluded`. Write the VAT rate, for example `vatRate: 25`.',
      },
    ],
    [
      'a month that the series lacks',
      'adjustment:\n  index: { name: KPI, file: kpi.csv, baseMonth: 2024-12 }\n',
      {
        nb: 'agreement.yaml:8: `adjustment.index.baseMonth` er `2024-12`, men kpi.csv har ingen verdi for måneden.',
        en: 'agreement.yaml:8: `adjustment.index.baseMonth` is `2024-12`, but kpi.csv has no value for that month.',
      },
    ],
    [
      'a currency that is the agreement’s own',
      'currencies: [{ code: NOK, rate: 1 }]\n',
      {
        nb: 'agreement.yaml:7: `currencies[0].code` er `NOK`, som er avtalens egen valuta eller står to ganger. Ta den bort.',
        en: "agreement.yaml:7: `currencies[0].code` is `NOK`, which is the agreement's own currency or appears twice. Remove it.",
      },
    ],
    [
      'a decimal comma',
      'priceTerms:\n  - fixed: { price: 5,50 }\n',
      {
        nb: 'agreement.yaml:8: ukjent nøkkel `50` i `priceTerms[0].fixed`. Bruk punktum som desimaltegn, slik: `15.5`.',
        en: 'agreement.yaml:8: unknown key `50` in `priceTerms[0].fixed`. Use a point as decimal sign, like this: `15.5`.',
      },
    ],
    [
      'a percentage that is none',
      `${LISTS}priceTerms:\n  - discount: { list: veiledende, percent: 120 }\n`,
      {
        nb: 'agreement.yaml:9: `priceTerms[0].discount.percent` er `120`, men skal være høyst 100.',
        en: 'agreement.yaml:9: `priceTerms[0].discount.percent` is `120`, but must be at most 100.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    await put('prices.xlsx');
    await put('kpi.csv', 'Måned;KPI\n2025-01;134,2\n');
    expect(await complaint(load(`${LEAST}${content}`))).toEqual(expected);
  });

  it.each([
    ['a line that is none', '2025-01;134,2\n2025-02;x\n', /kpi\.csv, rad 2: forstår ikke «2025-02;x»/],
    ['a month twice', '2025M01;134,2\n2025-01;134\n', /kpi\.csv, rad 2: 2025-01 står to ganger/],
  ])('a series with %s', async (_, series, expected) => {
    await put('kpi.csv', series);
    const content = `${LEAST}adjustment:\n  index: { name: KPI, file: kpi.csv, baseMonth: 2025-01 }\n`;
    expect((await complaint(load(content))).nb).toMatch(expected);
  });
});

describe('the agreement of a catalogue', () => {
  it('is the nearest one above it', async () => {
    const outer = await put('catalogs/agreement.yaml');
    const inner = await put('catalogs/kontor/agreement.yaml');
    const deep = join(folder, 'catalogs', 'kontor', 'inbox', 'mai', 'katalog.csv');
    await put('catalogs/kontor/inbox/mai/katalog.csv');
    expect(await findAgreement(deep)).toBe(inner);
    expect(await findAgreement(join(folder, 'catalogs', 'annet', 'katalog.csv'))).toBe(outer);
  });

  it('is no folder of that name', async () => {
    const outer = await put('agreement.yaml');
    await mkdir(join(folder, 'sub', 'agreement.yaml'), { recursive: true });
    expect(await findAgreement(join(folder, 'sub', 'katalog.csv'))).toBe(outer);
  });

  it('is shown by a path of the same kind as the catalogue’s', async () => {
    await put('agreement.yaml');
    await mkdir(join(folder, 'sub'));
    const catalogue = relative(process.cwd(), join(folder, 'sub', 'katalog.csv'));
    expect(await findAgreement(catalogue)).toBe(relative(process.cwd(), join(folder, 'agreement.yaml')));
  });

  it('may not be there', async () => {
    expect(await findAgreement(join(folder, 'katalog.csv'))).toBeUndefined();
  });
});
