import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { aFinding, aRun, type RunParts, textOf } from '../../test/builders/run.ts';
import type { Language } from '../catalogue/text.ts';
import { html } from './html.ts';
import type { PageData } from './page/page-data.ts';
import type { Style } from './reporter.ts';
import type { Change, Result, YearlyEffect } from './result.ts';
import { text } from './text.ts';

const STYLE: Style = { language: 'nb', colour: false, width: 80 };
const page = (parts: RunParts = {}, language: Language = 'nb'): Promise<string> =>
  textOf(html.render(aRun(parts), { ...STYLE, language }));

/** What a person sees, without the markup. */
const words = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/[\s\u00a0]+/g, ' ');

const labelled = { lines: 301, recognised: 126, organic: 0, otherLabels: 0, withoutLabel: 175 };

describe('the page', () => {
  it('says the outcome first, then what was not checked', async () => {
    const shown = words(await page());
    expect(shown).toContain(
      'Katalogen er delvis godkjent: 296 av 301 linjer går videre: 294 som sendt, 1 rettet, 1 fra forrige versjon. 5 av 7 regler kjørt, 1 mangler data.',
    );
    expect(shown).toContain('Ikke kontrollert: 2 regler label/licence-format (filen har ingen kolonne');
    expect(words(await page({}, 'en'))).toContain(
      'The catalogue is partly approved: 296 of 301 lines approved: 294 as sent, 1 corrected, 1 from the previous version. 5 of 7 rules ran, 1 lacked data.',
    );
  });

  it.each(['approved', 'partly'] as const)(
    'says at the top that there was no agreement, and calls nothing ready for use: %s',
    async (outcome) => {
      const { agreement: _, ...rest } = aRun().result;
      const shown = words(await textOf(html.render({ ...aRun(), result: { ...rest, outcome } }, STYLE)));
      const notice = 'IKKE kontrollert mot noen avtale: fant ingen agreement.yaml over filen.';
      expect(shown).toContain(notice);
      expect(shown.indexOf(notice)).toBeLessThan(shown.indexOf('Ikke kontrollert:'));
      expect(shown).toContain('Kontroller filen mot avtalen før noe tas i bruk.');
      expect(shown).not.toContain('kan tas i bruk');
      expect(words(await page({ result: { outcome } }))).toContain('kan tas i bruk');
      expect(words(await page())).not.toContain('IKKE kontrollert');
    },
  );

  it('names the rule set, and says how many rules ran', async () => {
    expect(words(await page())).toContain('Regelsett katalogvakt:recommended Gjelder dag');
    const shown = words(await textOf(html.render({ ...aRun(), result: { ...aRun().result, notChecked: [] } }, STYLE)));
    expect(shown).toContain('5 regler kjørt.');
    expect(shown).not.toMatch(/alle regle/i);
  });

  it('shows four figures, what to do, findings with place and values, changes, and what it was made from', async () => {
    const shown = words(await page());
    for (const expected of [
      'Linjer som går videre 296 av 301; i tillegg 1 linje fra forrige versjon som filen mangler',
      'Linjer holdt tilbake 5 1 rettet, 1 byttet med forrige',
      'Over avtalt pris, i året Ikke regnet ut det er ikke oppgitt hvor mye som kjøpes (volumes.csv)',
      'Miljømerkede linjer Ikke kjent verken katalogen eller forrige versjon har en kolonne for miljømerker',
      'Send de 5 feilene til leverandøren',
      'K-1003 rad 14, kolonne F (Pris eks. mva (NOK)) Prisen 62,50 kr er 25 % over avtalt pris 50,00 kr Pris 62,50 kr 50,00 kr',
      'Slik rettes det: Sett prisen ned til den avtalte.',
      'Godtatt til ny prisliste er signert',
      'K-1107 17,00 20,40 +20 % nei',
      'K-1112 Lagerhylle A3 A4 ja',
      'Kolonner som er borte: Gammel pris.',
      `catalogs/2025-014/prices.csv 20 111 byte ${'c'.repeat(64)}`,
      'Kolonner catalogs/2025-014/mapping.yaml 120 byte',
      'Laget av katalogvakt 0.1.0 med regelsettet katalogvakt:recommended.',
    ]) {
      expect(shown).toContain(expected);
    }
  });

  it('heads findings with what is wrong, and says inside what the rule is', async () => {
    const markup = await page();
    expect(markup).toContain('<b>Prisen er over den avtalte</b> <code>price/above-agreed</code>');
    expect(words(markup)).toContain('Regelen: Prisen er høyst den avtalte. Hvorfor det betyr noe:');
    expect(words(await page({}, 'en'))).toContain('The rule: The price is at most the agreed one. Why it matters:');
  });

  it('tells columns that came and went, and items that no change can be told of', async () => {
    const { diff } = aRun().result;
    if (diff === undefined) throw new Error('the sample run has a diff');
    const parts: RunParts = {
      result: { diff: { ...diff, columnsAdded: ['CO2'], columnsRemoved: ['Gammel pris'] } },
      changes: [{ item: 'K-1', change: 'ambiguous' }],
    };
    const shown = words(await page(parts));
    expect(shown).toContain('Nye kolonner: CO2. Kolonner som er borte: Gammel pris.');
    expect(shown).toContain('K-1 står flere ganger');
    const english = words(await page(parts, 'en'));
    expect(english).toContain('New columns: CO2. Columns removed: Gammel pris.');
    expect(english).toContain('K-1 listed several times');
  });

  it('says why nothing was compared', async () => {
    const { diff: _, ...result } = aRun().result;
    const shown = async (notChecked: Result['notChecked']) =>
      words(await textOf(html.render({ ...aRun(), result: { ...result, notChecked } }, STYLE)));
    const without = await shown([]);
    expect(without).toContain('Ikke sammenlignet: det finnes ingen tidligere versjon.');
    const unusable = await shown([{ rule: 'label/lost', reason: 'unusableFile' }]);
    expect(unusable).toContain('Over avtalt pris, i året Ikke regnet ut filen kan ikke brukes');
    expect(unusable).toContain('Ikke sammenlignet: filen kan ikke brukes.');
  });

  it('says why a catalogue is refused, and shows no line as approved', async () => {
    const shown = words(
      await page({
        result: {
          outcome: 'refused',
          refusedBecause: [{ reason: 'missing', what: 'previous' }, { reason: 'nothingLeft' }],
        },
      }),
    );
    expect(shown).toContain('Katalogen er avvist: ingen av 301 linjer går videre.');
    expect(shown).toContain(
      'Hvorfor avvist Regelsettet krever en tidligere versjon å sammenligne med, og det finnes ingen.',
    );
    expect(shown).toContain('Send funnene til leverandøren, og be om en ny fil.');
    expect(shown).toContain('Linjer som går videre 0 av 301');
    expect(shown).not.toContain('kan tas i bruk');
  });

  it('links only to files that the run wrote', async () => {
    expect(await page({ result: { files: ['findings.csv'] } })).not.toContain('href="./withheld.csv"');
    expect(await page()).toContain('<a href="./withheld.csv">withheld.csv</a>');
  });

  it('is in the language asked for', async () => {
    expect(await page({}, 'en')).toContain('<html lang="en">');
    expect(await page()).toContain('<html lang="nb">');
    expect(await page()).toContain('<title>Delvis godkjent: Fjordkontor AS – Katalogkontroll</title>');
  });
});

