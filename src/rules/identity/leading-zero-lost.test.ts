import { describe, expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './leading-zero-lost.ts';

const run = (line: object, agreed?: object) => runLineExample(rule, { why: '', line, ...(agreed ? { agreed } : {}) });

describe('identity/leading-zero-lost', () => {
  it('finds a GTIN-8 that lost its first zero', () => {
    expect(run({ gtin: '1234565' })).toMatchObject([{ expected: '01234565' }]);
  });

  it('does not guess from the few digits of an own number', () => {
    expect(run({ gtin: '123457' })).toEqual([]);
  });

  it('leaves a number cell of the right length alone', () => {
    expect(run({ gtin: '7038840000105', problems: [{ kind: 'numberCell', field: 'gtin' }] })).toEqual([]);
  });

  it('leaves a number cell that is too long alone: nothing was lost', () => {
    expect(run({ gtin: '703884000010512', problems: [{ kind: 'numberCell', field: 'gtin' }] })).toEqual([]);
  });

  it('restores the item number of the agreement', () => {
    const line = { itemNumber: '1234', gtin: '7038840000105' };
    expect(run(line, { itemNumber: '001234', gtin: '7038840000105' })).toMatchObject([
      { correction: { itemNumber: '001234' } },
    ]);
  });

  it('a letter in front is no zero, and zeros too many are none lost', () => {
    const gtin = '7038840000105';
    expect(run({ itemNumber: '234', gtin }, { itemNumber: '1234', gtin })).toEqual([]);
    expect(run({ itemNumber: '001234', gtin }, { itemNumber: '1234', gtin })).toEqual([]);
  });
});
