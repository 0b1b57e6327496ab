import type { EcoLabel } from '../../catalogue/line.ts';
import { LABELS, type Label, licenceMatches } from '../../code-lists/labels.ts';
import { lineRule } from '../../engine/rule.ts';
import { LICENCE_EXAMPLES } from './licence-examples.ts';

export default lineRule({
  id: 'label/licence-format',
  title: {
    nb: 'Lisensnummeret har den formen merket bruker',
    en: 'The licence number has the form that the label uses',
  },
  fault: { nb: 'Lisensnummeret ser feil ut', en: 'The licence number looks wrong' },
  because: {
    nb: 'Et nummer som ikke kan være riktig, kan heller ikke slås opp hos merkeordningen.',
    en: "A number that cannot be right cannot be looked up in the label's register either.",
  },
  advice: {
    nb: 'Skriv lisensnummeret slik det står på varen eller i merkets register, ikke varenummeret.',
    en: "Write the licence number as on the item or in the label's register, not the item number.",
  },
  source: {
    nb: 'Merkeordningenes egne regler for numrene, der de er offentlige; for Svanemerket vanlig bruk',
    en: "The labels' own rules for their numbers, where they are published; for the Swan, common usage",
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['ecoLabel'],
  passes: [
    { why: 'EU Ecolabel', line: { ecoLabel: [{ key: 'eu_ecolabel', licence: 'DK/020/001', text: 'EU Ecolabel' }] } },
    {
      why: 'the Swan, its blank lost in a spreadsheet',
      line: { ecoLabel: [{ key: 'svanemerket', licence: '20930001', text: 'Svanemerket' }] },
    },
    {
      why: 'no published form',
      line: { ecoLabel: [{ key: 'blauer_engel', licence: 'whatever', text: 'Blauer Engel' }] },
    },
    { why: 'no number', line: { ecoLabel: [{ key: 'fsc', text: 'FSC' }] } },
  ],
  fails: [
    {
      why: 'a digit short',
      line: { ecoLabel: [{ key: 'fsc', licence: 'FSC-C12345', text: 'FSC' }] },
      finds: [
        {
          field: 'ecoLabel',
          actual: 'FSC-C12345',
          parameters: { label: 'fsc', example: 'FSC-C123456' },
        },
      ],
    },
    {
      why: 'in a column of its own',
      line: { ecoLicence: 'ja', ecoLabel: [{ key: 'svanemerket', licence: 'ja', text: 'Svanemerket' }] },
      finds: [
        {
          field: 'ecoLicence',
          actual: 'ja',
          parameters: { label: 'svanemerket', example: '2093 0001' },
        },
      ],
    },
  ],
  message: {
    nb: 'Lisensnummeret «{actual}» ser ikke ut som et nummer for {label:label} (eksempel: {example})',
    en: 'The licence number "{actual}" does not look like one for {label:label} (example: {example})',
  },
  check({ ecoLabel, ecoLicence }) {
    return ecoLabel.flatMap((given) => {
      const label = labelOf(given);
      const example = label === undefined ? undefined : LICENCE_EXAMPLES[label.key];
      const { licence } = given;
      if (label === undefined || licence === undefined || example === undefined) return [];
      if (licenceMatches(label, licence) || mayBelongToAnother(given, ecoLabel)) return [];
      const field = ecoLicence === licence ? 'ecoLicence' : 'ecoLabel';
      return [{ field, actual: licence, parameters: { label: label.key, example } }];
    });
  },
});

function labelOf({ key }: EcoLabel): Label | undefined {
  return key === undefined ? undefined : LABELS.get(key);
}

/** A number in a column of its own may be that of a label beside it, one whose numbers have no form to tell them by. */
function mayBelongToAnother(given: EcoLabel, all: readonly EcoLabel[]): boolean {
  return all.some((other) => {
    if (other === given || other.licence !== undefined) return false;
    const label = labelOf(other);
    return label === undefined || LICENCE_EXAMPLES[label.key] === undefined;
  });
}
