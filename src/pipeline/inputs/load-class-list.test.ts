import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { openFile } from '../../readers/open-file.ts';
import { loadClassList } from './load-class-list.ts';

const folder = temporaryFolder();

const load = (text: string) => {
  const path = folder.write('unspsc.csv', text);
  return loadClassList({ name: 'unspsc.csv', path }, openFile);
};

describe('a list of UNSPSC codes', () => {
  it('has codes, and says its version where it does', async () => {
    expect(await load('code;title;version\n44121701;Kulepenner;26.0801\n44121704;Kulepenner;26.0801\n')).toEqual({
      codes: ['44121701', '44121704'],
      version: '26.0801',
    });
    expect(await load('UNSPSC,Navn\n44121701,Penn\n')).toEqual({ codes: ['44121701'] });
  });

  it('says what its segments and families are called', async () => {
    const rows = [
      '44000000,Kontorrekvisita',
      '44120000,Kontorutstyr',
      '44121700,Skriveredskaper',
      '44100000,',
      '44121704,Penn',
    ];
    expect(await load(`code,title\n${rows.join('\n')}\n`)).toEqual({
      codes: rows.map((row) => row.slice(0, 8)),
      titles: { '44': 'Kontorrekvisita', '4412': 'Kontorutstyr' },
    });
  });

  it('with something else than codes is told with file and line', async () => {
    await expect(load('code\n44121701\n4412\n')).rejects.toThrow(
      'unspsc.csv:3: `4412` is not an eight-digit UNSPSC code.',
    );
  });
});
