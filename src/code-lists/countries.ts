/** Countries by code and by name. */
import { COUNTRY_TABLE } from './country-table.ts';

let byWord: ReadonlyMap<string, string> | undefined;

function countryByWord(): ReadonlyMap<string, string> {
  byWord ??= new Map(
    COUNTRY_TABLE.trim()
      .split('\n')
      .flatMap((line) => {
        const [code = '', longCode = '', ...names] = line.split(' ');
        const words = names.join(' ').split('|');
        return [code.toLowerCase(), longCode.toLowerCase(), ...words].map((word): [string, string] => [word, code]);
      }),
  );
  return byWord;
}

/** Unions and parts of the world, which people write where a country is asked for. */
const REGIONS: ReadonlySet<string> = new Set(
  'eu|ec|eec|eøs|ees|eea|efta|europa|europe|den europeiske union|european union|europeiska unionen|europæiske union|norden|skandinavia|skandinavien|scandinavia|asia|asien|afrika|africa|nord amerika|sør amerika|utlandet|import|importert|imported|xi|flere|diverse|various'.split(
    '|',
  ),
);

export type CountrySaid =
  /** ISO 3166-1 alpha-2. */
  { readonly kind: 'country'; readonly code: string } | { readonly kind: 'region' | 'unknown' };

/** @param text a code of two or three letters, or a name, in any case: `NO`, `nor`, `Tyskland` */
export function findCountry(text: string): CountrySaid {
  const word = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const code = countryByWord().get(word);
  if (code !== undefined) return { kind: 'country', code };
  return { kind: REGIONS.has(word) ? 'region' : 'unknown' };
}
