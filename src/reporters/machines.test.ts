/** The reports that other programs read: their own form, every total, and nothing of a supplier's that they would obey. */
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { aFinding, aRun, textOf } from '../../test/builders/run.ts';
import type { Finding } from '../catalogue/finding.ts';
import { LANGUAGES } from '../catalogue/text.ts';
import { findingKey } from './finding-key.ts';
import { REPORTS, reporterNamed } from './index.ts';

const require = createRequire(import.meta.url);
/** In draft-04, of which the official schema uses only what later drafts have, too. */
const {
  $schema: _,
  id: __,
  ...SARIF_SCHEMA
} = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as {
  readonly $schema: string;
  readonly id: string;
};

const render = async (name: string, parts: Parameters<typeof aRun>[0] = {}, language: 'nb' | 'en' = 'en') =>
  textOf((await reporterNamed(name)).render(aRun(parts), { language, colour: false, width: 80 }));

/** @param count how many of each rule */
const many = (count: number, ...rules: readonly string[]): Finding[] =>
  rules.flatMap((rule) => Array.from({ length: count }, (_, at) => aFinding(at + 2, { rule, severity: 'error' })));
const counted = (error: number) => ({ findings: { error, warning: 0, info: 0, waived: 0 } });

const EVIL = '"><img src=x onerror=alert(1)>\r\n::error::owned\u0000 ]]> | @all [x](javascript:alert(1)) `%0A';
const hostile: Finding[] = [
  {
    rule: 'gone/rule',
    severity: 'error',
    place: { file: EVIL, sheet: EVIL, row: 3 },
    item: EVIL,
    actual: EVIL,
    lineDisposition: 'withhold',
  },
];

describe('sarif', () => {
  const validate = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(validate);
  const isSarif = validate.compile(SARIF_SCHEMA);
  const log = async (parts: Parameters<typeof aRun>[0] = {}, language: 'nb' | 'en' = 'en') => {
    const parsed = JSON.parse(await render('sarif', parts, language)) as { runs: [Sarif] };
    isSarif(parsed);
    expect(isSarif.errors).toBeNull();
    return parsed.runs[0];
  };
  interface Sarif {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly properties: { readonly findingsByRule: Readonly<Record<string, number>> };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly suppressions?: readonly unknown[];
    }[];
  }

  it.each(LANGUAGES)('is what the official schema asks for, in %s, whatever a supplier wrote', async (language) => {
    const { results, tool } = await log({}, language);
    expect(results.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    await log({ findings: hostile }, language);
    await log({ findings: [] }, language);
  });

  it('suppresses what was accepted, with the reason', async () => {
    const { results } = await log();
    const [accepted, ...others] = results.filter(({ suppressions }) => suppressions !== undefined);
    expect(others).toEqual([]);
    expect(accepted?.suppressions).toEqual([
      { kind: 'external', justification: expect.stringContaining('Godtatt til ny prisliste er signert') },
    ]);
  });

  it('keeps within the limit, has every rule, and tells each total', async () => {
    const findings = [...many(9000, 'gone/dear'), ...many(3, 'gone/name')];
    const { results, properties } = await log({ findings });
    expect(results).toHaveLength(5000);
    expect(properties.findingsByRule).toMatchObject({ 'gone/dear': 9000, 'gone/name': 3 });
    expect(results.filter(({ ruleId }) => ruleId === 'gone/name')).toHaveLength(3);
    expect(results.find(({ ruleId }) => ruleId === 'gone/dear')?.message.text).toContain('and 4003 more');
  });
});

describe('github', () => {
  it('stays within ten annotations of a level, and says the total', async () => {
    const findings = [...many(40, 'gone/dear'), ...many(2, 'gone/label')];
    const lines = (await render('github', { findings, result: counted(42) })).trimEnd().split('\n');
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.filter((line) => line.includes('gone/label'))).toHaveLength(2);
    expect(errors.at(-1)).toContain('42');
  });

  it('tells all where all fit, and the outcome', async () => {
    const lines = (await render('github', { findings: many(2, 'gone/label'), result: counted(2) }))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::error', expect.any(String)]);
    expect(lines.at(-1)).toMatch(/^::notice::/);
  });

  it('is one command a line, whatever a supplier wrote', async () => {
    const lines = (await render('github', { findings: hostile, result: counted(1) })).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=[^:,]*,line=3,title=[^:,]*::/);
    expect(lines.join('')).not.toContain('\r');
  });
});

