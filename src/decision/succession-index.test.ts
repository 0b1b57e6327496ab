import { expect, it } from 'vitest';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AskedRule } from '../engine/prepare-rules.ts';
import type { Succession, SuccessionRule } from '../engine/rule.ts';
import { newSuccessionIndex, successionTaker } from './succession-index.ts';

/** Says what is known of each line. */
const asked = {
  rule: { id: 'x/y', check: (_: CatalogueLine, about: Succession) => [{ actual: said(about) }] },
  severity: 'warning',
  options: {},
  fields: [],
  checked: 0,
} as unknown as AskedRule<SuccessionRule>;

const said = ({ chain, loops, isMissing, replaced }: Succession): string =>
  [
    chain.map(({ itemNumber }) => itemNumber).join(' '),
    loops ? 'loops' : '',
    isMissing ? 'missing' : '',
    replaced.map(({ itemNumber }) => `for ${itemNumber}`).join(' '),
  ]
    .filter((part) => part !== '')
    .join(', ');

type Given = Omit<CatalogueLine, 'row'>;

/** @param batches as threads would give them */
function told(
  batches: readonly (readonly Given[])[],
  former: readonly Given[] = [],
): Record<string, string | undefined> {
  const lines = batches.flat().map((line, at): CatalogueLine => ({ row: at + 2, ...line }));
  const index = newSuccessionIndex([asked]);
  let first = 0;
  for (const batch of batches) {
    const taker = successionTaker([asked], batch.length);
    for (const line of batch) taker.add({ row: 0, ...line });
    const { succession } = taker.told();
    if (succession !== undefined) index.take(first, structuredClone(succession));
    first += batch.length;
  }
  for (const ordinal of index.wanted()) {
    const line = lines[ordinal];
    if (line !== undefined) index.note(ordinal, line, line.itemNumber);
  }
  const byNumber = (number: string) => {
    const found = former.find(({ itemNumber }) => itemNumber === number);
    return found === undefined ? undefined : { row: 2, ...found };
  };
  const remarks = index.remarks({ asOf: '2026-06-01' }, byNumber);
  return Object.fromEntries(remarks.map(({ item, remark }) => [item, remark.problem.actual]));
}

const LINES: readonly Given[] = [
  { itemNumber: '1', replacedBy: '2' },
  { itemNumber: '0002', replacedBy: 'A-3' },
  { itemNumber: 'a-3' },
  { itemNumber: '4', replacedBy: '7038010000003' },
  { itemNumber: '5', gtin: '07038010000003', replaces: '6' },
  { itemNumber: '6', status: 'discontinued' },
  { itemNumber: '7', replacedBy: '8' },
  { itemNumber: '9', replacedBy: '10' },
  { itemNumber: '10', replacedBy: '9' },
  { itemNumber: '11', replacedBy: '12' },
  { itemNumber: '12' },
  { itemNumber: '12' },
  { itemNumber: '13', replaces: '14' },
  { itemNumber: '15' },
];
const SAID = {
  '1': '0002 a-3',
  '0002': 'a-3, for 1',
  'a-3': 'for 0002',
  '4': '5',
  '5': 'for 4 for 6',
  '6': '5',
  '7': 'missing',
  '9': '10, loops, for 10',
  '10': '9, loops, for 9',
  '11': '',
  '13': 'for 14',
};

it('finds what replaces what, by number or GTIN, whichever of the two says so', () => {
  expect(told([LINES], [{ itemNumber: '14' }])).toEqual(SAID);
});

it('finds the same however the lines come', () => {
  for (let size = 1; size < LINES.length; size++) {
    const batches = Array.from({ length: Math.ceil(LINES.length / size) }, (_, at) =>
      LINES.slice(at * size, (at + 1) * size),
    );
    expect(told(batches, [{ itemNumber: '14' }])).toEqual(SAID);
  }
});

it('wants no line where nothing replaces anything', () => {
  const taker = successionTaker([asked], 2);
  for (const itemNumber of ['1', '2']) taker.add({ row: 2, itemNumber });
  const index = newSuccessionIndex([asked]);
  const { succession } = taker.told();
  if (succession !== undefined) index.take(0, succession);
  expect(index.wanted()).toEqual([]);
});
