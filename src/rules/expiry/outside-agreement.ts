import { lineRule } from '../../engine/rule.ts';
import { isOpenEnd } from './days.ts';

export default lineRule({
  id: 'expiry/outside-agreement',
  title: {
    nb: 'Perioden til varen ligger i avtaleperioden',
    en: "The item's period lies within the agreement period",
  },
  fault: { nb: 'Perioder utenfor avtaleperioden', en: 'Periods outside the agreement period' },
  because: {
    nb: 'Etter avtaleperioden er det ingen avtalt pris å kjøpe til; en vare som blir liggende, blir bestilt likevel.',
    en: 'After the agreement period there is no agreed price to buy at; an item that is left in is ordered all the same.',
  },
  advice: {
    nb: 'La varen gjelde ut avtaleperioden og ikke lenger.',
    en: 'Let the item be valid to the end of the agreement period and no longer.',
  },
  source: { nb: 'Avtalen: periode', en: 'The agreement: period' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['agreement'],
  anyColumn: ['validFrom', 'validTo'],
  passes: [
    {
      why: 'the whole agreement period',
      line: { validFrom: '2024-01-01', validTo: '2026-12-31' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
    },
    {
      why: 'sold before the agreement, too',
      line: { validFrom: '2020-01-01' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
    },
    {
      why: 'the agreement is over: told by expiry/agreement-ended',
      asOf: '2027-02-01',
      line: { validTo: '2027-12-31' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
    },
    {
      why: 'a day so far off stands for no end',
      line: { validTo: '2099-12-31' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
    },
  ],
  fails: [
    {
      why: 'longer than the agreement',
      line: { validTo: '2027-12-31' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
      finds: [{ field: 'validTo', actual: '2027-12-31', expected: '2026-12-31', message: 'longer', severity: 'info' }],
    },
    {
      why: 'begins when the agreement is over',
      line: { validFrom: '2027-01-01' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
      finds: [
        {
          field: 'validFrom',
          actual: '2027-01-01',
          message: 'after',
          parameters: { end: '2026-12-31' },
          replaces: ['expiry/not-started'],
        },
      ],
    },
    {
      why: 'was over before the agreement began',
      line: { validTo: '2023-12-31' },
      agreement: { period: { from: '2024-01-01', to: '2026-12-31' } },
      finds: [
        {
          field: 'validTo',
          actual: '2023-12-31',
          message: 'before',
          parameters: { start: '2024-01-01' },
          replaces: ['expiry/line-ended'],
        },
      ],
    },
  ],
  message: {
    longer: {
      nb: 'Varen gjelder til {actual:date}, men avtalen bare til {expected:date}',
      en: 'The item is valid until {actual:date}, but the agreement only until {expected:date}',
    },
    after: {
      nb: 'Varen gjelder først fra {actual:date}, etter at avtalen er slutt {end:date}',
      en: 'The item is not valid until {actual:date}, after the agreement ends on {end:date}',
    },
    before: {
      nb: 'Varen gjaldt bare til {actual:date}, før avtalen begynte {start:date}',
      en: 'The item was valid only until {actual:date}, before the agreement began on {start:date}',
    },
  },
  isTold: ({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined,
  check({ validFrom, validTo }, { agreement: { period }, asOf }) {
    // Told by expiry/agreement-ended, of all lines at once.
    if (period.to < asOf) return [];
    if (validFrom !== undefined && validFrom > period.to) {
      const parameters = { end: period.to };
      return [
        { field: 'validFrom', actual: validFrom, message: 'after', parameters, replaces: ['expiry/not-started'] },
      ];
    }
    if (validTo === undefined) return [];
    if (validTo < period.from) {
      const parameters = { start: period.from };
      return [{ field: 'validTo', actual: validTo, message: 'before', parameters, replaces: ['expiry/line-ended'] }];
    }
    if (validTo <= period.to || isOpenEnd(validTo)) return [];
    return [{ field: 'validTo', actual: validTo, expected: period.to, message: 'longer', severity: 'info' }];
  },
});