describe('the figures on top', () => {
  const effect = (above: string, stopped: string): YearlyEffect => ({
    currency: 'NOK',
    lines: 3,
    asSent: { above, below: '0', sum: above },
    stopped: { above: stopped, below: '0', sum: stopped },
    goesOn: { above: '0', below: '0', sum: '0' },
    noVolume: 0,
    notComparable: 0,
    unreadRows: 0,
  });

  it.each([
    ['nb', 'Over avtalt pris, i året', '12 345,60 kr', 'av dette 12 000,00 kr stanset og 0,00 kr som går videre'],
    [
      'en',
      'Above the agreed prices, per year',
      'NOK 12,345.60',
      'of which NOK 12,000.00 was stopped and NOK 0.00 approved',
    ],
  ] as const)(
    'say what prices above the agreed ones make in a year, as the terminal does, in %s',
    async (language, title, sum, note) => {
      const made = { ...effect('12345.6', '12000'), asSent: { above: '12345.6', below: '-99', sum: '12246.6' } };
      const shown = words(await page({ result: { effect: made } }, language));
      const style = { ...STYLE, language, width: 200 };
      const terminal = words(await textOf(text.render(aRun({ result: { effect: made } }), style)));
      expect(shown).toContain(`${title} ${sum} ${note}`);
      expect(terminal).toContain(`${title}: ${sum}, ${note}.`);
      for (const told of [shown, terminal]) expect(told).not.toMatch(/12.246/);
    },
  );

  it('never subtract what is below: that stands beside them', async () => {
    const made: YearlyEffect = { ...effect('0', '0'), asSent: { above: '0', below: '-99.5', sum: '-99.5' } };
    const shown = words(await page({ result: { effect: made } }));
    expect(shown).toContain('Over avtalt pris, i året 0,00 kr ');
    expect(shown).toContain('Under avtalt pris, i året: \u221299,50 kr, ikke trukket fra.');
  });

  it('say how many lines are labelled, and how many were', async () => {
    const labelCoverage = { ...labelled, previous: { ...labelled, recognised: 130 }, classes: [], labels: [] };
    const shown = words(await page({ result: { labelCoverage } }));
    expect(shown).toContain('Miljømerkede linjer 41,9 % 126 av 301 linjer; forrige versjon 43,2 %');
  });
});

