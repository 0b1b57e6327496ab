/** Several lines of one item, each with its period: which one counts on the day, and what is wrong with the periods. */
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';

const folder = temporaryFolder();
const HEAD = 'Varenr;Varenavn;Enhet;Pris;Gyldig fra;Gyldig til\r\n';
const PRICES = {
  content:
    'Varenr;Varenavn;Enhet;Avtalt pris;Gyldig fra;Gyldig til\r\n' +
    '100;Kopipapir A4;stk;49,90;01.01.2026;30.06.2026\r\n100;Kopipapir A4;stk;52,00;01.07.2026;31.12.2026\r\n',
};
const NOW = '100;Kopipapir A4;stk;49,90;01.01.2026;30.06.2026\r\n';
const LATER = '100;Kopipapir A4;stk;52,00;01.07.2026;31.12.2026\r\n';
const told = ({ findings }: CheckRun): string[] => findings.map(({ rule, place }) => `${rule} ${place.row}`);

describe('lines of one item whose periods follow each other', () => {
  it('are no duplicates: the one of today goes on, the next one waits', async () => {
    const run = await aWorkspace(folder, { prices: PRICES }).check('a.csv', HEAD + NOW + LATER);
    expect(told(run)).toEqual(['expiry/not-started 3']);
    expect(run.approved?.toString()).toContain(NOW);
    expect(run.approved?.toString()).not.toContain('52,00');
    expect(run.result.lines).toMatchObject({ read: 2, asSent: 1, withheld: 1 });
  });

  it('change places when the day comes', async () => {
    const run = await aWorkspace(folder, { prices: PRICES }).check(
      'a.csv',
      HEAD + NOW + LATER,
      '--as-of',
      '2026-07-01',
    );
    expect(told(run)).toEqual(['expiry/line-ended 2']);
    expect(run.approved?.toString()).toContain(LATER);
  });

  it('are each held against what is agreed for their own days', async () => {
    const dear = LATER.replace('52,00', '55,00');
    const run = await aWorkspace(folder, { prices: PRICES }).check('a.csv', HEAD + NOW + dear);
    expect(told(run)).toEqual(['expiry/not-started 3', 'price/above-agreed 3']);
    expect(run.findings[1]).toMatchObject({ actual: '55', expected: '52' });
  });

  it.each([
    ['before', NOW + LATER],
    ['after', LATER + NOW],
  ])('are one line in the diff, the one of today, which stands %s the other', async (_, rows) => {
    const previous = { content: `${HEAD}100;Kopipapir A4;stk;47,00;01.01.2026;30.06.2026\r\n` };
    const run = await aWorkspace(folder, { prices: PRICES, previous }).check('a.csv', HEAD + rows);
    expect(run.result.diff).toMatchObject({ changed: 1, added: 0, removed: 0, duplicateKeys: 0, priceUp: 1 });
    expect(run.file('diff.csv').toString()).toContain('47,00;49,90');
    expect(run.file('diff.csv').toString()).not.toContain('52,00');
  });
});

it('periods of the price alone count as well as those of the line', async () => {
  const run = await aWorkspace(folder, { prices: PRICES }).check(
    'a.csv',
    `Varenr;Varenavn;Enhet;Pris;Pris gyldig fra;Pris gyldig til\r\n${NOW}${LATER}`,
  );
  expect(told(run)).toEqual(['expiry/price-not-started 3']);
  expect(run.approved?.toString()).toContain(NOW);
  expect(run.approved?.toString()).not.toContain('52,00');
});

describe('lines of one item whose periods do not fit', () => {
  it('overlap: neither goes on, and it is told once', async () => {
    const late = NOW.replace('30.06.2026', '15.07.2026');
    const run = await aWorkspace(folder, { prices: PRICES }).check('a.csv', HEAD + late + LATER);
    expect(told(run)).toEqual(['price/period-overlap 2', 'expiry/not-started 3', 'price/period-overlap 3']);
    expect(run.findings[0]).toMatchObject({
      severity: 'error',
      replaces: ['identity/duplicate'],
      message: 'between',
      parameters: { row: '3', from: '2026-07-01', to: '2026-07-15' },
    });
    expect(run.result.lines).toMatchObject({ withheld: 2 });
    expect(run.file('findings.csv').toString()).toContain('100 gjelder fra 01.07.2026 til 15.07.2026 også i rad 3');
  });

  it('leave days without a price', async () => {
    const later = LATER.replace('01.07.2026', '01.08.2026');
    const run = await aWorkspace(folder, { prices: PRICES }).check('a.csv', HEAD + NOW + later);
    expect(told(run)).toEqual(['expiry/not-started 3', 'price/period-gap 3']);
    expect(run.file('findings.csv').toString()).toContain(
      '100 har ingen pris fra 01.07.2026 til 31.07.2026: perioden i rad 2 er over da',
    );
    expect(run.approved?.toString()).toContain(NOW);
  });

  it('are the same line twice where the period is the same', async () => {
    const run = await aWorkspace(folder, { prices: PRICES }).check('a.csv', HEAD + NOW + NOW.replace('49,90', '49,00'));
    expect(told(run).filter((one) => !one.startsWith('price/below'))).toEqual([
      'identity/duplicate 2',
      'identity/duplicate 3',
    ]);
  });

  it('count from the beginning of time where a day cannot be read', async () => {
    const run = await aWorkspace(folder, { prices: PRICES }).check(
      'a.csv',
      HEAD + NOW + LATER.replace('01.07.2026', '31.06.2026'),
    );
    expect(told(run)).toContain('price/period-overlap 2');
    expect(run.approved).toBeUndefined();
  });
});
