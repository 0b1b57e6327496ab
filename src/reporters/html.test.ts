import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { aFinding, aRun, type RunParts, textOf } from '../../test/builders/run.ts';
import type { Language } from '../catalogue/text.ts';
import { html } from './html.ts';
import type { Style } from './reporter.ts';
import type { Change, Result } from './result.ts';

const STYLE: Style = { language: 'nb', colour: false, width: 80 };
const page = (parts: RunParts = {}, language: Language = 'nb'): Promise<string> =>
  textOf(html.render(aRun(parts), { ...STYLE, language }));

/** What a person sees, without the markup. */
const words = (markup: string): string =>
  markup
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/[\s\u00a0]+/g, ' ');

describe('the page', () => {
  it('says the outcome first, then what was not checked', async () => {
    const shown = words(await page());
    expect(shown).toContain(
      'Katalogen er delvis godkjent: 296 av 301 linjer går videre: 294 som sendt, 1 rettet, 1 fra forrige versjon. 5 av 7 regler kjørt, 1 mangler data.',
    );
    expect(shown).toContain('Ikke kontrollert: label/licence-format (filen har ingen kolonne');
    expect(words(await page({}, 'en'))).toContain(
      'The catalogue is partly approved: 296 of 301 lines go on: 294 as sent, 1 corrected, 1 from the previous version. 5 of 7 rules ran, 1 lacked data.',
    );
  });

  it('says at the top that there was no agreement, and calls nothing ready for use', async () => {
    const { agreement: _, ...rest } = aRun().result;
    const shown = words(await textOf(html.render({ ...aRun(), result: rest }, STYLE)));
    const notice = 'IKKE kontrollert mot noen avtale: fant ingen agreement.yaml over filen.';
    expect(shown).toContain(notice);
    expect(shown.indexOf(notice)).toBeLessThan(shown.indexOf('Ikke kontrollert:'));
    expect(shown).toContain('Kontroller filen mot avtalen før noe tas i bruk.');
    expect(shown).not.toContain('kan tas i bruk nå');
    expect(words(await page())).not.toContain('IKKE kontrollert');
  });

  it('names the rule set, and says how many rules ran', async () => {
    expect(words(await page())).toContain('Regelsett katalogvakt:recommended Gjelder dag');
    const shown = words(await textOf(html.render({ ...aRun(), result: { ...aRun().result, notChecked: [] } }, STYLE)));
    expect(shown).toContain('5 regler kjørt.');
    expect(shown).not.toMatch(/alle regle/i);
  });

  it('shows four figures, what to do, findings with place and values, changes, and what it was made from', async () => {
    const shown = words(await page());
    for (const expected of [
      'Linjer som går videre 296 av 301',
      'Linjer holdt tilbake 5 1 rettet, 1 byttet med forrige',
      'Feil 5 og 2 advarsler',
      'Priser opp 4 og 1 ned',
      'Send de 5 feilene til leverandøren',
      'rad 14, kolonne F (Pris eks. mva (NOK)) K-1003 Pris 62,50 kr 50,00 kr Prisen 62,50 kr er 25 % over',
      'Slik rettes det: Sett prisen ned til den avtalte.',
      'Godtatt til ny prisliste er signert',
      'K-1107 endret Pris 17,00 20,40 +20 %',
      'K-1112 endret Lagerhylle A3 A4',
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
    expect(english).toContain('New columns: CO2. Columns that are gone: Gammel pris.');
    expect(english).toContain('K-1 listed several times');
  });

  it('says why nothing was compared', async () => {
    const { diff: _, ...result } = aRun().result;
    const shown = async (notChecked: Result['notChecked']) =>
      words(await textOf(html.render({ ...aRun(), result: { ...result, notChecked } }, STYLE)));
    const without = await shown([]);
    expect(without).toContain('Priser opp – ingen tidligere versjon');
    expect(without).toContain('Ikke sammenlignet: det finnes ingen tidligere versjon.');
    const unusable = await shown([{ rule: 'label/lost', reason: 'unusableFile' }]);
    expect(unusable).toContain('Priser opp – filen kan ikke brukes');
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
    expect(shown).not.toContain('approved.csv. ');
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

describe('the page as markup', () => {
  it('lets in its one style block and nothing else', async () => {
    const markup = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(markup)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(markup)?.[1]?.replaceAll('&#39;', "'");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(markup.match(/<style/g)).toHaveLength(1);
    expect(markup).not.toMatch(/<script|\sstyle=|\son\w+=|https?:/);
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
    expect(elementsOf(markup)).not.toContain('script');
    expect(elementsOf(markup)).not.toContain('img');
    expect(markup).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(markup).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
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
    expect(shown).toMatch(/De \d+ første endringene\. Resten står i diff\.csv \./);
    expect(shown).toContain('er 59 % over');
    expect(shown).not.toContain('er 9 % over');
  });
});

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
    .replaceAll(/<meta([^>]*)>/g, '<meta$1/>')
    .replaceAll('<details class="error" open>', '<details class="error">');
  parser.write(xml.replace('<!doctype html>', '<!DOCTYPE html>')).close();
  return names;
}
