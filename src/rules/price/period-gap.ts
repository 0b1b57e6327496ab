import { gapsBetween } from '../../catalogue/period.ts';
import { groupRule } from '../../engine/rule.ts';
import { ITEM_KEYS } from '../identity/item-keys.ts';

export default groupRule({
  id: 'price/period-gap',
  title: { nb: 'Prisperioder for en vare følger på hverandre', en: 'The price periods of an item follow each other' },
  fault: { nb: 'Dager uten pris mellom prisperioder', en: 'Days without a price between price periods' },
  because: {
    nb: 'De dagene er varen uten pris, og kan ikke bestilles.',
    en: 'On those days the item has no price, and cannot be ordered.',
  },
  advice: {
    nb: 'La den neste perioden begynne dagen etter at den forrige slutter.',
    en: 'Let the next period begin the day after the one before ends.',
  },
  source: {
    nb: 'Gyldighetsperiodene på linjene selv',
    en: "The lines' own validity periods",
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [
    {
      why: 'the next begins the day after',
      lines: [
        { itemNumber: '1', price: '10', validTo: '2026-06-30' },
        { itemNumber: '1', price: '12', validFrom: '2026-07-01' },
      ],
    },
    {
      why: 'a campaign within a longer period: told by price/period-overlap',
      lines: [
        { itemNumber: '1', price: '10', validFrom: '2026-01-01', validTo: '2026-12-31' },
        { itemNumber: '1', price: '8', validFrom: '2026-05-01', validTo: '2026-05-31' },
      ],
    },
  ],
  fails: [
    {
      why: 'nothing in July',
      lines: [
        { itemNumber: '1', price: '12', validFrom: '2026-08-01' },
        { itemNumber: '1', price: '10', validTo: '2026-06-30' },
      ],
      finds: [
        {
          row: 2,
          field: 'validFrom',
          actual: '2026-08-01',
          expected: '2026-07-01',
          parameters: { value: '1', row: '3', to: '2026-07-31' },
        },
      ],
    },
  ],
  message: {
    nb: '{value} har ingen pris fra {expected:date} til {to:date}: perioden i rad {row} er over da',
    en: '{value} has no price from {expected:date} to {to:date}: the period in row {row} is over by then',
  },
  keys: ITEM_KEYS,
  check: (members, _, value) =>
    gapsBetween(members).map(({ before, after, from, to }) => ({
      member: after,
      field: 'validFrom',
      actual: after.validFrom ?? '',
      expected: from,
      parameters: { value, row: String(before.row), to },
    })),
});
