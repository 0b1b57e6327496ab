import { describe, expect, it } from 'vitest';
import { html } from './markup.ts';
import { rowsThatFit, sharedRoom } from './room.ts';

const row = html`<tr><td>ø</td><td></td></tr>`;
const rows = (count: number) => Array.from({ length: count }, () => row);

describe('the room on the page', () => {
  it('is counted in bytes, and in nodes as a browser counts them', () => {
    const { rows: fitting, used } = rowsThatFit(rows(2), { bytes: 1000, nodes: 1000 });
    expect(fitting).toHaveLength(2);
    expect(used).toEqual({ bytes: 2 * Buffer.byteLength(row.text), nodes: 2 * 4 });
  });

  it('ends where either is used up', () => {
    expect(rowsThatFit(rows(9), { bytes: 1000, nodes: 11 }).rows).toHaveLength(2);
    expect(rowsThatFit(rows(9), { bytes: Buffer.byteLength(row.text), nodes: 1000 }).rows).toHaveLength(1);
  });

  it('is shared: what one part leaves, the later ones may take', () => {
    const take = sharedRoom({ bytes: 1_000_000, nodes: 48 }, 3);
    expect([take(rows(9)).length, take(rows(1)).length, take(rows(9)).length]).toEqual([4, 1, 7]);
  });
});
