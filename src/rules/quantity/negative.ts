import { isNegative } from '../../catalogue/decimal.ts';
import type { DecimalField } from '../../catalogue/line.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const NONE: readonly Problem[] = [];
const QUANTITIES = [
  'packQuantity',
  'priceBaseQuantity',
  'minOrderQuantity',
  'maxOrderQuantity',
  'orderInterval',
] as const satisfies readonly DecimalField[];

export default lineRule({
  id: 'quantity/negative',
  title: { nb: 'Ingen mengde er mindre enn null', en: 'No quantity is below zero' },
  fault: { nb: 'Mengder under null', en: 'Quantities below zero' },
  because: {
    nb: 'Ingen vet hva prisen gjelder, eller hvor mange som må bestilles.',
    en: 'Nobody knows what the price is for, or how many must be ordered.',
  },
  advice: { nb: 'Skriv mengden som er ment, uten minus.', en: 'Write the quantity that is meant, without a minus.' },
  source: { nb: 'En mengde er null eller mer', en: 'A quantity is zero or more' },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  anyColumn: QUANTITIES,
  passes: [
    { why: 'what exports write for none', line: { priceBaseQuantity: '0' } },
    { why: 'a hundred', line: { packQuantity: '100' } },
  ],
  fails: [
    {
      why: 'a price for minus five',
      line: { priceBaseQuantity: '-5' },
      finds: [{ field: 'priceBaseQuantity', actual: '-5' }],
    },
  ],
  message: { nb: '{field} er {actual}, mindre enn null', en: '{field} is {actual}, below zero' },
  check(line) {
    let found: Problem[] | undefined;
    for (const field of QUANTITIES) {
      const value = line[field];
      if (value === undefined || !isNegative(value)) continue;
      found ??= [];
      found.push({ field, actual: value });
    }
    return found ?? NONE;
  },
});
