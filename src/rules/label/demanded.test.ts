import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../agreement/agreement.ts';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './demanded.ts';

const LABELS = [
  { unspsc: '47', anyOf: ['svanemerket'] },
  { unspsc: '47131800', anyOf: ['eu_ecolabel'] },
  { unspsc: '471318', anyOf: ['fsc'] },
];
const run = (line: object, agreed?: object) =>
  runLineExample(rule, { why: '', line, agreement: { labels: LABELS }, ...(agreed ? { agreed } : {}) }).map(
    ({ expected }) => expected,
  );

describe('label/demanded', () => {
  it('takes the most specific prefix only, and all demands of that one', () => {
    expect(run({ unspsc: '47131700' })).toEqual(['svanemerket']);
    expect(run({ unspsc: '47131805' })).toEqual(['eu_ecolabel', 'fsc']);
    expect(run({ unspsc: '47131805', ecoLabel: [{ key: 'svanemerket', text: 'Svanen' }] })).toHaveLength(2);
  });

  it('the order in which an agreement demands them means nothing', () => {
    const agreement = { labels: LABELS.toReversed() };
    const found = runLineExample(rule, { why: '', line: { unspsc: '47131805' }, agreement });
    expect(found.map(({ expected }) => expected)).toEqual(['fsc', 'eu_ecolabel']);
  });

  it('is satisfied by the very kind that is demanded', () => {
    expect(run({ ecoLabel: [{ key: 'fsc_recycled', text: 'FSC' }] }, { demandedLabels: ['fsc_recycled'] })).toEqual([]);
  });

  it('takes what the price list says of the article before what the agreement says of its kind', () => {
    expect(run({ unspsc: '47131805' }, { demandedLabels: ['debio'] })).toEqual(['debio']);
    expect(run({ unspsc: '47131805' }, { demandedLabels: [] })).toEqual([]);
  });

  it('is not satisfied by a claim, or by the general label where a kind is demanded', () => {
    expect(run({ unspsc: '47', ecoLabel: [{ text: 'Ja' }] })).toEqual(['svanemerket']);
    expect(run({ ecoLabel: [{ key: 'fsc', text: 'FSC' }] }, { demandedLabels: ['fsc_recycled'] })).toEqual([
      'fsc_recycled',
    ]);
  });

  it('cannot tell what is demanded of a line without UNSPSC, unless the price list says', () => {
    expect(run({ name: 'Såpe' })).toEqual([]);
    expect(run({ name: 'Såpe' }, { demandedLabels: ['fsc'] })).toEqual(['fsc']);
    const agreement = { labels: LABELS } as unknown as Agreement;
    const isTold = (line: object, given: Agreement) =>
      rule.isTold?.({ row: 2, ...line }, { asOf: '2026-06-01', agreement: given });
    expect(isTold({ name: 'Såpe' }, agreement)).toBe(false);
    expect(isTold({ unspsc: '47131805' }, agreement)).toBe(true);
    expect(isTold({ name: 'Såpe' }, { ...agreement, labels: [] })).toBe(true);
  });
});
