import { remembering } from '../../catalogue/remembering.ts';
import { findCountry } from '../../code-lists/countries.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'origin/unknown-country',
  title: { nb: 'Opprinnelseslandet er et land', en: 'The country of origin is a country' },
  fault: { nb: 'Opprinnelsesland som ikke er et land', en: 'Country of origin that is no country' },
  because: {
    nb: 'Uten et kjent land kan verken opphavskrav, sanksjoner eller toll kontrolleres.',
    en: 'Without a known country neither demands on origin, sanctions nor customs can be checked.',
  },
  advice: {
    nb: 'Bruk landkoden på to bokstaver, for eksempel NO, SE eller CN.',
    en: 'Use the country code of two letters, for example NO, SE or CN.',
  },
  source: {
    nb: 'ISO 3166-1; Peppol BIS Catalogue 3: opprinnelsesland',
    en: 'ISO 3166-1; Peppol BIS Catalogue 3: country of origin',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['countryOfOrigin'],
  passes: [
    { why: 'a code', line: { countryOfOrigin: 'NO' } },
    { why: 'a code of three letters', line: { countryOfOrigin: 'SWE' } },
    { why: 'a name', line: { countryOfOrigin: 'Tyskland' } },
    { why: 'made here or there', line: { countryOfOrigin: 'Kina / Vietnam' } },
  ],
  fails: [
    {
      why: 'no code',
      line: { countryOfOrigin: 'ZZ' },
      finds: [{ field: 'countryOfOrigin', actual: 'ZZ', message: 'unknown' }],
    },
    {
      why: 'a union',
      line: { countryOfOrigin: 'EU' },
      finds: [{ field: 'countryOfOrigin', actual: 'EU', message: 'region', severity: 'info' }],
    },
    { why: 'one of two is none', line: { countryOfOrigin: 'NO, ZZ' } },
  ],
  message: {
    unknown: {
      nb: '«{actual}» er verken en landkode eller et land vi kjenner',
      en: '"{actual}" is neither a country code nor a country that is known here',
    },
    region: {
      nb: '«{actual}» er ikke et land; oppgi landet varen er laget i',
      en: '"{actual}" is not a country; name the one that the item was made in',
    },
  },
  check({ countryOfOrigin }) {
    const message = faultOf(countryOfOrigin);
    if (message === undefined) return NONE;
    const about = { field: 'countryOfOrigin', actual: countryOfOrigin, message } as const;
    return [message === 'region' ? { ...about, severity: 'info' } : about];
  },
});

const NONE: readonly Problem[] = [];

/** `NO/SE`, `Kina eller Vietnam`. */
const BETWEEN = /[/,;+|]|\s(?:og|och|eller|or|and|und|oder)\s/i;
const LONGEST = 200;

const faultOf = remembering((text): 'unknown' | 'region' | undefined => {
  if (findCountry(text).kind === 'country') return undefined;
  if (text.length > LONGEST) return 'unknown';
  const kinds = text
    .split(BETWEEN)
    .filter((part) => part.trim() !== '')
    .map((part) => findCountry(part).kind);
  if (kinds.length === 0 || kinds.includes('unknown')) return 'unknown';
  return kinds.includes('region') ? 'region' : undefined;
});
