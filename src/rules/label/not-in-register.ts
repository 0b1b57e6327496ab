import { LABELS, licenceMatches } from '../../code-lists/labels.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { licenceField } from './licence-field.ts';
import { registered } from './licences.ts';

export default lineRule({
  id: 'label/not-in-register',
  title: { nb: 'Lisensnummeret finnes i merkeregisteret', en: 'The licence number is in the label register' },
  fault: { nb: 'Lisensnumre som ikke finnes i registeret', en: 'Licence numbers that are not in the register' },
  because: {
    nb: 'Et nummer registeret ikke kjenner, er feilskrevet, gått ut eller oppdiktet; varen kan ikke regnes som merket.',
    en: 'A number the register does not know is mistyped, expired or made up; the item cannot count as labelled.',
  },
  advice: {
    nb: 'Slå opp lisensen hos merkeordningen, og skriv nummeret slik det står der.',
    en: 'Look up the licence with the label scheme, and write the number as given there.',
  },
  source: { nb: 'Merkeregisteret som er oppgitt i avtalen', en: 'The label register named in the agreement' },
  sets: { recommended: { severity: 'warning' }, strict: { severity: 'error', disposition: 'withhold' } },
  needs: ['ecoLabel', 'labelRegister'],
  passes: [
    {
      why: 'in the register, however it is written',
      line: { ecoLabel: [{ key: 'svanemerket', licence: 'NO 20930001', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] },
    },
    {
      why: 'a register of other labels',
      line: { ecoLabel: [{ key: 'fsc', licence: 'FSC-C123456', text: 'FSC' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] },
    },
    {
      why: 'a number without the form of one: told by label/licence-format',
      line: { ecoLabel: [{ key: 'svanemerket', licence: 'ja', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] },
    },
  ],
  fails: [
    {
      why: 'not in the register',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '2093 0009', text: 'Svanen' }] },
      references: { labelRegister: [{ row: 2, label: 'svanemerket', licence: '2093 0001' }] },
      finds: [{ field: 'ecoLabel', actual: '2093 0009', message: 'unknown', parameters: { label: 'svanemerket' } }],
    },
    {
      why: 'the number of another label',
      line: { ecoLabel: [{ key: 'blauer_engel', licence: '4711', text: 'Blauer Engel' }] },
      references: {
        labelRegister: [
          { row: 2, label: 'blauer_engel', licence: '4712' },
          { row: 3, label: 'tco_certified', licence: '4711' },
        ],
      },
      finds: [
        {
          field: 'ecoLabel',
          actual: '4711',
          message: 'another',
          parameters: { label: 'blauer_engel', other: 'tco_certified' },
        },
      ],
    },
  ],
  message: {
    unknown: {
      nb: 'Registeret har ingen lisens {actual:text} for {label:label}',
      en: 'The register has no licence {actual:text} for {label:label}',
    },
    another: {
      nb: 'Lisens {actual:text} gjelder {other:label}, ikke {label:label}',
      en: 'Licence {actual:text} is for {other:label}, not {label:label}',
    },
  },
  check(line, { references }) {
    return registered(line.ecoLabel, references).flatMap(({ key, licence, entries, ofOthers }): readonly Problem[] => {
      const label = LABELS.get(key);
      if (entries.length > 0 || label === undefined || !licenceMatches(label, licence)) return [];
      const about = { field: licenceField(line, licence), actual: licence };
      const [other] = ofOthers;
      return [
        other === undefined
          ? { ...about, message: 'unknown', parameters: { label: key } }
          : { ...about, message: 'another', parameters: { label: key, other: other.label } },
      ];
    });
  },
});