describe('gitlab', () => {
  it('has path, line, severity and a key of its own for each finding', async () => {
    const entries = JSON.parse(await render('gitlab', { findings: many(3, 'gone/label') })) as {
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(entries.map(({ severity, location }) => [severity, location.lines.begin])).toEqual([
      ['critical', 2],
      ['critical', 3],
      ['critical', 4],
    ]);
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('knows a finding again when its line has moved', () => {
    const [finding] = many(1, 'gone/label') as [Finding];
    const moved = { ...finding, item: 'K-1', place: { ...finding.place, row: 99 } };
    expect(findingKey(moved)).toBe(findingKey({ ...finding, item: 'K-1' }));
    expect(findingKey(moved)).not.toBe(findingKey({ ...finding, item: 'K-2' }));
  });
});

describe('junit', () => {
  interface Suite {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  const elements = (xml: string): Suite[] => {
    const found: Suite[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) =>
      found.push({ name, attributes: attributes as Record<string, string> }),
    );
    parser.write(xml).close();
    return found;
  };

  it.each(LANGUAGES)('is a test for each rule, failed, passed or skipped, in %s', async (language) => {
    const all = elements(await render('junit', {}, language));
    const { result } = aRun();
    const cases = all.filter(({ name }) => name === 'testcase');
    expect(cases).toHaveLength(result.rules.length + result.notChecked.length);
    expect(all.filter(({ name }) => name === 'skipped')).toHaveLength(result.notChecked.length);
    expect(all[0]?.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(all.filter(({ name }) => name === 'failure').length),
      skipped: String(result.notChecked.length),
    });
  });

  it('is well-formed, whatever a supplier wrote', async () => {
    const rule = { rule: 'gone/rule', severity: 'error', findings: 1, checked: 1, skipped: 0 } as const;
    const all = elements(await render('junit', { findings: hostile, result: { rules: [rule] } }));
    expect(all.map(({ name }) => name)).toContain('failure');
  });
});

describe('markdown', () => {
  it.each(LANGUAGES)('begins with the answer and has every rule with a finding, in %s', async (language) => {
    const text = await render('markdown', {}, language);
    expect(text.split('\n')[0]).toMatch(/^## ⚠️ /);
    for (const rule of ['price/above-agreed', 'label/demanded', 'price/change-limit']) expect(text).toContain(rule);
  });

  it('stays within the limit, however much there is', async () => {
    const rules = Array.from({ length: 400 }, (_, at) => `gone/rule-${at}`);
    const findings = many(30, ...rules).map((finding) => ({ ...finding, actual: 'x'.repeat(2000) }));
    const text = await render('markdown', { findings, result: counted(findings.length) });
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain('findings.csv');
  });

  it('has no markup, link or mention of a supplier’s', async () => {
    const text = await render('markdown', { findings: hostile, result: counted(1) });
    for (const live of ['<img', '](', '@all', 'javascript:alert(1)) `', '\r']) expect(text).not.toContain(live);
  });
});

it('markdown says what prices make in a year, or that nobody knows', async () => {
  const text = await render('markdown', {}, 'nb');
  expect(text).toContain('Over avtalt pris, i året: ikke regnet ut; det er ikke oppgitt hvor mye som kjøpes');
});

describe('what was not checked, in markdown', () => {
  const headings = async (parts: Parameters<typeof aRun>[0]) =>
    [...(await render('markdown', parts, 'nb')).matchAll(/^### ([^(\n]*[^(\n ])/gm)].map(([, title]) => title);

  it('stands behind what must be put right', async () => {
    const found = await headings({});
    expect(found.slice(0, 2)).toEqual(['Må rettes', 'Bør ses på']);
    expect(found.slice(-2)).toEqual(['Ikke kontrollert', 'Ikke i bruk']);
  });

  it('stands on top where the whole was refused for want of data', async () => {
    const refused = { outcome: 'refused', refusedBecause: [{ reason: 'missing', what: 'previous' }] } as const;
    const found = await headings({ result: refused });
    expect(found.slice(0, 4)).toEqual(['Hvorfor avvist', 'Hva nå', 'Ikke kontrollert', 'Må rettes']);
    expect(found.slice(-1)).toEqual(['Ikke i bruk']);
  });
});

describe('json', () => {
  it('is the whole run as one document', async () => {
    const run = aRun();
    const text = await render('json');
    const [findings, changes] = [[] as unknown[], [] as unknown[]];
    for await (const finding of run.findings()) findings.push(finding);
    for await (const change of run.changes()) changes.push(change);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ result: run.result, findings, changes })));
  });
  it('is one also of nothing, and of more than a chunk', async () => {
    expect(JSON.parse(await render('json', { findings: [], changes: [] }))).toMatchObject({
      findings: [],
      changes: [],
    });
    const findings = many(1201, 'gone/label');
    expect((JSON.parse(await render('json', { findings })) as { findings: unknown[] }).findings).toHaveLength(1201);
  });
});

// An answer to a document is held in catalogue-response.test.ts.
it.each(REPORTS.filter((name) => name !== 'text' && name !== 'catalogue-response'))(
  '%s has the same bytes again',
  async (name) => {
    expect(await render(name)).toBe(await render(name));
  },
);
