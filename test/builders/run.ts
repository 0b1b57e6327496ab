/** A stored run as a reporter meets it: small, believable, with what a report must cope with. */
import type { Finding } from '../../src/catalogue/finding.ts';
import { catalogueRule, groupRule, lineRule, type Rule } from '../../src/engine/rule.ts';
import { groupFindings } from '../../src/reporters/finding-groups.ts';
import type { Run } from '../../src/reporters/reporter.ts';
import type { Change, Result } from '../../src/reporters/result.ts';

export interface RunParts {
  readonly result?: Partial<Result>;
  readonly findings?: readonly Finding[];
  readonly changes?: readonly Change[];
  readonly rules?: readonly Rule[];
}

/** The sample run with some parts replaced. */
export function aRun(parts: RunParts = {}): Omit<Run, 'rule'> & { rule(id: string): Rule | undefined } {
  const findings = parts.findings ?? FINDINGS;
  const changes = parts.changes ?? CHANGES;
  const rules = new Map((parts.rules ?? RULES).map((rule) => [rule.id, rule]));
  return {
    result: { ...RESULT, ...parts.result },
    findings: () => inOrder(findings),
    grouped: (keep) => groupFindings(inOrder(findings), keep),
    changes: () => inOrder(changes),
    rule: (id) => rules.get(id),
  };
}

async function* inOrder<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

/** All that a reporter writes, as one text. */
export async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const FILE = 'catalogs/2025-014/inbox/katalog februar.csv';

/** A remark on a cell of the sample catalogue. */
export function aFinding(row: number, finding: Omit<Finding, 'place'> & { readonly column?: string }): Finding {
  const { column, ...rest } = finding;
  return { ...rest, place: { file: FILE, row, ...(column === undefined ? {} : { column }) } };
}

const nothing = (): readonly never[] => [];
const examples = { passes: [], fails: [], source: 'The agreement' };

