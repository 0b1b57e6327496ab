import type { Agreement } from '../../agreement/agreement.ts';
import { partyNumber } from '../../agreement/party-ids.ts';
import { type CatalogueProblem, catalogueRule, type ToldValues } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'identity/other-supplier',
  title: { nb: 'Leverandøren er avtalens', en: 'The supplier is the agreement\u2019s' },
  fault: { nb: 'En annen leverandør enn avtalens', en: 'A supplier other than the agreement\u2019s' },
  because: {
    nb: 'Avtalen gjelder én leverandør. Bestillinger til en annen er ikke på avtalen, og kan være ulovlige direkte anskaffelser.',
    en: 'The agreement is with one supplier. Orders to another are not on the agreement, and may be illegal direct awards.',
  },
  advice: {
    nb: 'Sjekk at katalogen er sendt på riktig avtale, og rett leverandørens nummer og navn.',
    en: 'Check that the catalogue was sent for the right agreement, and correct the supplier\u2019s number and name.',
  },
  source: { nb: 'Avtalen: supplier', en: 'The agreement: supplier' },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
  },
  needs: ['agreement'],
  anyColumn: ['supplierId', 'supplierName'],
  passes: [
    {
      why: 'the agreement\u2019s',
      agreement: { supplier: { name: 'Eksempel AS', organisationNumber: '974760673' } },
      told: { supplierId: [{ value: 'NO 974 760 673 MVA', lines: 10, row: 2 }] },
    },
    {
      why: 'the customer\u2019s own number of the supplier',
      agreement: { supplier: { name: 'Eksempel AS', organisationNumber: '974760673' } },
      told: { supplierId: [{ value: '10042', lines: 10, row: 2 }] },
    },
    {
      why: 'a branch of it by name',
      agreement: { supplier: { name: 'Eksempel Norge AS' } },
      told: { supplierName: [{ value: 'EKSEMPEL', lines: 10, row: 2 }] },
    },
    {
      why: 'the name of a new owner, but the same number',
      agreement: { supplier: { name: 'Eksempel AS', organisationNumber: '974760673' } },
      told: {
        supplierId: [{ value: '974760673', lines: 10, row: 2 }],
        supplierName: [{ value: 'Nordlys Gruppen', lines: 10, row: 2 }],
      },
    },
    {
      why: 'makers in the column of suppliers',
      agreement: { supplier: { name: 'Eksempel AS' } },
      told: {
        supplierName: [
          { value: 'Nordlys', lines: 5, row: 2 },
          { value: 'Fjellark', lines: 5, row: 7 },
        ],
      },
    },
  ],
  fails: [
    {
      why: 'the organisation number of another on every line',
      agreement: { supplier: { name: 'Eksempel AS', organisationNumber: '974760673' } },
      told: { supplierId: [{ value: '984661185', lines: 10, row: 2 }] },
      finds: [
        {
          field: 'supplierId',
          actual: '984661185',
          expected: '974760673',
          message: 'number',
          parameters: { lines: '10', supplier: 'Eksempel AS' },
        },
      ],
    },
    {
      why: 'on some lines',
      agreement: { supplier: { name: 'Eksempel AS', organisationNumber: '974760673' } },
      told: {
        supplierId: [
          { value: '974760673', lines: 9, row: 2 },
          { value: '984661185', lines: 1, row: 5 },
        ],
      },
      finds: [
        {
          field: 'supplierId',
          actual: '984661185',
          expected: '974760673',
          message: 'number',
          parameters: { lines: '1', supplier: 'Eksempel AS' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'another place, perhaps of the same company',
      agreement: { supplier: { name: 'Eksempel AS', gln: '7080000000005' } },
      told: { supplierId: [{ value: '7099999000002', lines: 10, row: 2 }] },
      finds: [
        {
          field: 'supplierId',
          actual: '7099999000002',
          expected: '7080000000005',
          message: 'gln',
          parameters: { lines: '10', supplier: 'Eksempel AS' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'nothing but another name',
      agreement: { supplier: { name: 'Eksempel AS' } },
      told: { supplierName: [{ value: 'Nordlys Kontor AS', lines: 10, row: 2 }] },
      finds: [
        {
          field: 'supplierName',
          actual: 'Nordlys Kontor AS',
          expected: 'Eksempel AS',
          message: 'name',
          parameters: { lines: '10' },
          severity: 'warning',
        },
      ],
    },
  ],
  message: {
    number: {
      nb: 'Leverandøren i katalogen har organisasjonsnummer {actual}; avtalen er med {supplier}, {expected} (linjer: {lines})',
      en: 'The supplier in the catalogue has organisation number {actual}; the agreement is with {supplier}, {expected} (lines: {lines})',
    },
    gln: {
      nb: 'Leverandøren i katalogen har GLN {actual}; i avtalen har {supplier} {expected} (linjer: {lines})',
      en: 'The supplier in the catalogue has GLN {actual}; in the agreement {supplier} has {expected} (lines: {lines})',
    },
    name: {
      nb: 'Leverandøren i katalogen heter {actual}; avtalen er med {expected} (linjer: {lines})',
      en: 'The supplier in the catalogue is called {actual}; the agreement is with {expected} (lines: {lines})',
    },
  },
  check({ told, agreement }) {
    if (told === undefined) return [];
    const byNumber = numbersOf(told.supplierId, agreement);
    return byNumber.known ? byNumber.problems : nameOf(told.supplierName, agreement);
  },
});

interface ByNumber {
  /** Some number could be compared: then names say nothing more. */
  readonly known: boolean;
  readonly problems: readonly CatalogueProblem[];
}

function numbersOf(values: ToldValues, { supplier }: Agreement): ByNumber {
  let known = false;
  let isOurs = false;
  const problems: CatalogueProblem[] = [];
  for (const { value, lines, row } of values) {
    const number = value === undefined ? undefined : partyNumber(value);
    const expected = number === undefined ? undefined : supplier[number.scheme];
    // A wrong check digit is told by identity/party-check-digit: whose number it was meant to be, nobody knows.
    if (value === undefined || number === undefined || expected === undefined || !number.valid) {
      isOurs = true;
      continue;
    }
    known = true;
    if (number.number === expected) {
      isOurs = true;
      continue;
    }
    const parameters = { lines: String(lines), supplier: supplier.name };
    const about = { field: 'supplierId', actual: value, expected, parameters, row } as const;
    problems.push(
      // A company has a GLN for each of its places.
      number.scheme === 'gln' ? { ...about, message: 'gln', severity: 'warning' } : { ...about, message: 'number' },
    );
  }
  return { known, problems: isOurs ? problems.map((problem) => ({ ...problem, severity: 'warning' })) : problems };
}

/** Only where all lines say one name: a column of suppliers that says many is one of makers. */
function nameOf(values: ToldValues, { supplier }: Agreement): readonly CatalogueProblem[] {
  const [only, ...others] = values.filter(({ value }) => value !== undefined);
  if (only?.value === undefined || others.length > 0 || isAlike(only.value, supplier.name)) return [];
  const { value, lines, row } = only;
  const parameters = { lines: String(lines) };
  return [
    {
      field: 'supplierName',
      actual: value,
      expected: supplier.name,
      message: 'name',
      parameters,
      severity: 'warning',
      row,
    },
  ];
}

/** Words that many companies have in their names. */
const COMMON: ReadonlySet<string> = new Set(
  'as asa ab a b aps gmbh oy oyj ltd inc the norge norway norsk nordic norden scandinavia sverige danmark avd avdeling og and'.split(
    ' ',
  ),
);

/** Whether they have a word in common that says something. */
function isAlike(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  if (words.length === 0 || others.length === 0) return true;
  return words.some((word) => others.some((candidate) => candidate.startsWith(word) || word.startsWith(candidate)));
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !COMMON.has(word));
}
