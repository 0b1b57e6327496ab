import { expect, it } from 'vitest';
import { labelCoverage } from './label-coverage.ts';

const counts = (table: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  new Map(
    Object.entries(table).map(([unspsc, labels]) => [
      unspsc,
      // A hundred kroner a line.
      new Map(Object.entries(labels).map(([keys, lines]) => [keys, { lines, ore: BigInt(10_000 * lines) }])),
    ]),
  );

const NOW = counts({
  '4713': { svanemerket: 3, 'debio,svanemerket': 1, fsc: 2, '': 4 },
  '5020': { debio: 1, fairtrade: 1 },
  '': { '': 2 },
});

it('counts each line once, for the best that it has', () => {
  const { classes, labels, ...all } = labelCoverage(NOW, undefined, undefined);
  expect(all).toEqual({ lines: 14, recognised: 4, organic: 1, otherLabels: 3, withoutLabel: 6 });
  expect(classes.map(({ unspsc, lines, recognised }) => [unspsc, lines, recognised])).toEqual([
    ['4713', 10, 4],
    ['5020', 2, 0],
    ['', 2, 0],
  ]);
  expect(labels).toEqual([
    { label: 'svanemerket', lines: 4 },
    { label: 'debio', lines: 2 },
    { label: 'fsc', lines: 2 },
    { label: 'fairtrade', lines: 1 },
  ]);
});

it('counts what the agreement recognises', () => {
  const { recognised, organic, otherLabels, recognisedLabels } = labelCoverage(NOW, undefined, ['fsc', 'debio']);
  expect({ recognised, organic, otherLabels }).toEqual({ recognised: 4, organic: 0, otherLabels: 4 });
  expect(recognisedLabels).toEqual(['fsc', 'debio']);
});

it('sets the previous version beside it, also of classes that are gone', () => {
  const { classes, previous } = labelCoverage(NOW, counts({ '4410': { svanemerket: 2 } }), undefined);
  expect(previous).toMatchObject({ lines: 2, recognised: 2 });
  expect(classes[0]).toMatchObject({ unspsc: '4410', lines: 0, previous: { lines: 2, recognised: 2 } });
});

it('tells segments where there are many families', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [String(1000 + 10 * at + 1), { svanemerket: 1 }]),
  );
  const { classes, lines } = labelCoverage(counts(many), undefined, undefined);
  expect(classes.map(({ unspsc }) => unspsc)).toEqual(['10', '11', '12', '13', '14', '15']);
  expect(lines).toBe(60);
});

it('tells what is spent, where volumes are known, and of that what carries a label that counts', () => {
  const before = counts({ '4713': { svanemerket: 1, '': 3 } });
  const { spend, currency, previous, classes } = labelCoverage(NOW, before, undefined, 'NOK');
  expect({ spend, currency }).toEqual({ spend: { sum: '1400', recognised: '400' }, currency: 'NOK' });
  expect(previous?.spend).toEqual({ sum: '400', recognised: '100' });
  expect(classes.map((one) => one.spend?.recognised)).toEqual(['400', '0', '0']);
  expect(labelCoverage(NOW, before, undefined)).not.toHaveProperty('spend');
});

it('names the classes that have a title', () => {
  const { classes } = labelCoverage(NOW, undefined, undefined, undefined, {
    '47': 'Renhold',
    '4713': 'Renholdsmidler',
  });
  expect(classes.map(({ unspsc, title }) => [unspsc, title])).toEqual([
    ['4713', 'Renholdsmidler'],
    ['5020', undefined],
    ['', undefined],
  ]);
});
