import { lineRule } from '../../engine/rule.ts';
import { daysBetween } from './days.ts';

export default lineRule({
  id: 'expiry/ends-soon',
  title: { nb: 'Varen går ikke snart ut', en: 'The item does not expire soon' },
  fault: { nb: 'Varer som snart går ut', en: 'Items that expire soon' },
  because: {
    nb: 'De som bestiller varen fast, bør få vite det før den er borte.',
    en: 'Those who order the item regularly should know before it is gone.',
  },
  advice: {
    nb: 'Send en ny katalog før datoen, der varen er forlenget eller erstattet.',
    en: 'Send a new catalogue before that date, with the item extended or replaced.',
  },
  source: { nb: 'Gyldighetsperioden på linjen selv', en: "The line's own validity period" },
  sets: {
    recommended: { severity: 'info' },
    supplier: { severity: 'info' },
  },
  needs: ['validTo'],
  options: { properties: { days: { type: 'integer', minimum: 1, maximum: 366 } }, defaults: { days: 30 } },
  passes: [
    { why: 'a long time to go', asOf: '2026-06-01', line: { validTo: '2026-12-31' } },
    { why: 'over already: told by expiry/line-ended', asOf: '2026-06-01', line: { validTo: '2026-05-31' } },
  ],
  fails: [
    {
      why: 'two weeks to go',
      asOf: '2026-06-01',
      line: { validTo: '2026-06-15' },
      finds: [{ field: 'validTo', actual: '2026-06-15', parameters: { days: '14' } }],
    },
  ],
  message: {
    nb: 'Varen går ut {actual:date} (dager igjen: {days})',
    en: 'The item expires on {actual:date} (days left: {days})',
  },
  check({ validTo }, { asOf, options }) {
    if (validTo < asOf) return [];
    const days = daysBetween(asOf, validTo);
    return days > options.days ? [] : [{ field: 'validTo', actual: validTo, parameters: { days: String(days) } }];
  },
});
