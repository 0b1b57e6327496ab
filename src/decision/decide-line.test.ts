import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/decimal.ts';
import type { CatalogueLine, LineValues } from '../catalogue/line.ts';
import type { Remark } from '../engine/check-line.ts';
import { decideLine, dispositionOf, type WaysOut } from './decide-line.ts';

const remark = (disposition: NonNullable<Remark['disposition']> | undefined, correction?: LineValues): Remark => ({
  rule: 'price/above-agreed',
  severity: disposition === undefined ? 'warning' : 'error',
  ...(disposition === undefined ? {} : { disposition }),
  problem: { ...(correction === undefined ? {} : { correction }) },
});
const line: CatalogueLine = { row: 2, itemNumber: '1', price: decimal('12') };
const former: CatalogueLine = { row: 9, itemNumber: '1', price: decimal('10') };
const to = (price: string): LineValues => ({ price: decimal(price) });
const ways = (given: Partial<WaysOut> = {}): WaysOut => ({ remarksOn: () => [], canWrite: () => true, ...given });

describe('the strictest disposition holds', () => {
  it.each<[Remark[], string]>([
    [[], 'approve'],
    [[remark(undefined)], 'approve'],
    [[remark('approve')], 'approve'],
    [[remark(undefined), remark('correct')], 'correct'],
    [[remark('correct'), remark('keepPrevious')], 'keepPrevious'],
    [[remark('withhold'), remark('keepPrevious'), remark('correct'), remark('approve')], 'withhold'],
    [[remark('approve'), remark('refuse')], 'withhold'],
  ])('%#', (remarks, disposition) => {
    expect(dispositionOf(remarks)).toBe(disposition);
    expect(dispositionOf([...remarks].reverse())).toBe(disposition);
  });
});

describe('a line is corrected', () => {
  it('when the corrected line passes', () => {
    const asked: CatalogueLine[] = [];
    const remarksOn = (other: CatalogueLine): Remark[] => {
      asked.push(other);
      return [remark(undefined)];
    };
    expect(decideLine(line, [remark('correct', to('10'))], ways({ remarksOn }))).toEqual({
      disposition: 'correct',
      correction: to('10'),
    });
    expect(asked).toEqual([{ ...line, price: '10' }]);
  });
  it('with all corrections together', () => {
    const named = { ...line, name: 'PAPIR' };
    const remarks = [remark('correct', to('10')), remark('correct', { name: 'Papir' }), remark('correct', to('10'))];
    expect(decideLine(named, remarks, ways())).toEqual({
      disposition: 'correct',
      correction: { price: '10', name: 'Papir' },
    });
  });
  it('only where it says something else', () => {
    const remarks = [remark('correct', { price: decimal('10'), itemNumber: '1', currency: 'NOK' })];
    expect(decideLine(line, remarks, ways()).correction).toEqual(to('10'));
  });
});

describe('a line is withheld instead', () => {
  it.each<[string, Remark[], Partial<WaysOut>]>([
    ['when the corrected line breaks a rule', [remark('correct', to('10'))], { remarksOn: () => [remark('withhold')] }],
    [
      'when the corrected line would need correcting',
      [remark('correct', to('10'))],
      { remarksOn: () => [remark('correct', to('9'))] },
    ],
    ['when two rules want different values', [remark('correct', to('10')), remark('correct', to('11'))], {}],
    ['when a rule cannot say what is right', [remark('correct', to('10')), remark('correct')], {}],
    ['when the file has no column for the value', [remark('correct', to('10'))], { canWrite: () => false }],
    ['when there is no line of the previous version', [remark('keepPrevious')], {}],
    [
      'when that line no longer passes',
      [remark('keepPrevious')],
      { previous: former, remarksOn: () => [remark('keepPrevious')] },
    ],
    ['when another rule withholds', [remark('withhold'), remark('correct', to('10'))], { previous: former }],
  ])('%s', (_, remarks, given) => {
    expect(decideLine(line, remarks, ways(given))).toEqual({ disposition: 'withhold' });
  });
});

it('the line approved last stays when it passes today’s rules', () => {
  const remarksOn = (other: CatalogueLine): Remark[] => (other === former ? [remark(undefined)] : [remark('withhold')]);
  expect(
    decideLine(line, [remark('keepPrevious'), remark('correct', to('10'))], ways({ previous: former, remarksOn })),
  ).toEqual({
    disposition: 'keepPrevious',
  });
});
