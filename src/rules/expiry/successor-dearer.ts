import { baseQuantityOf, compareBases, isPositive } from '../../agreement/verdict/basis.ts';
import { compare, type Decimal, decimal, multiply, percentChange } from '../../catalogue/decimal.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { type Problem, successionRule } from '../../engine/rule.ts';

type Limit = { readonly percent: string };
const DEFAULTS: Limit = { percent: '0' };

export default successionRule({
  id: 'expiry/successor-dearer',
  title: {
    nb: 'Varen er ikke dyrere enn den varen den erstatter',
    en: 'The item is not more expensive than the one it replaces',
  },
  fault: { nb: 'Dyrere enn varen den erstatter', en: 'Dearer than the item it replaces' },
  because: {
    nb: 'Et nytt varenummer med ny pris går utenom prisreguleringen i avtalen; i mindre pakning synes det ikke engang.',
    en: 'A new item number with a new price evades the price adjustment of the agreement; in a smaller pack it does not even show.',
  },
  advice: {
    nb: 'Sett prisen slik at varen ikke koster mer per enhet enn den som utgår, eller avtal prisen med avtaleforvalteren.',
    en: 'Set the price so that the item costs no more per unit than the one that goes, or agree the price with the agreement manager.',
  },
  source: {
    nb: 'Linjen som erstattes, i katalogen eller i den sist godkjente versjonen',
    en: 'The line that is replaced, in the catalogue or in the version approved last',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'info' },
  },
  needs: ['price'],
  anyColumn: ['replacedBy', 'replaces'],
  options: {
    properties: { percent: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' } },
    defaults: DEFAULTS,
  },
  passes: [
    {
      why: 'the same price',
      lines: [
        { itemNumber: '1', price: '10', unit: 'EA', replacedBy: '2' },
        { itemNumber: '2', price: '10.00', unit: 'EA' },
      ],
    },
    {
      why: 'a larger pack, no dearer a piece',
      lines: [
        { itemNumber: '1', price: '100', unit: 'XPK', packQuantity: '10', packUnit: 'EA' },
        { itemNumber: '2', price: '190', unit: 'XPK', packQuantity: '20', packUnit: 'EA', replaces: '1' },
      ],
    },
    {
      why: 'who knows what is in the pack',
      lines: [
        { itemNumber: '1', price: '10', unit: 'EA', replacedBy: '2' },
        { itemNumber: '2', price: '100', unit: 'XPK' },
      ],
    },
    {
      why: 'within what the rule set allows',
      options: { percent: '5' },
      lines: [
        { itemNumber: '1', price: '100', replacedBy: '2' },
        { itemNumber: '2', price: '105' },
      ],
    },
    {
      why: 'gone itself: told by expiry/successor-expired',
      lines: [
        { itemNumber: '1', price: '100', replacedBy: '2' },
        { itemNumber: '2', price: '105', status: 'discontinued' },
      ],
    },
  ],
  fails: [
    {
      why: 'the same unit',
      lines: [
        { itemNumber: '1', price: '100', unit: 'EA', replacedBy: '2' },
        { itemNumber: '2', price: '112', unit: 'EA' },
      ],
      finds: [
        {
          row: 3,
          field: 'price',
          actual: '112',
          message: 'same',
          parameters: { item: '1', percent: '12', before: '100' },
        },
      ],
    },
    {
      why: 'the same price for a smaller pack',
      lines: [
        { itemNumber: '1', price: '100', unit: 'XPK', packQuantity: '10', packUnit: 'EA' },
        { itemNumber: '2', price: '100', unit: 'XPK', packQuantity: '8', packUnit: 'EA', replaces: '1' },
      ],
      finds: [
        {
          row: 3,
          field: 'price',
          actual: '100',
          message: 'perUnit',
          parameters: { item: '1', percent: '25', unit: 'H87' },
        },
      ],
    },
    {
      why: 'what it replaces stands in the previous version only',
      lines: [{ itemNumber: '2', price: '112', replaces: '1' }],
      former: [{ itemNumber: '1', price: '100' }],
      finds: [
        {
          row: 2,
          field: 'price',
          actual: '112',
          message: 'same',
          parameters: { item: '1', percent: '12', before: '100' },
        },
      ],
    },
  ],
  message: {
    same: {
      nb: 'Varen erstatter {item}, som koster {before:money}; den er {percent:percent} dyrere',
      en: 'The item replaces {item}, which costs {before:money}; it is {percent:percent} more expensive',
    },
    perUnit: {
      nb: 'Varen erstatter {item} og er {percent:percent} dyrere per {unit:unit}',
      en: 'The item replaces {item} and is {percent:percent} more expensive per {unit:unit}',
    },
  },
  check(line, { replaced, options }) {
    // Gone itself: told by expiry/successor-expired.
    if (line.status === 'discontinued') return [];
    const { percent } = options as Limit;
    return replaced.flatMap((former): readonly Problem[] => {
      const dearer = dearerBy(line, former);
      const item = former.itemNumber ?? former.gtin;
      if (dearer === undefined || item === undefined || compare(dearer.percent, decimal(percent)) <= 0) return [];
      const about = { field: 'price', actual: line.price ?? '' } as const;
      if (dearer.unit === undefined) {
        const parameters = { item, percent: dearer.percent, before: former.price ?? '' };
        return [{ ...about, message: 'same', parameters }];
      }
      return [{ ...about, message: 'perUnit', parameters: { item, percent: dearer.percent, unit: dearer.unit } }];
    });
  },
});

interface Dearer {
  /** Below zero where it is cheaper. */
  readonly percent: Decimal;
  /** The base unit that both are reckoned in; absent where both are for the same. */
  readonly unit?: string;
}

/** @returns `undefined` where nobody can compare the two */
function dearerBy(line: CatalogueLine, former: CatalogueLine): Dearer | undefined {
  if (line.price === undefined || former.price === undefined || line.currency !== former.currency) return undefined;
  if (!isPositive(line.price) || !isPositive(former.price)) return undefined;
  const bases = compareBases(line, former, undefined);
  if (bases.kind === 'unknown') return undefined;
  const before = multiply(former.price, baseQuantityOf(line));
  const after = multiply(line.price, baseQuantityOf(former));
  const percent =
    bases.kind === 'same'
      ? percentChange(before, after)
      : percentChange(multiply(before, bases.offered.amount), multiply(after, bases.agreed.amount));
  if (percent === undefined) return undefined;
  // Per base unit, also where the order unit is the same but the price is for more of them.
  return bases.kind === 'same' ? { percent } : { percent, unit: bases.offered.of };
}
