import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { sheetWorkbook } from '../../../test/builders/workbook.ts';
import { openFile } from '../../readers/open-file.ts';
import { loadLabelRegister } from './load-label-register.ts';

const folder = temporaryFolder();
let files = 0;
const load = (content: string | Uint8Array, ending = 'csv') => {
  const name = `register-${++files}.${ending}`;
  return loadLabelRegister({ path: folder.write(name, content), name }, openFile);
};

it('reads a register by its headings, whatever stands beside them', async () => {
  const text = [
    'Utdrag 1. november 2026;;;;;;',
    'Land;Merkeordning;Lisensnr;Lisensinnehaver;Produktnavn;Gyldig fra;Gyldig til',
    'NO;Svanemerket;2093 0001;Fjellark Papir AS;Fjellark kopi;01.01.2024;31.12.2027',
    'DK;EU Ecolabel;dk/020/001;;;;',
    ';;;;;;',
    'NO;Svanemerket;;Uten nummer AS;;;',
  ].join('\r\n');
  expect(await load(text)).toEqual([
    {
      row: 3,
      label: 'svanemerket',
      licence: '2093 0001',
      holder: 'Fjellark Papir AS',
      product: 'Fjellark kopi',
      validFrom: '2024-01-01',
      validTo: '2027-12-31',
    },
    { row: 4, label: 'eu_ecolabel', licence: 'DK/020/001' },
  ]);
});

it('reads the numbers and days of a workbook', async () => {
  const rows = [
    ['Label', 'Licence number', 'Licence holder', 'Expiry date'],
    ['Nordic Swan Ecolabel', 20930001, 'Fjellark', '2027-12-31'],
  ];
  expect(await load(sheetWorkbook({ sheets: [{ name: 'Register', rows }] }), 'xlsx')).toEqual([
    { row: 2, label: 'svanemerket', licence: '2093 0001', holder: 'Fjellark', validTo: '2027-12-31' },
  ]);
});

it.each([
  ['Navn;Nummer\nSvanen;1', 'register-3.csv:1: Finner ikke overskriftene'],
  ['Miljømerke;Lisensnummer\nGrønt Blad;1', 'register-4.csv:2: `Grønt Blad` er ikke et kjent miljømerke'],
  ['Miljømerke;Lisensnummer;Gyldig til\nSvanen;2093 0001;snart', 'register-5.csv:2: `snart` er ingen dato'],
])('tells file and line of what is wrong: %s', async (text, words) => {
  const name = /register-\d/.exec(words)?.[0] ?? '';
  files = Number(name.slice(-1)) - 1;
  await expect(load(text)).rejects.toMatchObject({ text: { nb: expect.stringContaining(words) } });
});
