import { compare, type Decimal, decimal, multiply, parseDecimal } from '../../catalogue/decimal.ts';
import { measureOf } from '../../code-lists/unit-measures.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

/** `100 stk`, `5 x 20 stk`, `12-pack`. */
const COUNT =
  /(?:(\d{1,5}) ?[x×*] ?)?(\d{1,6})(?: ?(?:stk|stykker|stykk|pcs|pieces)|-?(?:pack|pakning|pk))(?![\p{L}\d])/iu;

export default lineRule({
  id: 'unit/content-in-name',
  title: { nb: 'Navnet og innholdet sier det samme', en: 'The name and the content say the same' },
  fault: { nb: 'Navnet sier et annet innhold enn linjen', en: 'The name says another content than the line' },
  because: {
    nb: 'Sier navnet 100 stk og linjen 50, vet ingen hva prisen gjelder, og prisen per stykk kan ikke kontrolleres.',
    en: 'Where the name says 100 pieces and the line 50, nobody knows what the price is for, and the price of each cannot be checked.',
  },
  advice: {
    nb: 'La antall i pakningen være det som står i navnet, eller rett navnet.',
    en: 'Let the pack quantity be the one in the name, or correct the name.',
  },
  source: { nb: 'Egen redaksjonell linje', en: 'House style' },
  sets: { recommended: { severity: 'warning' } },
  needs: ['name', 'packQuantity'],
  passes: [
    { why: 'the same', line: { name: 'Binders 28 mm, 100 stk', unit: 'XBX', packQuantity: '100' } },
    { why: 'multiplied out', line: { name: 'Batteri AA, 10 x 4 stk', unit: 'XCT', packQuantity: '40' } },
    { why: 'packs in a carton', line: { name: 'Batteri AA, 10 x 4 stk', unit: 'XCT', packQuantity: '10' } },
    {
      why: 'the content is told in another measure',
      line: { name: 'Svamp 10 stk', packQuantity: '2', packUnit: 'KGM' },
    },
    { why: 'no content told', line: { name: 'Svamp, 10 stk', unit: 'XPK', packQuantity: '1' } },
    { why: 'a size, not a count', line: { name: 'Spade 100 cm', packQuantity: '1' } },
  ],
  fails: [
    {
      why: 'half of what the name says',
      line: { name: 'Binders 28 mm, 100 stk', unit: 'XBX', packQuantity: '50' },
      finds: [{ field: 'packQuantity', actual: '50', expected: '100' }],
    },
    {
      why: 'more than the name says: the price of each looks lower',
      line: { name: 'Binders 28 mm, 100 stk', unit: 'XBX', packQuantity: '1000' },
    },
    { why: 'a pack of another size', line: { name: 'Tusj 12-pack', packQuantity: '10' } },
  ],
  message: {
    nb: 'Navnet sier {expected:decimal} stk, men antall i pakningen er {actual:decimal}',
    en: 'The name says {expected:decimal} pieces, but the pack quantity is {actual:decimal}',
  },
  check({ name, packQuantity, packUnit }) {
    // A pack quantity of 1 is what exports write where none was set.
    if (packQuantity === '1') return NONE;
    const [, times, count] = COUNT.exec(name) ?? [];
    if (count === undefined || count === packQuantity) return NONE;
    if (packUnit !== undefined && measureOf(packUnit)?.base !== 'H87') return NONE;
    const named = decimal(count);
    const packs = times === undefined ? undefined : parseDecimal(times);
    const all = packs === undefined ? named : multiply(packs, named);
    const fits = [named, all, ...(packs === undefined ? [] : [packs])].some((one) => isSame(one, packQuantity));
    return fits ? NONE : [{ field: 'packQuantity', actual: packQuantity, expected: all }];
  },
});

const NONE: readonly Problem[] = [];

function isSame(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}
