import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { expect, it } from 'vitest';
import { published } from '../engine/schema-words.ts';
import type { Result } from './result.ts';
import { resultSchema } from './result-schema.ts';

const ajv = new Ajv({ strict: true, allowUnionTypes: true });
formats.default(ajv, ['date']);
const validate = ajv.compile(published(resultSchema));

const input = { file: 'catalogs/kontor/inbox/mai.csv', sha256: 'a'.repeat(64), bytes: 12 };
const least: Result = {
  version: 1,
  tool: { name: 'katalogvakt', version: '0.1.0' },
  asOf: '2026-06-01',
  language: 'nb',
  outcome: 'refused',
  refusedBecause: [
    { reason: 'rule', rule: 'file/empty' },
    { reason: 'missing', what: 'prices' },
    { reason: 'limit', limit: 'withheldPercent', allowed: '20', actual: '31.25' },
    { reason: 'nothingLeft' },
  ],
  catalogue: { ...input, format: 'csv', columns: [] },
  ruleSet: { name: 'katalogvakt:supplier', files: [input], allowPartly: false },
  lines: { read: 0, asSent: 0, corrected: 0, keptPrevious: 0, withheld: 0, keptMissing: 0 },
  findings: { error: 1, warning: 0, info: 0, waived: 0 },
  rules: [{ rule: 'file/empty', severity: 'error', findings: 1, checked: 1, skipped: 0 }],
  notChecked: [
    { rule: 'price/above-agreed', reason: 'noPrices' },
    { rule: 'label/demanded', reason: 'noColumn', fields: ['ecoLabel', 'unspsc'] },
  ],
  files: ['result.json'],
};
const most: Result = {
  ...least,
  catalogue: {
    ...input,
    format: 'xlsx',
    sheet: 'Priser',
    headingRow: 3,
    columns: [
      { index: 0, heading: 'Varenr', field: 'itemNumber', confidence: 1, reason: 'heading' },
      { index: 1, heading: 'Annet' },
    ],
  },
  agreement: {
    ...input,
    number: '2024/118',
    name: 'Kontor',
    supplier: 'Eksempel AS',
    currency: 'NOK',
    period: { from: '2024-01-01', to: '2026-12-31' },
    correspondence: {
      buyer: { name: 'Eksempel kommune', organisationNumber: '999999999' },
      contact: { name: 'Kari', title: 'Avtaleforvalter', email: 'kari@kommune.example', phone: '22 00 00 00' },
      supplierOrganisationNumber: '999999999',
      supplierContact: { name: 'Ola' },
      workingDays: 10,
    },
  },
  rules: [
    {
      rule: 'price/above-agreed',
      severity: 'warning',
      findings: 3,
      bySeverity: { error: 1, warning: 2, info: 0 },
      checked: 300,
      skipped: 0,
    },
  ],
  prices: { ...input, articles: 300 },
  previous: { ...input, lines: 299 },
  diff: {
    added: 1,
    removed: 2,
    changed: 3,
    renumbered: 4,
    unchanged: 5,
    priceUp: 6,
    priceDown: 7,
    priceUpStopped: 6,
    priceDownStopped: 0,
    duplicateKeys: 8,
    withoutKey: 9,
    columnsAdded: ['Merknad'],
    columnsRemoved: [],
    key: ['itemNumber'],
  },
};

it.each([
  ['least', least],
  ['most', most],
])('a result with the %s that can be in it fits', (_, result) => {
  validate(result);
  expect(validate.errors).toBeNull();
});

it.each<NonNullable<NonNullable<Result['delta']>['asLines']>>([
  { reason: 'notWritten' },
  { reason: 'lacking', format: 'peppol', lacking: ['supplier.endpoint'] },
  { reason: 'notInFormat', format: 'csv', text: { nb: 'Et tegn mangler.', en: 'A letter is missing.' } },
  { reason: 'leftOut', format: 'cif', leftOut: [{ what: 'Hylle', lines: 2, first: '200' }] },
  { reason: 'readsOtherwise', format: 'xlsx' },
])('changes whose catalogue is lines of JSON fit: $reason', (asLines) => {
  validate({ ...least, delta: { lines: 1, added: 0, updated: 1, deleted: 0, asLines } });
  expect(validate.errors).toBeNull();
});

it.each<[string, unknown]>([
  ['another version', { ...least, version: 2 }],
  ['no outcome', { ...least, outcome: undefined }],
  ['an unknown outcome', { ...least, outcome: 'maybe' }],
  ['a key nobody described', { ...least, colour: 'red' }],
  ['a negative count', { ...least, lines: { ...least.lines, read: -1 } }],
  ['a limit without its figures', { ...least, refusedBecause: [{ reason: 'limit', limit: 'withheldPercent' }] }],
  ['an empty column without its fields', { ...least, notChecked: [{ rule: 'x/y', reason: 'noValue' }] }],
  ['a missing column without its fields', { ...least, notChecked: [{ rule: 'x/y', reason: 'noColumn' }] }],
  ['a day that does not exist', { ...least, asOf: '2026-02-30' }],
  ['a checksum cut short', { ...least, catalogue: { ...least.catalogue, sha256: 'a' } }],
])('%s does not', (_, result) => {
  expect(validate(JSON.parse(JSON.stringify(result)))).toBe(false);
});
