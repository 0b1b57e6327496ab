import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './lead-time-above-agreed.ts';

const finds = (leadTime: string, agreed: string) =>
  runLineExample(rule, { why: '', line: { leadTime }, agreement: { delivery: { leadTime: agreed } } }).length;

it('days of no kind are taken as suits the supplier', () => {
  expect(finds('7', '5 virkedager')).toBe(0);
  expect(finds('8', '5 virkedager')).toBe(1);
  expect(finds('5 virkedager', '5 dager')).toBe(0);
});

it('what is not understood counts as not looked at', () => {
  const line = { row: 2, leadTime: 'på lager' };
  expect(rule.isTold?.(line, { asOf: '2026-01-01' })).toBe(false);
  expect(rule.isTold?.({ row: 2 }, { asOf: '2026-01-01' })).toBe(false);
  expect(rule.isTold?.({ row: 2, leadTime: '3 dager' }, { asOf: '2026-01-01' })).toBe(true);
});

it('says nothing where either is not understood', () => {
  expect(finds('30 dager', 'etter avtale')).toBe(0);
  expect(finds('på lager', '1 dag')).toBe(0);
});
