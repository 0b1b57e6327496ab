import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { openFile } from '../readers/open-file.ts';
import { readVolumes } from './read-volumes.ts';
import { volumesOf } from './volumes.ts';

const folder = temporaryFolder();
let files = 0;

async function read(content: string) {
  const source = { ...folder.source(`${++files}/volumes.csv`, content), name: 'volumes.csv' };
  const { volumes, faults } = await readVolumes(source, (file) => openFile(file));
  const yearly = (itemNumber: string) =>
    volumesOf(volumes, { itemNumber }).map(({ quantity, unit, covers }) => {
      const { top, bottom } = volumes.coverages[covers] ?? {};
      return `${quantity} ${unit ?? '-'} × ${top} / ${bottom}`;
    });
  return { volumes, yearly, faults: faults.map(({ row, column, fault }) => `${row}/${column}: ${fault.nb}`) };
}

describe('a table of volumes', () => {
  it('without a period is what is bought in a year', async () => {
    const { yearly } = await read('Varenr;Antall\r\n100;1 200\r\n200;7,5\r\n');
    expect([yearly('100'), yearly('200'), yearly('300')]).toEqual([['1200 - × 1 / 1'], ['7.5 - × 1 / 1'], []]);
  });

  it('of part of a year is brought to a year', async () => {
    const { yearly, volumes } = await read('Varenr;Mengde;Periode\r\n100;600;2025-01 til 2025-06\r\n');
    expect(yearly('100')).toEqual(['600 - × 12 / 6']);
    expect(volumes.coverages).toMatchObject([{ from: '2025-01-01', to: '2025-06-30' }]);
  });

  it('month by month covers the months of the whole table, also for what was bought in one of them', async () => {
    const months = Array.from({ length: 9 }, (_, at) => `100;10;2025-0${at + 1}\r\n`).join('');
    const { yearly } = await read(`Varenr;Antall;Måned\r\n${months}200;90;2025-03\r\n`);
    expect([yearly('100'), yearly('200')]).toEqual([['90 - × 12 / 9'], ['90 - × 12 / 9']]);
  });

  it('of two years is halved', async () => {
    const { yearly } = await read('Varenr;Antall;År\r\n100;10;2024\r\n100;20;2025\r\n');
    expect(yearly('100')).toEqual(['30 - × 12 / 24']);
  });

  it('by days goes by days', async () => {
    const { yearly } = await read('Varenr;Antall;Fra;Til\r\n100;73;01.01.2025;14.03.2025\r\n');
    expect(yearly('100')).toEqual(['73 - × 365 / 73']);
  });

  it('adds up departments, and keeps units apart', async () => {
    const { yearly } = await read('Varenr;Antall;Enhet\r\n100;10;stk\r\n100;5;STK\r\n100;2;kartong\r\n');
    expect(yearly('100')).toEqual(
      ['15 H87 × 1 / 1', '2 XCT × 1 / 1'].map((text) => expect.stringMatching(text.replace(/H87|XCT/, '\\w+'))),
    );
  });

  it('tells what cannot be read, by row and column, and reckons with the rest', async () => {
    const { yearly, faults } = await read(
      'Varenr;Antall;Enhet;Periode\r\n100;mange;stk;2025\r\n100;-3;stk;2025\r\n100;;stk;2025\r\n100;3;dill;2025\r\n;3;stk;2025\r\n100;3;stk;i fjor\r\n100;4;stk;2025\r\n',
    );
    expect(faults).toEqual([
      '2/1: forstår ikke antallet «mange»',
      '3/1: forstår ikke antallet «-3»',
      '4/1: antallet mangler',
      '5/2: «dill» er ingen kjent enhet',
      '6/undefined: verken varenummer eller GTIN',
      '7/3: forstår ikke perioden «i fjor»',
    ]);
    expect(yearly('100')).toEqual([expect.stringMatching(/^4 /)]);
  });

  it('is known by GTIN in any length', async () => {
    const { volumes } = await read('EAN;Antall\r\n7038010000003;4\r\n');
    expect(volumesOf(volumes, { gtin: '07038010000003' })).toHaveLength(1);
  });
});
