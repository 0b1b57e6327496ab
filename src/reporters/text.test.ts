import { describe, expect, it } from 'vitest';
import { aFinding, aRun, type RunParts, textOf } from '../../test/builders/run.ts';
import type { Style } from './reporter.ts';
import type { Result } from './result.ts';
import { text } from './text.ts';

async function summary(parts: RunParts = {}, style: Partial<Style> = {}): Promise<string> {
  const rendered = text.render(aRun(parts), { language: 'nb', colour: false, width: 80, ...style });
  return (await textOf(rendered)).replaceAll('\u00a0', ' ');
}

const FOLDER = 'reports/2025-014-katalog-februar-2026-02-01';

const SUMMARY_NB = `\
DELVIS GODKJENT: 296 av 301 linjer. 5 av 7 regler kjørt, 1 mangler data.
Av dem 294 som sendt, 1 rettet, 1 fra forrige versjon.

Katalog          catalogs/2025-014/inbox/katalog februar.csv
Avtale           2025-014 Kontor- og renholdsmateriell, Fjordkontor AS
Forrige versjon  catalogs/2025-014/approved/2025-11-03/approved.csv
Regelsett        katalogvakt:recommended
Gjelder dag      01.02.2026

Over avtalt pris, i året: ikke regnet ut; det er ikke oppgitt hvor mye som
kjøpes (volumes.csv).

Må rettes (5 feil)

   4  Prisen er over den avtalte (price/above-agreed)
      - rad 14, kolonne F (Pris eks. mva (NOK)), vare K-1003:
        Prisen 62,50 kr er 25 % over avtalt pris 50,00 kr
      - rad 88, kolonne F (Pris eks. mva (NOK)), vare K-1107:
        Prisen 20,40 kr er 20 % over avtalt pris 17,00 kr
      - rad 31, kolonne F (Pris eks. mva (NOK)), vare K-1044:
        Prisen 1 249,90 kr er 5,03 % over avtalt pris 1 190,00 kr
      og 1 til

   1  Miljømerket avtalen krever, mangler (label/demanded)
      - rad 19, kolonne J (Miljømerke), vare R-2040:
        Mangler miljømerke; avtalen krever Svanemerket, EU Ecolabel
        (EU-blomsten)

Bør ses på (2 advarsler)

   1  Avtalte varer mangler (assortment/agreed-item-missing)
      - vare K-1190:
        Ringperm A4, 4 ringer er avtalt, men mangler i katalogen

   1  Uventet stor prisendring (price/change-limit)
      - rad 90, kolonne F (Pris eks. mva (NOK)), vare K-1110:
        Prisen gikk fra 20,00 kr til 12,00 kr (−40 %)

I tillegg 1 opplysning, se findings.csv.
1 avvik er godtatt på forhånd og teller ikke.

Linjene
   294  godkjent som sendt
     1  rettet til det avtalen sier
     1  byttet med linjen som ble godkjent sist
     5  holdt tilbake
   301  lest i alt
     1  beholdt fra forrige versjon fordi de mangler i den nye (i tillegg)

Endringer i filen leverandøren sendte, mot forrige versjon
  1 ny, 1 fjernet, 7 endret, 1 fikk nytt varenummer, 292 uendret.
  Pris: 4 opp (1 går ikke videre), 1 ned.
  Kolonner som er borte: Gammel pris.
  Størst prisøkning:
    - K-1003: fra 50,00 til 62,50 (+25 %)
    - K-1107: fra 17,00 til 20,40 (+20 %), går ikke videre
    - K-1044: fra 1 190,00 til 1 249,90 (+5,03 %)

Ikke kontrollert: label/licence-format (filen har ingen kolonne for
  Lisensnummer).
Ikke i bruk: assortment/outside-scope (avtalen sier ikke hvilke varegrupper den
  gjelder).

Filene ligger i reports/2025-014-katalog-februar-2026-02-01
  approved.csv    godkjent katalog, klar for bestillingssystemet
  withheld.csv    linjene som ikke går videre som sendt, med grunn
  findings.csv    alle funn, åpnes i Excel
  diff.csv        alle endringer i det som ble sendt, mot forrige versjon
  report.html     rapporten, åpnes i nettleseren
  result.json     resultatet, for maskiner
  findings.jsonl  alle funn, for maskiner

Det som går videre, kan godkjennes slik:
  katalogvakt approve reports/2025-014-katalog-februar-2026-02-01 --by "Ditt navn"
`;