const aboveAgreed = lineRule({
  ...examples,
  id: 'price/above-agreed',
  title: { nb: 'Prisen er høyst den avtalte', en: 'The price is at most the agreed one' },
  fault: { nb: 'Prisen er over den avtalte', en: 'The price is above the agreed one' },
  because: { nb: 'Det som betales over avtalt pris, er tapt.', en: 'What is paid above the agreed price is lost.' },
  advice: { nb: 'Sett prisen ned til den avtalte.', en: 'Lower the price to the agreed one.' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['price', 'agreed'],
  message: {
    nb: 'Prisen {actual} er {percent:percent} over avtalt pris {expected}',
    en: 'The price {actual} is {percent:percent} above the agreed price {expected}',
  },
  check: nothing,
});

const demanded = lineRule({
  ...examples,
  id: 'label/demanded',
  title: { nb: 'Varen har miljømerket avtalen krever', en: 'The item has the eco-label the agreement demands' },
  fault: { nb: 'Miljømerket avtalen krever, mangler', en: 'The eco-label the agreement demands is missing' },
  because: { nb: 'Kravet var en del av konkurransen.', en: 'The demand was part of the tender.' },
  advice: { nb: 'Før opp merket og lisensnummeret.', en: 'State the label and its licence number.' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['labelDemands'],
  message: {
    missing: {
      nb: 'Mangler miljømerke; avtalen krever {expected}',
      en: 'No eco-label; the agreement demands {expected}',
    },
    other: {
      nb: 'Har {actual}, men avtalen krever {expected}',
      en: 'Has {actual}, but the agreement demands {expected}',
    },
  },
  check: nothing,
});

const changeLimit = lineRule({
  ...examples,
  id: 'price/change-limit',
  title: { nb: 'Prisen endrer seg ikke uventet mye', en: 'The price does not change unexpectedly much' },
  fault: { nb: 'Uventet stor prisendring', en: 'Unexpectedly large price change' },
  because: { nb: 'Store hopp er ofte feil.', en: 'Big jumps are often mistakes.' },
  advice: { nb: 'Bekreft den nye prisen.', en: 'Confirm the new price.' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['price', 'previous'],
  message: {
    nb: 'Prisen gikk fra {before:money} til {actual} ({percent:percent})',
    en: 'The price went from {before:money} to {actual} ({percent:percent})',
  },
  check: nothing,
});

const duplicate = groupRule({
  ...examples,
  id: 'name/duplicate',
  title: { nb: 'To varer heter ikke det samme', en: 'No two items have the same name' },
  fault: { nb: 'Samme navn på flere varer', en: 'One name for several items' },
  because: { nb: 'Den som bestiller, kan ikke skille dem.', en: 'Whoever orders cannot tell them apart.' },
  advice: { nb: 'Skriv det som skiller varene, i navnet.', en: 'Put what tells the items apart in the name.' },
  sets: { recommended: { severity: 'info' } },
  needs: ['name'],
  keys: { name: (line) => line.name },
  message: { nb: 'Navnet {actual} brukes også i rad {other}', en: 'The name {actual} is also used in row {other}' },
  check: nothing,
});

const agreedMissing = catalogueRule({
  ...examples,
  id: 'assortment/agreed-item-missing',
  title: { nb: 'Alle avtalte varer er med', en: 'Every agreed article is there' },
  fault: { nb: 'Avtalte varer mangler', en: 'Agreed articles are missing' },
  because: { nb: 'Det som mangler, kan ikke bestilles på avtalen.', en: 'What is missing cannot be ordered.' },
  advice: { nb: 'Ta med varen, eller si hva som erstatter den.', en: 'Include the article, or say what replaces it.' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['prices'],
  message: { nb: '{name} er avtalt, men mangler i katalogen', en: '{name} is agreed but missing from the catalogue' },
  check: nothing,
});

const agreementEnded = catalogueRule({
  ...examples,
  id: 'expiry/agreement-ended',
  title: { nb: 'Avtalen gjelder', en: 'The agreement is in force' },
  fault: { nb: 'Avtalen er gått ut', en: 'The agreement has ended' },
  because: { nb: 'Kjøp etter avtalens slutt er ulovlige.', en: 'Purchases after its end are unlawful.' },
  advice: { nb: 'Forleng avtalen, eller si den opp i bestillingssystemet.', en: 'Prolong the agreement, or end it.' },
  sets: { recommended: { severity: 'error', disposition: 'refuse' } },
  needs: ['agreement'],
  message: { nb: 'Avtalen gikk ut {actual:date}', en: 'The agreement ended on {actual:date}' },
  check: nothing,
});

const RULES: readonly Rule[] = [aboveAgreed, demanded, changeLimit, duplicate, agreedMissing, agreementEnded];

const above = (row: number, item: string, actual: string, expected: string, percent: string): Finding =>
  aFinding(row, {
    rule: 'price/above-agreed',
    severity: 'error',
    item,
    field: 'price',
    column: 'F',
    actual,
    expected,
    parameters: { percent },
    disposition: 'withhold',
    lineDisposition: 'withhold',
  });

/** In file order. */
const FINDINGS: readonly Finding[] = [
  {
    rule: 'assortment/agreed-item-missing',
    severity: 'warning',
    place: { file: FILE },
    item: 'K-1190',
    parameters: { name: 'Ringperm A4, 4 ringer' },
  },
  above(12, 'K-1001', '51.5', '50', '3'),
  above(14, 'K-1003', '62.5', '50', '25'),
  aFinding(19, {
    rule: 'label/demanded',
    severity: 'error',
    item: 'R-2040',
    field: 'ecoLabel',
    column: 'J',
    message: 'missing',
    expected: 'svanemerket|eu_ecolabel',
    disposition: 'withhold',
    lineDisposition: 'withhold',
  }),
  above(31, 'K-1044', '1249.9', '1190', '5.03'),
  above(88, 'K-1107', '20.4', '17', '20'),
  aFinding(90, {
    rule: 'price/change-limit',
    severity: 'warning',
    item: 'K-1110',
    field: 'price',
    column: 'F',
    actual: '12',
    parameters: { before: '20', percent: '-40' },
    lineDisposition: 'approve',
  }),
  aFinding(95, {
    rule: 'name/duplicate',
    severity: 'info',
    item: 'K-1115',
    field: 'name',
    column: 'B',
    actual: 'Kulepenn blå',
    parameters: { other: '94' },
    lineDisposition: 'approve',
  }),
  aFinding(101, {
    rule: 'price/above-agreed',
    severity: 'error',
    item: 'K-1120',
    field: 'price',
    column: 'F',
    actual: '110',
    expected: '100',
    parameters: { percent: '10' },
    lineDisposition: 'approve',
    waiver: { reason: 'Godtatt til ny prisliste er signert', by: 'Kari Nordmann', until: '2026-12-31' },
  }),
];

const CHANGES: readonly Change[] = [
  { item: 'K-1003', change: 'changed', field: 'price', before: '50', after: '62.5', percent: '25' },
  { item: 'K-1044', change: 'changed', field: 'price', before: '1190', after: '1249.9', percent: '5.03' },
  { item: 'K-1107', change: 'changed', field: 'price', before: '17', after: '20.4', percent: '20', stopped: true },
  { item: 'K-1110', change: 'changed', field: 'price', before: '20', after: '12', percent: '-40' },
  { item: 'K-1111', change: 'changed', field: 'name', before: 'Kulepen blå', after: 'Kulepenn blå' },
  { item: 'K-1112', change: 'changed', heading: 'Lagerhylle', before: 'A3', after: 'A4' },
  { item: 'K-1300', change: 'added' },
  { item: 'K-1180', change: 'removed' },
  { item: 'K-1400', change: 'renumbered', field: 'itemNumber', before: 'K-1140', after: 'K-1400' },
  { item: 'K-1001', change: 'changed', field: 'price', before: '50', after: '51.5', percent: '3' },
];

const sha256 = (sign: string): string => sign.repeat(64);

const RESULT: Result = {
  version: 1,
  tool: { name: 'katalogvakt', version: '0.1.0' },
  asOf: '2026-02-01',
  language: 'nb',
  outcome: 'partly',
  refusedBecause: [],
  catalogue: {
    file: FILE,
    sha256: sha256('a'),
    bytes: 84210,
    format: 'csv',
    headingRow: 1,
    columns: [
      { index: 0, heading: 'Varenr', field: 'itemNumber' },
      { index: 1, heading: 'Varetekst', field: 'name' },
      { index: 5, heading: 'Pris eks. mva (NOK)', field: 'price' },
      { index: 9, heading: 'Miljømerke', field: 'ecoLabel' },
    ],
  },
  agreement: {
    file: 'catalogs/2025-014/agreement.yaml',
    sha256: sha256('b'),
    bytes: 912,
    number: '2025-014',
    name: 'Kontor- og renholdsmateriell',
    supplier: 'Fjordkontor AS',
    currency: 'NOK',
    period: { from: '2025-03-01', to: '2027-02-28' },
  },
  prices: { file: 'catalogs/2025-014/prices.csv', sha256: sha256('c'), bytes: 20111, articles: 298 },
  mapping: { file: 'catalogs/2025-014/mapping.yaml', sha256: sha256('f'), bytes: 120 },
  previous: {
    file: 'catalogs/2025-014/approved/2025-11-03/approved.csv',
    sha256: sha256('d'),
    bytes: 83990,
    lines: 299,
  },
  ruleSet: {
    name: 'katalogvakt:recommended',
    files: [{ file: 'rules/recommended.yaml', sha256: sha256('e'), bytes: 3010 }],
    allowPartly: true,
  },
  lines: { read: 301, asSent: 294, corrected: 1, keptPrevious: 1, withheld: 5, keptMissing: 1 },
  findings: { error: 5, warning: 2, info: 1, waived: 1 },
  rules: [
    { rule: 'assortment/agreed-item-missing', severity: 'warning', findings: 1, checked: 1, skipped: 0 },
    { rule: 'label/demanded', severity: 'error', findings: 1, checked: 301, skipped: 0 },
    { rule: 'name/duplicate', severity: 'info', findings: 1, checked: 301, skipped: 0 },
    { rule: 'price/above-agreed', severity: 'error', findings: 5, checked: 296, skipped: 5 },
    { rule: 'price/change-limit', severity: 'warning', findings: 1, checked: 299, skipped: 2 },
  ],
  notChecked: [
    { rule: 'assortment/outside-scope', reason: 'noScope' },
    { rule: 'label/licence-format', reason: 'noColumn', fields: ['ecoLicence'] },
  ],
  diff: {
    added: 1,
    removed: 1,
    changed: 7,
    renumbered: 1,
    unchanged: 292,
    priceUp: 4,
    priceDown: 1,
    priceUpStopped: 1,
    priceDownStopped: 0,
    duplicateKeys: 0,
    withoutKey: 0,
    key: ['itemNumber'],
    columnsAdded: [],
    columnsRemoved: ['Gammel pris'],
  },
  files: ['approved.csv', 'withheld.csv', 'findings.csv', 'diff.csv', 'report.html', 'result.json', 'findings.jsonl'],
};
