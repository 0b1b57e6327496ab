import { comparableGtin, isGtin } from '../../catalogue/gtin.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'identity/gtin-changed',
  title: { nb: 'Varenummeret har beholdt sitt GTIN', en: 'The item number has kept its GTIN' },
  fault: { nb: 'Nytt GTIN på samme varenummer', en: 'New GTIN under the same item number' },
  because: {
    nb: 'Et nytt GTIN er en annen vare eller en annen pakning. Da gjelder avtalt pris og miljømerke kanskje ikke lenger.',
    en: 'A new GTIN is another item or another package. The agreed price and the eco-label may then no longer apply.',
  },
  advice: {
    nb: 'Er det en annen vare, gi den eget varenummer og vis til den i «erstattes av». Er GTIN feil, rett det.',
    en: 'If it is another item, give it its own item number and name it as the replacement. If the GTIN is wrong, correct it.',
  },
  source: {
    nb: 'Versjonen som sist ble godkjent; GS1 GTIN Management Standard',
    en: 'The version approved last; GS1 GTIN Management Standard',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'keepPrevious' },
  },
  needs: ['itemNumber', 'gtin', 'previous'],
  passes: [
    {
      why: 'the same, with a zero in front',
      line: { itemNumber: '1001', gtin: '07038840000105' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
    },
    {
      why: 'there was none before',
      line: { itemNumber: '1001', gtin: '7038840000105' },
      previous: { itemNumber: '1001' },
    },
    {
      why: 'a mistyped one was corrected',
      line: { itemNumber: '1001', gtin: '7038840000105' },
      previous: { itemNumber: '1001', gtin: '7038840000015' },
    },
    {
      why: 'a mistyped one is told by identity/gtin-check-digit',
      line: { itemNumber: '1001', gtin: '7038840000015' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
    },
  ],
  fails: [
    {
      why: 'another article',
      line: { itemNumber: '1001', gtin: '7038010000003' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
      finds: [{ field: 'gtin', actual: '7038010000003', message: 'other', parameters: { before: '7038840000105' } }],
    },
    {
      why: 'the carton instead of what is in it',
      line: { itemNumber: '1001', gtin: '17038840000102' },
      previous: { itemNumber: '1001', gtin: '7038840000105' },
      finds: [{ field: 'gtin', actual: '17038840000102', message: 'level', parameters: { before: '7038840000105' } }],
    },
  ],
  message: {
    other: {
      nb: 'Varenummeret har fått GTIN {actual}; i forrige versjon var det {before}',
      en: 'The item number now has GTIN {actual}; in the previous version it was {before}',
    },
    level: {
      nb: 'GTIN {actual} er for en annen pakning av samme vare enn {before}, som sto i forrige versjon',
      en: 'GTIN {actual} is for another package of the same item than {before}, which was in the previous version',
    },
  },
  check({ itemNumber, gtin }, { previous }) {
    const before = previous.gtin;
    if (before === undefined || before === gtin || previous.itemNumber !== itemNumber) return NONE;
    const [was, is] = [comparableGtin(before), comparableGtin(gtin)];
    if (was === is || !isGtin(before) || !isGtin(gtin)) return NONE;
    const isSameInside = was.slice(1, -1) === is.slice(1, -1);
    return [{ field: 'gtin', actual: gtin, message: isSameInside ? 'level' : 'other', parameters: { before } }];
  },
});

const NONE: readonly Problem[] = [];
