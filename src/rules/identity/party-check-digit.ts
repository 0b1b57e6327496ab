import { partyNumber } from '../../agreement/party-ids.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'identity/party-check-digit',
  title: {
    nb: 'Leverandørens organisasjonsnummer eller GLN har riktig kontrollsiffer',
    en: 'The supplier\u2019s organisation number or GLN has the right check digit',
  },
  fault: { nb: 'Feil kontrollsiffer i leverandørens nummer', en: 'Wrong check digit in the supplier\u2019s number' },
  because: {
    nb: 'Med feil nummer finner ikke bestillingssystemet leverandøren, og bestillinger går ingen steder.',
    en: 'With a wrong number the ordering system does not find the supplier, and orders go nowhere.',
  },
  advice: {
    nb: 'Slå opp organisasjonsnummeret i Brønnøysundregistrene eller GLN hos GS1, og rett det.',
    en: 'Look up the organisation number in the register of companies, or the GLN at GS1, and correct it.',
  },
  source: {
    nb: 'EHF-regel EHF-COMMON-R003 (organisasjonsnummer); GS1 General Specifications (GLN)',
    en: 'EHF rule EHF-COMMON-R003 (organisation number); GS1 General Specifications (GLN)',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  columns: ['supplierId'],
  passes: [
    { why: 'in order', told: { supplierId: [{ value: '974 760 673', lines: 10, row: 2 }] } },
    {
      why: 'the customer\u2019s own number of the supplier',
      told: { supplierId: [{ value: '10042', lines: 10, row: 2 }] },
    },
  ],
  fails: [
    {
      why: 'an organisation number that nobody has',
      told: { supplierId: [{ value: 'NO 987 654 321 MVA', lines: 10, row: 2 }] },
      finds: [
        {
          field: 'supplierId',
          actual: 'NO 987 654 321 MVA',
          message: 'organisationNumber',
          parameters: { lines: '10' },
        },
      ],
    },
    {
      why: 'a mistyped GLN',
      told: { supplierId: [{ value: '7080000857049', lines: 10, row: 2 }] },
      finds: [{ field: 'supplierId', actual: '7080000857049', message: 'gln', parameters: { lines: '10' } }],
    },
  ],
  message: {
    organisationNumber: {
      nb: 'Organisasjonsnummeret {actual} har feil kontrollsiffer (linjer: {lines})',
      en: 'The organisation number {actual} has a wrong check digit (lines: {lines})',
    },
    gln: {
      nb: 'GLN {actual} har feil kontrollsiffer (linjer: {lines})',
      en: 'GLN {actual} has a wrong check digit (lines: {lines})',
    },
  },
  check({ told }) {
    return (told?.supplierId ?? []).flatMap(({ value, lines, row }) => {
      const number = value === undefined ? undefined : partyNumber(value);
      if (value === undefined || number === undefined || number.valid) return [];
      return [
        { field: 'supplierId', actual: value, message: number.scheme, parameters: { lines: String(lines) }, row },
      ];
    });
  },
});