const SUMMARY_EN = `\
PARTLY APPROVED: 296 of 301 lines. 5 of 7 rules ran, 1 lacked data.
Of these 294 as sent, 1 corrected, 1 from the previous version.

Catalogue         catalogs/2025-014/inbox/katalog februar.csv
Agreement         2025-014 Kontor- og renholdsmateriell, Fjordkontor AS
Previous version  catalogs/2025-014/approved/2025-11-03/approved.csv
Rule set          katalogvakt:recommended
As of             2026-02-01

Above the agreed prices, per year: not calculated; purchase volumes are not
given (volumes.csv).

Must be corrected (5 errors)

   4  The price is above the agreed one (price/above-agreed)
      - row 14, column F (Pris eks. mva (NOK)), item K-1003:
        The price NOK 62.50 is 25% above the agreed price NOK 50.00
      - row 88, column F (Pris eks. mva (NOK)), item K-1107:
        The price NOK 20.40 is 20% above the agreed price NOK 17.00
      - row 31, column F (Pris eks. mva (NOK)), item K-1044:
        The price NOK 1,249.90 is 5.03% above the agreed price NOK 1,190.00
      and 1 more

   1  The eco-label the agreement demands is missing (label/demanded)
      - row 19, column J (Miljømerke), item R-2040:
        No eco-label; the agreement demands Nordic Swan Ecolabel, EU Ecolabel

Should be reviewed (2 warnings)

   1  Agreed articles are missing (assortment/agreed-item-missing)
      - item K-1190:
        Ringperm A4, 4 ringer is agreed but missing from the catalogue

   1  Unexpectedly large price change (price/change-limit)
      - row 90, column F (Pris eks. mva (NOK)), item K-1110:
        The price went from NOK 20.00 to NOK 12.00 (−40%)

Also 1 note for information, see findings.csv.
1 deviation was accepted in advance and is not counted.

The lines
   294  approved as sent
     1  corrected to match the agreement
     1  replaced by the last approved line
     5  withheld
   301  read in total
     1  kept from the previous version, missing from the new one (in addition)

Changes in the file the supplier sent, compared with the previous version
  1 added, 1 removed, 7 changed, 1 renumbered, 292 unchanged.
  Prices: 4 up (1 not approved), 1 down.
  Columns removed: Gammel pris.
  Largest price rises:
    - K-1003: from 50.00 to 62.50 (+25%)
    - K-1107: from 17.00 to 20.40 (+20%), not approved
    - K-1044: from 1,190.00 to 1,249.90 (+5.03%)

Not checked: label/licence-format (the file has no column for Licence number).
Not in use: assortment/outside-scope (the agreement does not say which product
  groups it covers).

The files are in reports/2025-014-katalog-februar-2026-02-01
  approved.csv    approved catalogue, ready for the ordering system
  withheld.csv    the lines not approved as sent, with reasons
  findings.csv    every finding, opens in Excel
  diff.csv        every change as sent, compared with the previous version
  report.html     the report, opens in a browser
  result.json     the result, machine-readable
  findings.jsonl  every finding, machine-readable

To approve the lines that passed:
  katalogvakt approve reports/2025-014-katalog-februar-2026-02-01 --by "Your name"
`;

