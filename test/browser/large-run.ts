/** A catalogue of 100,000 lines of which most have something wrong, checked. */
import type { TemporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace, type CheckRun } from '../builders/workspace.ts';

const LINES = 100_000;
const HEADINGS = 'Varenr;Varenavn;Beskrivelse;Enhet;Pris;Varegruppe;UNSPSC;GTIN;Miljømerke';

export function largeRun(folder: TemporaryFolder): Promise<CheckRun> {
  const space = aWorkspace(folder, {
    prices: {
      content: table('Varenr;Varenavn;Enhet;Avtalt pris', (at) => `${number(at)};Vare ${at};stk;${price(at)}`),
    },
    previous: { content: table(HEADINGS, (at) => line(at, 0)) },
  });
  space.write(
    'catalogs/avtale/volumes.csv',
    table('Varenr;Antall;Enhet;År', (at) => `${number(at)};${1 + (at % 97)};stk;2025`),
  );
  return space.check(
    'stor.csv',
    table(HEADINGS, (at) => line(at, 1)),
    '--lang',
    'nb',
  );
}

function table(headings: string, row: (at: number) => string): string {
  const rows = [headings];
  for (let at = 0; at < LINES; at++) rows.push(row(at));
  return `${rows.join('\r\n')}\r\n`;
}

const number = (at: number): string => `V${String(at).padStart(6, '0')}`;
const price = (at: number): string => `${10 + (at % 500)},50`;

/** Every other price is 25 % too high: VAT that was left in; names in capitals, wrong GTINs, lost labels here and there. */
function line(at: number, version: 0 | 1): string {
  const offered =
    version === 1 && at % 2 === 0 ? `${((10.5 + (at % 500)) * 1.25).toFixed(2).replace('.', ',')}` : price(at);
  const name = at % 7 === 0 && version === 1 ? `VARE ${at} I STORE BOKSTAVER` : `Vare ${at} som er  bra`;
  const gtin = at % 11 === 0 ? '7038010000030' : '';
  const label = at % 3 === version ? 'Svanemerket' : '';
  return [
    number(at),
    name,
    `Beskrivelse ${at}`,
    at % 13 === 0 ? 'kolli' : 'stk',
    offered,
    `Gruppe ${at % 23}`,
    '14111507',
    gtin,
    label,
  ].join(';');
}
