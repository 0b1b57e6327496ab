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

  it('says nothing of a number that has its zeros, of one with letters, and of another one', () => {
    const gtin = '7038840000105';
    expect(run({ itemNumber: '0123', gtin }, { itemNumber: '0123', gtin })).toEqual([]);
    expect(run({ itemNumber: 'A23', gtin }, { itemNumber: '00A23', gtin })).toEqual([]);
    expect(run({ itemNumber: '124', gtin }, { itemNumber: '00123', gtin })).toEqual([]);
    expect(run({ gtin }, { itemNumber: '00123', gtin })).toEqual([]);
  });

  it('says nothing of a GTIN with letters in it', () => {
    expect(run({ gtin: 'ISBN12345' })).toEqual([]);
    expect(run({ gtin: '12345X', problems: [{ kind: 'numberCell', field: 'gtin' }] })).toEqual([]);
  });

  it('a number cell of another field says nothing of the GTIN', () => {
    expect(run({ gtin: '123457', problems: [{ kind: 'numberCell', field: 'itemNumber' }] })).toEqual([]);
    expect(run({ gtin: '123457', problems: [{ kind: 'lostDigits', field: 'gtin' }] })).toEqual([]);
  });

  it('a number cell is one whatever else there is to say about the row', () => {
    const problems = [{ kind: 'numberCell', field: 'gtin' }, { kind: 'hiddenRow' }];
    expect(run({ gtin: '123457', problems })).toMatchObject([{ field: 'gtin', message: 'numberCell' }]);
  });

  it('tells the GTIN and the item number where both lost zeros', () => {
    const found = runLineExample(rule, {
      why: '',
      line: { gtin: '1234565', itemNumber: '12' },
      previous: { itemNumber: '0012' },
    });
    expect(found.map(({ field, expected }) => [field, expected])).toEqual([
      ['gtin', '01234565'],
      ['itemNumber', '0012'],
    ]);
  });

  it('goes by the previous version where no agreement tells', () => {
    const found = runLineExample(rule, { why: '', line: { itemNumber: '12' }, previous: { itemNumber: '0012' } });
    expect(found).toEqual([
      { field: 'itemNumber', actual: '12', expected: '0012', message: 'previous', correction: { itemNumber: '0012' } },
    ]);
  });

  it('an agreed article known by the number alone is told in place of one that is not agreed', () => {
    const line = { itemNumber: '12' };
    const almost = (reason: 'zerosLost' | 'ended') =>
      runLineExample(rule, { why: '', line, almostAgreed: { reason, article: { itemNumber: '0012' } } });
    expect(almost('zerosLost')).toMatchObject([{ message: 'agreed', replaces: ['assortment/not-agreed'] }]);
    expect(almost('ended')).toEqual([]);
  });
});
