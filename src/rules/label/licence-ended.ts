import { lineRule, type Problem } from '../../engine/rule.ts';
import { daysBetween } from '../expiry/days.ts';
import { licenceField } from './licence-field.ts';
import { registered } from './licences.ts';

export default lineRule({
  id: 'label/licence-ended',
  title: { nb: 'Lisensen for miljømerket gjelder', en: 'The licence of the eco-label is valid' },
  fault: { nb: 'Lisenser som er gått ut eller snart går ut', en: 'Licences that have expired or soon will' },
  because: {
    nb: 'Etter at lisensen er gått ut, er varen ikke merket lenger, og kan ikke regnes med.',
    en: 'Once the licence has expired, the item is no longer labelled and cannot be counted.',
  },
  advice: {
    nb: 'Oppgi den nye lisensen, eller ta merket ut.',
    en: 'Give the new licence, or take the label out.',
  },
  source: { nb: 'Merkeregisteret som er oppgitt i avtalen', en: 'The label register named in the agreement' },
  sets: { recommended: { severity: 'warning' }, strict: { severity: 'error', disposition: 'withhold' } },
  needs: ['ecoLabel', 'labelRegister'],
  options: { properties: { days: { type: 'integer', minimum: 0, maximum: 366 } }, defaults: { days: 60 } },
  passes: [
    {
      why: 'valid for long',
      asOf: '2026-06-01',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', validTo: '2027-12-31' }] },
    },
    {
      why: 'renewed: one of its entries is valid',
      asOf: '2026-06-01',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: {
        labelRegister: [
          { row: 2, label: 'svanemerket', licence: '2093 0001', validTo: '2025-12-31' },
          { row: 3, label: 'svanemerket', licence: '2093 0001', validFrom: '2026-01-01', validTo: '2028-12-31' },
        ],
      },
    },
    {
      why: 'the register gives no date',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] },
    },
  ],
  fails: [
    {
      why: 'expired yesterday',
      asOf: '2026-06-01',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', validTo: '2026-05-31' }] },
      finds: [
        {
          field: 'ecoLabel',
          actual: '2093 0001',
          message: 'ended',
          parameters: { label: 'svanemerket', to: '2026-05-31' },
        },
      ],
    },
    {
      why: 'a month to go',
      asOf: '2026-06-01',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001', validTo: '2026-07-01' }] },
      finds: [
        {
          field: 'ecoLabel',
          actual: '2093 0001',
          message: 'soon',
          severity: 'info',
          parameters: { label: 'svanemerket', to: '2026-07-01', days: '30' },
        },
      ],
    },
    {
      why: 'not valid yet',
      asOf: '2026-06-01',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0001', text: 'Svanen' }] },
      references: {
        labelRegister: [
          { row: 2, label: 'svanemerket', licence: '2093 0001', validFrom: '2026-07-01', validTo: '2029-06-30' },
        ],
      },
      finds: [
        {
          field: 'ecoLabel',
          actual: '2093 0001',
          message: 'notYet',
          parameters: { label: 'svanemerket', from: '2026-07-01' },
        },
      ],
    },
  ],
  message: {
    ended: {
      nb: 'Lisens {actual:text} for {label:label} gikk ut {to:date}',
      en: 'Licence {actual:text} for {label:label} expired on {to:date}',
    },
    soon: {
      nb: 'Lisens {actual:text} for {label:label} går ut {to:date} (dager igjen: {days})',
      en: 'Licence {actual:text} for {label:label} expires on {to:date} (days left: {days})',
    },
    notYet: {
      nb: 'Lisens {actual:text} for {label:label} gjelder først fra {from:date}',
      en: 'Licence {actual:text} for {label:label} is not valid until {from:date}',
    },
  },
  check(line, { references, asOf, options }) {
    return registered(line.ecoLabel, references).flatMap(({ key, licence, entries }): readonly Problem[] => {
      if (entries.length === 0) return [];
      const about = { field: licenceField(line, licence), actual: licence };
      const begun = entries.filter(({ validFrom }) => validFrom === undefined || validFrom <= asOf);
      if (begun.length === 0) {
        const from = entries.map(({ validFrom = '' }) => validFrom).sort()[0] ?? '';
        return [{ ...about, message: 'notYet', parameters: { label: key, from } }];
      }
      // An entry without an end is valid; of several the last one counts, also one that begins later.
      if (entries.some(({ validTo }) => validTo === undefined)) return [];
      const to =
        entries
          .map(({ validTo = '' }) => validTo)
          .sort()
          .at(-1) ?? '';
      if (to < asOf) return [{ ...about, message: 'ended', parameters: { label: key, to } }];
      const days = daysBetween(asOf, to);
      if (days > options.days) return [];
      const parameters = { label: key, to, days: String(days) };
      return [{ ...about, message: 'soon', severity: 'info', parameters }];
    });
  },
});