describe('the summary of a partly approved catalogue', () => {
  it('in Norwegian', async () => {
    expect(await summary({}, { folder: FOLDER })).toBe(SUMMARY_NB);
  });

  it('in English', async () => {
    expect(await summary({}, { folder: FOLDER, language: 'en' })).toBe(SUMMARY_EN);
  });

  it('keeps within the terminal, narrow or wide, in both languages', async () => {
    const files = [...aRun().result.files, 'diff.jsonl', 'annotated.xlsx', 'fixed.csv'];
    for (const language of ['nb', 'en'] as const) {
      for (const width of [40, 60, 80]) {
        const lines = (await summary({ result: { files } }, { width, language })).split('\n');
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says the same with colour as without', async () => {
    const coloured = await summary({}, { folder: FOLDER, colour: true });
    expect(coloured).toContain('\u001b[');
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(SUMMARY_NB);
  });
});

describe('the first line', () => {
  const firstLine = async (parts: RunParts, style?: Partial<Style>) => (await summary(parts, style)).split('\n')[0];
  const lines = { read: 12_345, asSent: 12_345, corrected: 0, keptPrevious: 0, withheld: 0, keptMissing: 0 };

  it('of an approved catalogue', async () => {
    const result = { outcome: 'approved', lines, notChecked: [] } as const;
    expect(await firstLine({ result })).toBe('GODKJENT: 12 345 av 12 345 linjer. 5 regler kjørt.');
    expect(await firstLine({ result }, { language: 'en' })).toBe('APPROVED: 12,345 of 12,345 lines. 5 rules ran.');
  });

  it('of a refused one', async () => {
    const result = {
      outcome: 'refused',
      lines,
      notChecked: [{ rule: 'label/demanded', reason: 'noLabelDemands' }],
    } as const;
    expect(await firstLine({ result })).toBe('AVVIST: ingen av 12 345 linjer går videre. 5 av 6 regler kjørt.');
    expect(await firstLine({ result }, { language: 'en' })).toBe(
      'REFUSED: none of 12,345 lines approved. 5 of 6 rules ran.',
    );
  });
});

describe('a refused catalogue', () => {
  it('says why and what to do, for every reason', async () => {
    const shown = await summary({
      result: {
        outcome: 'refused',
        refusedBecause: [
          { reason: 'missing', what: 'prices' },
          { reason: 'rule', rule: 'expiry/agreement-ended' },
          { reason: 'limit', limit: 'withheldPercent', allowed: '20', actual: '32.5' },
        ],
      },
      findings: [
        {
          rule: 'expiry/agreement-ended',
          severity: 'error',
          place: { file: 'a.csv' },
          actual: '2025-12-31',
        },
      ],
    });
    expect(shown).toContain(`\
Hvorfor avvist
  - Regelsettet krever den avtalte prislisten, og avtalen har ingen.
  - Avtalen gikk ut 31.12.2025
  - Andel linjer holdt tilbake: 32,5 %. Regelsettet tillater høyst 20 %.

Hva nå
  - Legg prislisten i avtalens mappe og før den opp i agreement.yaml.
  - Forleng avtalen, eller si den opp i bestillingssystemet.
  - Ta det opp med leverandøren, eller endre grensen i regelsettet hvis dette er
    som det skal.
  - Versjonen som ble godkjent sist, gjelder til en ny fil er godkjent.
`);
    expect(shown).not.toContain('godkjent som sendt');
  });
});

describe('a catalogue without an agreement', () => {
  const { agreement: _, ...rest } = aRun().result;
  const files = ['approved.csv', 'withheld.csv'];
  const supplier = { ...rest.ruleSet, name: 'katalogvakt:supplier' };
  const shown = async (language: 'nb' | 'en') =>
    (
      await textOf(
        text.render(
          { ...aRun(), result: { ...rest, ruleSet: supplier, files } },
          { language, colour: false, width: 100 },
        ),
      )
    ).split('\n');

  it('is said to be so right under the outcome, with the rule set', async () => {
    expect((await shown('nb')).slice(3, 5).join(' ')).toBe(
      'IKKE kontrollert mot noen avtale: fant ingen agreement.yaml over filen. Regelsett: katalogvakt:supplier.',
    );
    expect((await shown('en')).slice(3, 5).join(' ')).toBe(
      'NOT checked against any agreement: found no agreement.yaml above the file. Rule set: katalogvakt:supplier.',
    );
  });

  it('has no file that is ready for the ordering system', async () => {
    const lines = await shown('nb');
    expect(lines.join('\n')).not.toContain('klar for bestillingssystemet');
    expect(lines).toContain('  approved.csv  linjene som besto, men ikke er kontrollert mot noen avtale');
  });

  it('unlike one that was held against its agreement', async () => {
    expect(await summary()).not.toContain('IKKE kontrollert');
    expect(await summary({ result: { files } })).toContain('klar for bestillingssystemet');
  });
});

describe('what was not checked', () => {
  it('names the field that no line has a value for', async () => {
    const notChecked = [
      { rule: 'expiry/line-ended', reason: 'noValue', fields: ['validTo', 'price'] },
      { rule: 'price/above-agreed', reason: 'noneAgreed' },
    ] as const;
    expect(await summary({ result: { notChecked } }, { width: 200 })).toContain(
      'Ikke kontrollert: expiry/line-ended (ingen linjer har en lesbar verdi for Gyldig til og Pris);',
    );
    expect(await summary({ result: { notChecked } }, { language: 'en', width: 200 })).toContain(
      'price/above-agreed (none of the lines is an agreed article).',
    );
  });

  it('is counted where a file could not be used, not listed', async () => {
    const notChecked = ['a/b', 'c/d', 'e/f'].map((rule) => ({ rule, reason: 'unusableFile' }) as const);
    expect((await summary({ result: { notChecked } })).split('\n')).toContain(
      'Ikke kontrollert: 3 regler (filen kan ikke brukes).',
    );
  });

  it('names the first rules of many with one reason', async () => {
    const notChecked = ['a', 'b', 'c', 'd', 'e', 'f'].map((rule) => ({ rule, reason: 'noPrices' }) as const);
    expect((await summary({ result: { notChecked } })).split('\n')).toContain(
      'Ikke kontrollert: a, b, c, d og 2 til (avtalen har ingen prisliste).',
    );
  });

  it('names the first of many reasons', async () => {
    const fields = ['gtin', 'unspsc', 'status', 'brand', 'validTo', 'vatRate', 'weight', 'co2'] as const;
    const notChecked = fields.map((field) => ({ rule: `a/${field}`, reason: 'noColumn', fields: [field] }) as const);
    const told = (await summary({ result: { notChecked } })).replace(/\s+/g, ' ');
    expect(told).toContain('a/vatRate (filen har ingen kolonne for Mva-sats); og 2 til (report.html).');
    const one = await summary({ result: { notChecked: notChecked.slice(1) } });
    expect(one).toContain('a/co2');
    expect(told).not.toContain('a/co2');
  });
});

describe('where it stands what was not checked', () => {
  const told = { lacking: 'Ikke kontrollert: label/', unused: 'Ikke i bruk: assortment/', errors: 'Må rettes' };
  const places = async (result: Partial<Result>) => {
    const shown = await summary({ result }, { folder: FOLDER });
    return { shown, at: (part: keyof typeof told) => shown.indexOf(told[part]) };
  };

  it('behind what must be put right, and before the next step', async () => {
    const { shown, at } = await places({});
    expect(at('errors')).toBeGreaterThan(0);
    expect(at('lacking')).toBeGreaterThan(at('errors'));
    expect(at('unused')).toBeGreaterThan(at('lacking'));
    expect(shown.indexOf('katalogvakt approve')).toBeGreaterThan(at('unused'));
  });

  it('behind it also where the whole was refused for what the file says', async () => {
    const { at } = await places({ outcome: 'refused', refusedBecause: [{ reason: 'nothingLeft' }] });
    expect(at('lacking')).toBeGreaterThan(at('errors'));
  });

  it('on top where the whole was refused for want of data', async () => {
    const { shown, at } = await places({
      outcome: 'refused',
      refusedBecause: [{ reason: 'missing', what: 'previous' }],
    });
    expect(at('lacking')).toBeGreaterThan(0);
    expect(at('lacking')).toBeLessThan(shown.indexOf('Hvorfor avvist'));
    expect(at('unused')).toBeGreaterThan(at('errors'));
    expect(shown.split('Ikke kontrollert:')).toHaveLength(2);
  });
});

describe('examples', () => {
  it('name the cell of a workbook as a formula would', async () => {
    const cell = (sheet: string) => ({
      ...aFinding(12, { rule: 'name/duplicate', severity: 'error' as const }),
      place: { file: aRun().result.catalogue.file, sheet, row: 12, column: 'F' },
    });
    const parameters = { other: '1' };
    const findings = ['Ark1', "Priser '26"].map((sheet) => ({ ...cell(sheet), parameters }));
    const shown = await summary({ findings });
    expect(shown).toContain('- Ark1!F12:');
    expect(shown).toContain("- 'Priser ''26'!F12:");
  });

  it('name the file where it is not the catalogue', async () => {
    const place = { file: 'catalogs/2025-014/prices.csv', row: 63 };
    const parameters = { name: 'Ringperm' };
    const findings = [
      { rule: 'assortment/agreed-item-missing', severity: 'error', place, item: '1', parameters },
    ] as const;
    expect(await summary({ findings })).toContain('- prices.csv, rad 63, vare 1:');
  });

  it('carry no terminal command from a file onto the screen', async () => {
    const evil = '\u001b]0;eier\u0007\u001b[31m\r\nlinje';
    const finding = aFinding(2, {
      rule: 'name/duplicate',
      severity: 'error',
      item: evil,
      field: 'name',
      actual: evil,
      parameters: { other: evil },
    });
    const shown = await summary({
      findings: [finding],
      changes: [{ item: evil, change: 'changed', field: 'price', before: '1', after: '2', percent: '100' }],
    });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(shown).toContain('eier');
  });

  it('are kept at three, however long the text in them', async () => {
    const findings = Array.from({ length: 1000 }, (_, i) =>
      aFinding(i + 2, {
        rule: 'name/duplicate',
        severity: 'error',
        field: 'name',
        actual: 'x'.repeat(5000),
        parameters: { other: '1' },
      }),
    );
    const shown = await summary({ findings });
    expect(shown.length).toBeLessThan(5000);
    expect(shown).toContain('og 997 til');
  });
});

describe('a long summary', () => {
  const many = (severity: 'error' | 'warning', rules: number, each = 4) =>
    Array.from({ length: rules * each }, (_, i) => aFinding(i + 2, { rule: `${severity}/r${i % rules}`, severity }));
  const examples = (shown: string) => shown.split('\n').filter((line) => line.startsWith('      - ')).length;

  it('keeps every rule, three examples of an error and one of a warning', async () => {
    const shown = await summary({ findings: [...many('error', 6), ...many('warning', 5)], changes: [] });
    expect(shown.match(/^ {3}4 {2}\w+\/r\d$/gm)).toHaveLength(11);
    expect(examples(shown)).toBe(6 * 3 + 5);
    expect(shown).toContain('\n      og 1 til\n\n   4  error/r1\n');
    expect(shown).toContain('\n      og 3 til\n\n   4  warning/r1\n');
  });

  it('has three examples of a warning too as long as it is not long', async () => {
    const shown = await summary({ findings: [...many('error', 1), ...many('warning', 2)], changes: [] });
    expect(examples(shown)).toBe(3 * 3);
  });

  it('names a single further warning by its number only', async () => {
    const shown = await summary({ findings: [...many('error', 9), ...many('warning', 1, 1)], changes: [] });
    expect(shown).toContain('   1  warning/r0\n      - rad 2:');
    expect(shown).not.toContain('og 0 til');
  });
});

describe('what changed', () => {
  it('tells columns that came and went', async () => {
    const { diff } = aRun().result;
    if (diff === undefined) throw new Error('the sample run has a diff');
    const result = { diff: { ...diff, columnsAdded: ['CO2', 'Hylle'], columnsRemoved: ['Gammel pris'] } };
    expect(await summary({ result })).toContain('  Nye kolonner: CO2, Hylle.\n  Kolonner som er borte: Gammel pris.\n');
    expect(await summary({ result }, { language: 'en' })).toContain(
      '  New columns: CO2, Hylle.\n  Columns removed: Gammel pris.\n',
    );
  });

  it('is no description of files that are empty for want of a previous version', async () => {
    const { diff: _, ...result } = aRun().result;
    const files = ['diff.csv', 'diff.jsonl', 'findings.csv'];
    const shown = async (notChecked: Result['notChecked'], language: 'nb' | 'en') => {
      const run = { ...aRun(), result: { ...result, files, notChecked } };
      const rendered = await textOf(text.render(run, { language, colour: false, width: 80, folder: FOLDER }));
      return `${rendered.slice(rendered.indexOf(FOLDER) + FOLDER.length + 1).split('\n\n')[0]}\n`;
    };
    expect(await shown([{ rule: 'label/lost', reason: 'noPrevious' }], 'nb')).toBe(`\
  diff.csv      tom: ingen tidligere versjon
  diff.jsonl    tom: ingen tidligere versjon
  findings.csv  alle funn, åpnes i Excel
`);
    expect(await shown([], 'en')).toContain('diff.jsonl    empty: no previous version\n');
    expect(await shown([{ rule: 'label/lost', reason: 'unusableFile' }], 'nb')).toContain(
      'diff.csv      tom: filen kan ikke brukes\n',
    );
  });

  it('is described, with its file for machines, where there was one', async () => {
    const shown = await summary({ result: { files: ['diff.csv', 'diff.jsonl'] } });
    expect(shown).toContain('diff.csv    alle endringer i det som ble sendt, mot forrige versjon\n');
    expect(shown).toContain('diff.jsonl  alle endringer, for maskiner\n');
  });
});

it('an approved catalogue without findings or previous version says so', async () => {
  const { diff: _, previous: __, ...result } = aRun().result;
  const run = { ...aRun({ findings: [] }), result: { ...result, outcome: 'approved' as const } };
  const shown = await textOf(text.render(run, { language: 'nb', colour: false, width: 80 }));
  expect(shown).toContain('\nIngen feil og ingen advarsler.\n');
  expect(shown).toContain('\nIkke sammenlignet: det finnes ingen tidligere versjon.\n');
});
