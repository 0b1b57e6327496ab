import { expect, it } from 'vitest';
import { runLineExample } from '../../engine/run-examples.ts';
import rule from './length.ts';

const run = (name: string) => runLineExample(rule, { why: '', line: { name } });

it('160 characters fit, and 80 is told for information', () => {
  expect(run('æ'.repeat(80))).toEqual([]);
  expect(run('æ'.repeat(81))).toMatchObject([{ severity: 'info', parameters: { length: '81', max: '80' } }]);
  expect(run('æ'.repeat(160))).toMatchObject([{ message: 'advised' }]);
  const [long] = run('æ'.repeat(161));
  expect(long).toMatchObject({ message: 'limit', parameters: { length: '161', max: '160' } });
  expect(long?.severity).toBeUndefined();
});

it('counts characters, not code units', () => {
  expect(run('🖊'.repeat(80))).toEqual([]);
});

it('a limit below what is advised counts', () => {
  const options = { max: 10 };
  expect(runLineExample(rule, { why: '', line: { name: 'Blyanter HB' }, options })).toMatchObject([
    { message: 'limit' },
  ]);
});

it('a name that just fits into the system is told what is advised', () => {
  const run40 = (max: number) =>
    runLineExample(rule, {
      why: '',
      line: { name: 'æ'.repeat(40) },
      options: { advised: 30 },
      references: { textLimits: [{ system: 'Bestill', limits: { name: max } }] },
    }).map(({ message }) => message);
  expect([run40(40), run40(39)]).toEqual([['advised'], ['system']]);
});
