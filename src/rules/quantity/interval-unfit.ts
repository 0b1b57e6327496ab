import { compare, type Decimal, decimal, divide, isNegative, isZero, multiply } from '../../catalogue/decimal.ts';
import { measureOf } from '../../code-lists/unit-measures.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'quantity/interval-unfit',
  title: {
    nb: 'Bestillingsintervallet passer med minste og største bestilling og med pakningen',
    en: 'The order interval fits minimum, maximum and pack',
  },
  fault: { nb: 'Bestillingsintervall som ikke passer', en: 'Order interval that does not fit' },
  because: {
    nb: 'Bestillingssystemet foreslår en mengde som leverandøren ikke kan levere, og bestillingen må rettes for hånd.',
    en: 'The ordering system proposes a quantity that the supplier cannot deliver, and the order has to be corrected by hand.',
  },
  advice: {
    nb: 'La minste og største bestilling være hele ganger intervallet, i samme enhet som varen bestilles i.',
    en: 'Make minimum and maximum whole multiples of the interval, in the unit that the item is ordered in.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: bestillingsintervall',
    en: 'Peppol BIS Catalogue 3: order quantity increment',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['orderInterval'],
  passes: [
    { why: 'whole multiples', line: { orderInterval: '6', minOrderQuantity: '12', maxOrderQuantity: '60' } },
    {
      why: 'a minimum of 1 is what exports write where none was set',
      line: { orderInterval: '6', minOrderQuantity: '1' },
    },
    { why: 'pieces from packs of twelve', line: { orderInterval: '12', unit: 'EA', packQuantity: '12' } },
    { why: 'half packs are sold, too', line: { orderInterval: '6', unit: 'EA', packQuantity: '12' } },
    { why: 'it counts packs, not what is in them', line: { orderInterval: '5', unit: 'XPK', packQuantity: '12' } },
  ],
  fails: [
    {
      why: 'nothing',
      line: { orderInterval: '0' },
      finds: [{ field: 'orderInterval', actual: '0', message: 'none' }],
    },
    {
      why: 'no step leads to the minimum',
      line: { orderInterval: '6', minOrderQuantity: '10' },
      finds: [{ field: 'orderInterval', actual: '6', message: 'minimum', parameters: { quantity: '10' } }],
    },
    {
      why: 'no step leads to the maximum',
      line: { orderInterval: '6', maxOrderQuantity: '50' },
      finds: [{ field: 'orderInterval', actual: '6', message: 'maximum', parameters: { quantity: '50' } }],
    },
    {
      why: 'the first step is too much already',
      line: { orderInterval: '12', maxOrderQuantity: '6' },
      finds: [{ field: 'orderInterval', actual: '12', message: 'maximum', parameters: { quantity: '6' } }],
    },
    {
      why: 'pieces from packs that are not opened',
      line: { orderInterval: '5', unit: 'EA', packQuantity: '12' },
      finds: [
        { field: 'orderInterval', actual: '5', message: 'pack', parameters: { quantity: '12' }, severity: 'info' },
      ],
    },
  ],
  message: {
    none: {
      nb: 'Bestillingsintervallet er {actual}; det må være større enn null',
      en: 'The order interval is {actual}; it must be above zero',
    },
    minimum: {
      nb: 'Minste bestilling, {quantity:decimal}, er ikke et helt antall ganger intervallet {actual}',
      en: 'The minimum order quantity, {quantity:decimal}, is not a whole multiple of the interval {actual}',
    },
    maximum: {
      nb: 'Største bestilling, {quantity:decimal}, er ikke et helt antall ganger intervallet {actual}',
      en: 'The maximum order quantity, {quantity:decimal}, is not a whole multiple of the interval {actual}',
    },
    pack: {
      nb: 'Bestillingsintervallet {actual} går ikke opp i pakninger på {quantity:decimal}',
      en: 'The order interval {actual} does not come out even with packs of {quantity:decimal}',
    },
  },
  check({ orderInterval, minOrderQuantity, maxOrderQuantity, unit, packQuantity }) {
    if (orderInterval === ONE) return NONE;
    const about = { field: 'orderInterval', actual: orderInterval } as const;
    if (isNegative(orderInterval) || isZero(orderInterval)) return [{ ...about, message: 'none' }];
    if (isSet(minOrderQuantity) && !isMultiple(minOrderQuantity, orderInterval))
      return [{ ...about, message: 'minimum', parameters: { quantity: minOrderQuantity } }];
    if (isSet(maxOrderQuantity) && !isMultiple(maxOrderQuantity, orderInterval))
      return [{ ...about, message: 'maximum', parameters: { quantity: maxOrderQuantity } }];
    if (!isSet(packQuantity) || unit === undefined || measureOf(unit)?.base !== 'H87') return NONE;
    if (isMultiple(packQuantity, orderInterval) || isMultiple(orderInterval, packQuantity)) return NONE;
    return [{ ...about, message: 'pack', parameters: { quantity: packQuantity }, severity: 'info' }];
  },
});

const NONE: readonly Problem[] = [];
const ONE = decimal('1');

/** Zero and one are what exports write where nothing was set. */
function isSet(quantity: Decimal | undefined): quantity is Decimal {
  return quantity !== undefined && compare(quantity, ONE) > 0;
}

function isMultiple(quantity: Decimal, of: Decimal): boolean {
  return compare(multiply(divide(quantity, of, 0), of), quantity) === 0;
}
