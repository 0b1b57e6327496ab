import { lineRule, type Problem } from '../../engine/rule.ts';
import { classOf } from './class-terms.ts';
import { wordsOf } from './words.ts';

const TONER = { words: { genericTerms: [{ unspsc: '44103103', terms: ['toner'], wants: ['brand'] as const }] } };
const GLOVES = { words: { genericTerms: [{ unspsc: '42132203', terms: ['hanske'], wants: ['size'] as const }] } };

export default lineRule({
  id: 'name/incomplete',
  title: {
    nb: 'Navnet har størrelse og merke der varegruppen trenger det',
    en: 'The name has size and brand where its class needs them',
  },
  fault: { nb: 'Navn uten størrelse eller merke', en: 'Names without size or brand' },
  because: {
    nb: 'Den som bestiller, ser ofte bare navnet, og må gjette hvilken størrelse eller type som kommer.',
    en: 'Whoever orders often sees the name only, and must guess which size or make will come.',
  },
  advice: {
    nb: 'Før opp størrelsen (mål, vekt, antall eller S, M, L), og merket der det skiller varene.',
    en: 'State the size (measure, weight, count, or S, M, L), and the brand where it tells items apart.',
  },
  source: {
    nb: 'Navneregler i NOBB og Peppol: like varer skilles i navnet. Kravene står i rules/words/generic-terms.csv',
    en: 'Naming guides of NOBB and Peppol: the name tells items apart. What is wanted is in rules/words/generic-terms.csv',
  },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name', 'unspsc'],
  passes: [
    { why: 'a size in letters', line: { name: 'Hanske nitril XL', unspsc: '42132203' }, references: GLOVES },
    { why: 'a number', line: { name: 'Hanske nitril 100 stk', unspsc: '42132203' }, references: GLOVES },
    {
      why: 'the brand',
      line: { name: 'Toner svart, Blekka', brand: 'Blekka', unspsc: '44103103' },
      references: TONER,
    },
  ],
  fails: [
    {
      why: 'no size',
      line: { name: 'Hanske nitril blå', unspsc: '42132203' },
      references: GLOVES,
      finds: [{ field: 'name', actual: 'Hanske nitril blå', message: 'size' }],
    },
    {
      why: 'the brand stands in its own field only',
      line: { name: 'Toner svart 2600 sider', brand: 'Blekka', unspsc: '44103103' },
      references: TONER,
      finds: [{ field: 'name', actual: 'Toner svart 2600 sider', message: 'brand', parameters: { brand: 'Blekka' } }],
    },
  ],
  message: {
    size: {
      nb: 'Navnet «{actual}» sier ingenting om størrelse, mengde eller antall',
      en: 'The name "{actual}" says nothing of size, amount or count',
    },
    brand: { nb: 'Merket «{brand}» står ikke i navnet', en: 'The brand "{brand}" is not in the name' },
  },
  check({ name, unspsc, brand }, { references }) {
    const words = references?.words;
    const known = words === undefined ? undefined : classOf(words, unspsc);
    if (known === undefined || known.wants.length === 0) return NONE;
    const { wants } = known;
    if (wants.includes('size') && !hasSize(name) && wordsOf(name).length > 0)
      return [{ field: 'name', actual: name, message: 'size' }];
    if (brand === undefined || !wants.includes('brand') || hasWords(name, brand)) return NONE;
    return [{ field: 'name', actual: name, message: 'brand', parameters: { brand } }];
  },
});

const NONE: readonly Problem[] = [];
const SIZES: ReadonlySet<string> = new Set(
  'xxs xs s m l xl xxl xxxl small medium large liten middels stor mini maxi jumbo onesize universal'.split(' '),
);

function hasSize(name: string): boolean {
  for (const { kind, lower } of wordsOf(name)) if (kind !== 'word' || SIZES.has(lower)) return true;
  return false;
}

/** Whether any word of the brand is in the name, joined to others too. */
function hasWords(name: string, brand: string): boolean {
  const text = name.toLowerCase();
  return brand
    .toLowerCase()
    .split(/[\s/&-]/)
    .some((word) => word.length > 1 && text.includes(word));
}
