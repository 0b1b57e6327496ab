import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { withAppended } from './yaml-append.ts';

const ITEM = { rules: ['a/b'], covers: [{ item: '010', value: 'x: # y' }], reason: 'Fordi' };

it('a new file has version, comment and items', () => {
  const text = withAppended(undefined, 'waivers', [ITEM], 'Godtatt');
  expect(text.split('\n')[0]).toBe('# Godtatt');
  expect(parse(text)).toEqual({ version: 1, waivers: [ITEM] });
});

it('what stands in a file stays, comments too', () => {
  const old = '# Mine\nversion: 1   # først\nwaivers:\n  # den gamle\n  - { rules: [c/d], reason: "Ja" }\n';
  const text = withAppended(old, 'waivers', [ITEM], 'Godtatt');
  for (const kept of ['# Mine', '# først', '# den gamle']) expect(text).toContain(kept);
  expect(parse(text)).toEqual({ version: 1, waivers: [{ rules: ['c/d'], reason: 'Ja' }, ITEM] });
});

it('an empty list is filled, one covered article to a line', () => {
  const text = withAppended('version: 1\nwaivers: []\n', 'waivers', [ITEM, ITEM], 'Godtatt');
  expect(parse(text).waivers).toEqual([ITEM, ITEM]);
  expect(text.split('\n').filter((line) => line.includes('item:'))).toHaveLength(2);
});
