import type { CellLook } from '../../catalogue/catalogue.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import type { Field } from '../../catalogue/field.ts';
import { type CatalogueProblem, catalogueRule, type PricesVat } from '../../engine/rule.ts';

/** Without these the lines cannot be known, priced or ordered. */
const ESSENTIAL: ReadonlySet<Field> = new Set(['itemNumber', 'gtin', 'price', 'unit']);

const LOOKS = ['amount', 'gtin', 'date', 'words'] as const satisfies readonly CellLook[];

const READ_ANYWAY = {
  nb: 'Skal den leses slik likevel: --map {key}={letter}. Skal den bare følge med: --map lineNote={letter}',
  en: 'To read it so anyway: --map {key}={letter}. To let it travel along only: --map lineNote={letter}',
};

const column = (index: number, heading: string) => ({ index, heading });

export default catalogueRule({
  id: 'file/column-doubtful',
  title: { nb: 'Kolonnene inneholder det overskriften sier', en: 'Columns hold what their headings say' },
  fault: { nb: 'Kolonner som ikke er det de ser ut som', en: 'Columns that are not what they seem' },
  because: {
    nb: 'En kolonne som leses som noe annet enn den er, gjør hver linje feil uten at det synes.',
    en: 'A column read as something it is not makes every line wrong without a trace.',
  },
  advice: {
    nb: 'Gi kolonnen en overskrift som sier hva den inneholder.',
    en: 'Give the column a heading that says what it holds.',
  },
  source: {
    nb: 'Hva en kolonne inneholder, avgjøres av overskriften og cellene sammen',
    en: 'What a column holds is judged by its heading and its cells together',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [
    { why: 'no doubt' },
    {
      why: 'prices without VAT, as the agreed ones are',
      pricesVat: { heading: 'Pris eks. mva', index: 3, says: 'excluded', isPrice: true },
    },
  ],
  fails: [
    ...LOOKS.map((like) => ({
      why: `not what is headed GTIN: ${like}`,
      doubts: [{ kind: 'contradicted', field: 'gtin', column: column(2, 'GTIN'), like }] as const,
      finds: [{ field: 'gtin', message: like, parameters: { letter: 'C', heading: 'GTIN', key: 'gtin' } }] as const,
    })),
    {
      why: 'something else than a listed day, which not every line needs',
      doubts: [{ kind: 'contradicted', field: 'validTo', column: column(2, 'Gyldig til') }],
      finds: [
        {
          field: 'validTo',
          message: 'other',
          parameters: { letter: 'C', heading: 'Gyldig til', key: 'validTo' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'item numbers under an unknown heading',
      doubts: [{ kind: 'unsure', field: 'itemNumber', column: column(0, 'Ref') }],
      finds: [
        {
          field: 'itemNumber',
          message: 'unsure',
          parameters: { letter: 'A', heading: 'Ref', key: 'itemNumber' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'two prices',
      doubts: [{ kind: 'secondChoice', field: 'price', column: column(3, 'Nettopris 2') }],
      finds: [
        {
          field: 'price',
          message: 'secondChoice',
          parameters: { letter: 'D', heading: 'Nettopris 2', key: 'price' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'a price per piece for lines in packs',
      doubts: [{ kind: 'otherUnit', field: 'price', column: column(3, 'Pris pr stk') }],
      finds: [
        {
          field: 'price',
          message: 'otherUnit',
          parameters: { letter: 'D', heading: 'Pris pr stk', key: 'price' },
          severity: 'warning',
        },
      ],
    },
    {
      why: 'prices with VAT read as the price, where the agreed ones are without',
      pricesVat: { heading: 'Pris inkl. mva', index: 3, says: 'included', isPrice: true },
      finds: [{ field: 'price', message: 'withVat', parameters: { letter: 'D', heading: 'Pris inkl. mva' } }],
    },
    {
      why: 'prices without VAT, where the agreed ones are with VAT',
      agreement: { vat: 'included' },
      pricesVat: { heading: 'Pris eks. mva', index: 3, says: 'excluded', isPrice: true },
      finds: [{ field: 'price', message: 'withoutVat', parameters: { letter: 'D', heading: 'Pris eks. mva' } }],
    },
    {
      why: 'codes that may say what to do with each line, or may not',
      doubts: [{ kind: 'actionOpen', field: 'action', column: column(4, 'Handling') }],
      finds: [
        {
          field: 'action',
          message: 'actionOpen',
          parameters: { letter: 'E', heading: 'Handling', key: 'action' },
          severity: 'warning',
        },
      ],
    },
  ],
  message: {
    amount: contradicted('beløp', 'amounts'),
    gtin: contradicted('GTIN-er', 'GTINs'),
    date: contradicted('datoer', 'dates'),
    words: contradicted('ord uten tall', 'words without numbers'),
    other: contradicted('noe annet', 'something else'),
    unsure: {
      nb: 'Kolonne {letter} ({heading}) kan være {field}, men er ikke brukt',
      en: 'Column {letter} ({heading}) may be {field}, but is not used',
    },
    secondChoice: {
      nb: 'Kolonne {letter} ({heading}) kan også være {field}; en annen kolonne passer bedre og er brukt',
      en: 'Column {letter} ({heading}) may be {field} too; another column fits better and is used',
    },
    actionOpen: {
      nb: 'Kolonne {letter} ({heading}) ser ut til å si hva som skal skje med hver linje, men kodene forstås ikke, så filen er lest som hele katalogen. Inneholder den bare endringer: skriv ny, endret eller slettet på hver linje, eller forklar kodene i overskriften: Handling (A=ny, U=endret, D=slettet)',
      en: 'Column {letter} ({heading}) seems to say what to do with each line, but its codes are not understood, so the file is read as the whole catalogue. If it holds changes only: write new, changed or deleted on each line, or explain the codes in the heading: Action (A=add, U=update, D=delete)',
    },
    withVat: {
      nb: 'Overskriften i kolonne {letter} ({heading}) sier at prisene er med mva, mens de avtalte er uten. Be om priser uten mva i en egen kolonne',
      en: 'The heading of column {letter} ({heading}) says that the prices are with VAT, and the agreed ones are without. Ask for prices without VAT in a column of their own',
    },
    withoutVat: {
      nb: 'Overskriften i kolonne {letter} ({heading}) sier at prisene er uten mva, mens de avtalte er med',
      en: 'The heading of column {letter} ({heading}) says that the prices are without VAT, and the agreed ones are with it',
    },
    otherUnit: {
      nb: 'Overskriften i kolonne {letter} ({heading}) nevner en annen enhet enn linjene har. Avklar hva prisen gjelder',
      en: 'The heading of column {letter} ({heading}) names another unit than the lines have. Settle what the price is for',
    },
  },
  hint: {
    ...Object.fromEntries([...LOOKS, 'other'].map((look) => [look, READ_ANYWAY])),
    unsure: { nb: 'Stemmer det: --map {key}={letter}', en: 'If it is: --map {key}={letter}' },
    withoutVat: {
      nb: 'Har filen en kolonne med priser med mva: --map price=KOLONNE. Ellers: be om en',
      en: 'If the file has a column of prices with VAT: --map price=COLUMN. Otherwise ask for one',
    },
    secondChoice: { nb: 'Er det denne: --map {key}={letter}', en: 'If it is this one: --map {key}={letter}' },
  },
  check({ doubts = [], pricesVat, agreement }) {
    const columns = doubts.map(({ kind, field, column: { index, heading }, like }) => ({
      field,
      message: kind === 'contradicted' ? messageFor(like) : kind,
      parameters: { letter: columnLetter(index), heading, key: field },
      ...(kind === 'contradicted' && ESSENTIAL.has(field) ? {} : { severity: 'warning' as const }),
    }));
    return pricesVat?.isPrice === true && pricesVat.says !== (agreement?.vat ?? 'excluded')
      ? [...columns, otherVat(pricesVat)]
      : columns;
  },
});

function otherVat({ says, index, heading }: PricesVat): CatalogueProblem {
  const message = says === 'included' ? 'withVat' : 'withoutVat';
  return { field: 'price', message, parameters: { letter: columnLetter(index), heading } };
}

function messageFor(like: CellLook | undefined): string {
  return LOOKS.find((told) => told === like) ?? 'other';
}

function contradicted(nb: string, en: string) {
  return {
    nb: `Overskriften i kolonne {letter} ({heading}) sier {field}, men cellene inneholder ${nb}; kolonnen er ikke brukt`,
    en: `The heading of column {letter} ({heading}) says {field}, but its cells hold ${en}; the column is not used`,
  };
}