describe('the charts', () => {
  it('each say in a sentence and a table what they show', async () => {
    const markup = await page();
    const shown = words(markup);
    expect(shown).toContain('4 priser er satt opp og 1 ned siden forrige versjon.');
    expect(shown).toContain('+2 til +5 % 1');
    expect(shown).toContain('5 regler har funn. Flest: Prisen er over den avtalte (4).');
    expect(markup.match(/<svg class="chart"[^>]* role="img" aria-label="[^"]+"/g)).toHaveLength(3);
  });

  it('name classes by their titles, where those are known', async () => {
    const classes = [
      { unspsc: '4412', title: 'Kontorutstyr', ...labelled },
      { unspsc: '4713', ...labelled },
      { unspsc: '', ...labelled },
    ];
    const markup = await page({ result: { labelCoverage: { ...labelled, classes, labels: [] } } });
    const names = [...markup.matchAll(/<text[^>]*>([^<]*(?:Kontorutstyr|UNSPSC|klasse)[^<]*)</g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['4412 Kontorutstyr', 'UNSPSC 4713', 'uten klasse']);
    expect(markup).toContain('<th scope="row">4412 Kontorutstyr</th>');
    expect(markup).toContain('<th scope="row">4713</th>');
  });

  it('are drawn alike each time, in colours of the page', async () => {
    const [one, other] = [await page(), await page()];
    expect(one).toBe(other);
    expect(one).toContain('fill="var(--chart-up)"');
  });

  it('are not there where there is nothing to draw, and the page says why', async () => {
    const markup = await page({ findings: [], changes: [] });
    expect(markup).not.toContain('<svg class="chart"');
    expect(words(markup)).toContain('Ingen priser er endret siden forrige versjon.');
  });
});

describe('the page as markup', () => {
  it('lets in its one style block and its one script, and nothing else', async () => {
    const markup = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(markup)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(markup)?.[1]?.replaceAll('&#39;', "'");
    const script = /<script>([\s\S]*?)<\/script>/.exec(markup)?.[1] ?? '';
    const scriptHash = createHash('sha256').update(script).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(markup.match(/<style/g)).toHaveLength(1);
    expect(markup.match(/<script/g)).toHaveLength(2);
    const rest = markup.replaceAll(/<script[\s\S]*?<\/script>/g, '');
    expect(rest).not.toMatch(/\sstyle=|\son\w+=|https?:/);
    expect(markup.indexOf('Content-Security-Policy')).toBeLessThan(markup.indexOf('<style'));
  });

  it('is well formed whatever stands in the file, and obeys none of it', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror='x'>&amp;\u0000\u001b[0m</td></table></details>`;
    const finding = aFinding(2, {
      rule: 'price/above-agreed',
      severity: 'error',
      item: evil,
      field: 'price',
      column: 'F',
      actual: evil,
      expected: evil,
      parameters: { percent: evil },
    });
    const markup = await page({
      findings: [
        finding,
        { ...finding, rule: `gone/${evil}` },
        {
          ...finding,
          waiver: { reason: evil, by: evil, until: '2026-12-31' },
          place: { file: evil, sheet: evil, row: 1, column: evil },
        },
      ],
      changes: [{ item: evil, change: 'changed', heading: evil, before: evil, after: evil, percent: '1' }],
      result: {
        catalogue: { ...aRun().result.catalogue, file: evil, sheet: evil, columns: [{ index: 5, heading: evil }] },
        agreement: { ...aRun().result.agreement, number: evil, name: evil, supplier: evil } as never,
        ruleSet: { name: evil, files: [{ file: evil, sha256: 'a', bytes: 1 }], allowPartly: true },
      },
    });
    expect(elementsOf(markup).filter((name) => name === 'script')).toEqual(['script', 'script']);
    expect(dataOf(markup).rows[0]).toMatchObject({ item: evil, value: evil });
    expect(elementsOf(markup)).not.toContain('img');
    expect(markup).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(markup.replaceAll(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  it('is well formed for every outcome and language', async () => {
    for (const outcome of ['approved', 'partly', 'refused'] as const) {
      for (const language of ['nb', 'en'] as const) {
        expect(elementsOf(await page({ result: { outcome } }, language))).toContain('table');
      }
    }
  });

  it('gives every table a caption and every column a scope', async () => {
    const markup = await page();
    expect(markup.match(/<caption>[^<]/g)?.length).toBe(markup.match(/<table>/g)?.length);
    expect(markup).not.toMatch(/<th>|<th class/);
  });
});

describe('a large run', () => {
  const long = '<"&\'>😀'.repeat(400);
  const findings = Array.from({ length: 9000 }, (_, i) =>
    aFinding(i + 2, {
      rule: `rule/number-${i % 90}`,
      severity: 'error',
      item: long,
      field: 'name',
      actual: long,
      expected: long,
    }),
  );
  const quotes = '"'.repeat(2000);
  const changes = Array.from(
    { length: 1000 },
    (): Change => ({ item: quotes, change: 'changed', heading: quotes, before: quotes, after: quotes }),
  );

  it('gives a page of less than two megabytes that shows something of every rule', async () => {
    const markup = await page({ findings, changes });
    expect(Buffer.byteLength(markup)).toBeLessThan(2_000_000);
    expect(Buffer.byteLength(markup)).toBeGreaterThan(1_000_000);
    expect(markup.match(/<code>rule\/number-\d+<\/code><\/span><\/summary>/g)).toHaveLength(90);
    expect(markup).not.toContain('<tbody>\n</tbody>');
  });

  it('says how much it does not show, and where that is', async () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      aFinding(i + 2, {
        rule: 'price/above-agreed',
        severity: 'error',
        field: 'price',
        actual: '2',
        expected: '1',
        parameters: { percent: `${i}` },
      }),
    );
    const shown = words(await page({ findings: many, changes }));
    expect(shown).toContain('De 50 største av 60 funn. Resten står i findings.csv .');
    expect(shown).toMatch(/De \d+ første\. Resten står i diff\.csv \./);
    expect(shown).toContain('er 59 % over');
    expect(shown).not.toContain('er 9 % over');
  });
});

/** What the page holds for its script. */
function dataOf(markup: string): PageData {
  return JSON.parse(
    /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(markup)?.[1] ?? '',
  ) as PageData;
}

/** Names of all elements. @throws for markup that is not well formed */
function elementsOf(markup: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('error', (error) => {
    throw error;
  });
  const xml = markup
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<script>[\s\S]*?<\/script>/, '<script/>')
    .replaceAll(/<meta([^>]*)>/g, '<meta$1/>');
  parser.write(xml.replace('<!doctype html>', '<!DOCTYPE html>')).close();
  return names;
}
