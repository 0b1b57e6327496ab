import { isSamePeriod, overlapping, type Period, sharedDays } from '../../catalogue/period.ts';
import { type GroupMember, groupRule, type Problem } from '../../engine/rule.ts';
import { ITEM_KEYS } from '../identity/item-keys.ts';

export default groupRule({
  id: 'price/period-overlap',
  title: {
    nb: 'Prisperioder for en vare overlapper ikke',
    en: 'The price periods of an item do not overlap',
  },
  fault: { nb: 'Prisperioder som overlapper', en: 'Price periods that overlap' },
  because: {
    nb: 'Gjelder to linjer for samme vare samme dag, er det tilfeldig hvilken pris bestillingen får.',
    en: 'When two lines of one item hold on the same day, it is chance which price an order gets.',
  },
  advice: {
    nb: 'La hver periode slutte dagen før den neste begynner.',
    en: 'Let each period end the day before the next one begins.',
  },
  source: {
    nb: 'Gyldighetsperiodene på linjene selv',
    en: "The lines' own validity periods",
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  replaces: ['identity/duplicate'],
  passes: [
    {
      why: 'the next begins the day after',
      lines: [
        { itemNumber: '1', price: '10', validTo: '2026-06-30' },
        { itemNumber: '1', price: '12', validFrom: '2026-07-01' },
      ],
    },
    {
      why: 'one item at two prices, whatever the day: told by identity/duplicate',
      lines: [
        { itemNumber: '1', price: '10' },
        { itemNumber: '1', price: '12' },
      ],
    },
  ],
  fails: [
    {
      why: 'the last day of one is the first of the next',
      lines: [
        { itemNumber: '1', price: '10', validFrom: '2026-01-01', validTo: '2026-07-01' },
        { itemNumber: '1', price: '12', validFrom: '2026-07-01', validTo: '2026-12-31' },
      ],
      finds: [
        {
          row: 2,
          field: 'validTo',
          actual: '2026-07-01',
          message: 'between',
          parameters: { value: '1', row: '3', from: '2026-07-01', to: '2026-07-01' },
        },
        {
          row: 3,
          field: 'validFrom',
          actual: '2026-07-01',
          message: 'between',
          parameters: { value: '1', row: '2', from: '2026-07-01', to: '2026-07-01' },
        },
      ],
    },
    {
      why: 'two that have always held',
      lines: [
        { itemNumber: '1', price: '10', validTo: '2026-06-30' },
        { itemNumber: '1', price: '12', validTo: '2026-12-31' },
      ],
      finds: [
        {
          row: 2,
          field: 'validTo',
          actual: '2026-06-30',
          message: 'until',
          parameters: { value: '1', row: '3', to: '2026-06-30' },
        },
        {
          row: 3,
          field: 'validTo',
          actual: '2026-12-31',
          message: 'until',
          parameters: { value: '1', row: '2', to: '2026-06-30' },
        },
      ],
    },
    {
      why: 'a campaign beside a price without an end',
      lines: [
        { itemNumber: '1', price: '10' },
        { itemNumber: '1', price: '8', validFrom: '2026-05-01' },
      ],
      finds: [
        { row: 2, field: 'validTo', message: 'from', parameters: { value: '1', row: '3', from: '2026-05-01' } },
        {
          row: 3,
          field: 'validFrom',
          actual: '2026-05-01',
          message: 'from',
          parameters: { value: '1', row: '2', from: '2026-05-01' },
        },
      ],
    },
  ],
  message: {
    between: {
      nb: '{value} gjelder fra {from:date} til {to:date} også i rad {row}; bare én linje kan gjelde om gangen',
      en: '{value} is valid from {from:date} to {to:date} in row {row}, too; only one line can hold at a time',
    },
    from: {
      nb: '{value} gjelder fra {from:date} også i rad {row}; bare én linje kan gjelde om gangen',
      en: '{value} is valid from {from:date} on in row {row}, too; only one line can hold at a time',
    },
    until: {
      nb: '{value} gjelder til {to:date} også i rad {row}; bare én linje kan gjelde om gangen',
      en: '{value} is valid until {to:date} in row {row}, too; only one line can hold at a time',
    },
  },
  keys: ITEM_KEYS,
  check(members, _, value) {
    const others = overlapping(members);
    return members.flatMap((member) => {
      const other = others.get(member);
      // Lines of one period, or of none, are the same line twice.
      return other === undefined || isSamePeriod(member, other) ? [] : [about(member, other, value)];
    });
  },
});

function about(member: GroupMember, other: GroupMember, value: string): Problem & { readonly member: GroupMember } {
  const { validFrom: from, validTo: to } = sharedDays(member, other);
  const begins = member.validFrom !== undefined && (other.validFrom ?? '') <= member.validFrom;
  const actual = begins ? member.validFrom : member.validTo;
  return {
    member,
    field: begins ? 'validFrom' : 'validTo',
    ...(actual === undefined ? {} : { actual }),
    message: messageOf({ validFrom: from, validTo: to }),
    parameters: {
      value,
      row: String(other.row),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
}

function messageOf({ validFrom, validTo }: Period): 'between' | 'from' | 'until' {
  if (validFrom === undefined) return 'until';
  return validTo === undefined ? 'from' : 'between';
}
