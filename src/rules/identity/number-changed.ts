import { comparableGtin, isGtin } from '../../catalogue/gtin.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/number-changed',
  title: { nb: 'Varen har beholdt sitt varenummer', en: 'The item has kept its item number' },
  fault: { nb: 'Nytt varenummer på samme GTIN', en: 'New item number for the same GTIN' },
  because: {
    nb: 'For bestillingssystemet er det en ny vare: favoritter, bestillingslister og statistikk følger det gamle nummeret.',
    en: 'To the ordering system it is a new item: favourites, order lists and statistics stay with the old number.',
  },
  advice: {
    nb: 'Behold varenummeret når varen er den samme. Må det byttes, si fra på forhånd.',
    en: 'Keep the item number while the item is the same. If it has to change, give notice.',
  },
  source: { nb: 'Versjonen som sist ble godkjent', en: 'The version approved last' },
  sets: {
    recommended: { severity: 'info' },
    strict: { severity: 'warning' },
  },
  needs: ['itemNumber', 'gtin', 'previous'],
  passes: [
    {
      why: 'the same',
      line: { itemNumber: '1001', gtin: '7038840000105' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
    },
    {
      why: 'lost zeros are told by identity/leading-zero-lost',
      line: { itemNumber: '1001', gtin: '7038840000105' },
      previous: { itemNumber: '001001', gtin: '7038840000105' },
    },
    {
      why: 'there was none before',
      line: { itemNumber: '1001', gtin: '7038840000105' },
      previous: { gtin: '7038840000105' },
    },
  ],
  fails: [
    {
      why: 'renumbered',
      line: { itemNumber: '2001', gtin: '7038840000105' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
      finds: [{ field: 'itemNumber', actual: '2001', parameters: { before: '1001', gtin: '7038840000105' } }],
    },
  ],
  message: {
    nb: 'Varen med GTIN {gtin} har fått varenummer {actual}; i forrige versjon var det {before}',
    en: 'The item with GTIN {gtin} now has item number {actual}; in the previous version it was {before}',
  },
  check({ itemNumber, gtin }, { previous }) {
    const before = previous.itemNumber;
    if (before === undefined || before === itemNumber || previous.gtin === undefined) return NONE;
    if (comparableGtin(previous.gtin) !== comparableGtin(gtin) || !isGtin(gtin)) return NONE;
    if (withoutZeros(before) === withoutZeros(itemNumber)) return NONE;
    return [{ field: 'itemNumber', actual: itemNumber, parameters: { before, gtin } }];
  },
});

const NONE: readonly Problem[] = [];

function withoutZeros(itemNumber: string): string {
  return itemNumber.replace(/^0+/, '');
}
