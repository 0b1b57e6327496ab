import type { Agreement } from '../../agreement/agreement.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import type { Field } from '../../catalogue/field.ts';
import { type CatalogueProblem, catalogueRule, type PricesVat } from '../../engine/rule.ts';

/** One of these is enough to know an item by. */
const IDENTITY: ReadonlySet<Field> = new Set(['itemNumber', 'gtin']);

const WITH_VAT = { heading: 'Pris inkl. mva', index: 3, says: 'included', isPrice: false } as const;

export default catalogueRule({
  id: 'file/column-missing',
  title: { nb: 'Katalogen har kolonnene den må ha', en: 'The catalogue has the columns it must have' },
  fault: { nb: 'Nødvendige kolonner mangler', en: 'Required columns are missing' },
  because: {
    nb: 'Når en hel kolonne mangler, kan ingen av varene kontrolleres eller bestilles riktig.',
    en: 'When a whole column is missing, none of the items can be checked or ordered correctly.',
  },
  advice: {
    nb: 'Legg til kolonnen. Finnes den under et uvanlig navn, gi den et vanlig.',
    en: 'Add the column. If it is there under an unusual name, give it a common one.',
  },
  source: {
    nb: 'Det en linje må ha for å kunne bestilles: nummer, navn og pris',
    en: 'What a line needs to be ordered: a number, a name, a price',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'all there' }],
  fails: [
    {
      why: 'no price',
      missingFields: ['price'],
      finds: [{ field: 'price', message: 'one', parameters: { key: 'price' } }],
    },
    {
      why: 'nothing to know the items by, and no name',
      missingFields: ['itemNumber', 'gtin', 'name'],
      finds: [
        { field: 'itemNumber', message: 'identity' },
        { field: 'name', message: 'one', parameters: { key: 'name' } },
      ],
    },
    {
      why: 'prices with VAT only, where those of the agreement are without',
      missingFields: ['price'],
      pricesVat: WITH_VAT,
      finds: [{ field: 'price', message: 'withVat', parameters: { heading: 'Pris inkl. mva' } }],
    },
    {
      why: 'prices with VAT only, as those of the agreement are',
      agreement: { vat: 'included' },
      missingFields: ['price'],
      pricesVat: WITH_VAT,
      finds: [{ field: 'price', message: 'asAgreed', parameters: { heading: 'Pris inkl. mva', letter: 'D' } }],
    },
  ],
  message: {
    one: {
      nb: 'Finner ingen kolonne for {field}',
      en: 'Found no column for {field}',
    },
    identity: {
      nb: 'Finner ingen kolonne for varenummer eller GTIN',
      en: 'Found no column for item number or GTIN',
    },
    withVat: {
      nb: 'Katalogen har bare priser med mva («{heading}»). De avtalte prisene er uten, så prisene kan ikke sammenlignes. Send prisene uten mva i en egen kolonne',
      en: 'The catalogue has prices with VAT only ("{heading}"). The agreed prices are without, so the prices cannot be compared. Send the prices without VAT in a column of their own',
    },
    asAgreed: {
      nb: 'Katalogen har bare priser med mva («{heading}»), og de avtalte prisene er også med',
      en: 'The catalogue has prices with VAT only ("{heading}"), and the agreed prices are with VAT too',
    },
  },
  hint: {
    one: { nb: 'Har den et annet navn: --map {key}=KOLONNE', en: 'If it has another name: --map {key}=COLUMN' },
    identity: {
      nb: 'Har den et annet navn: --map itemNumber=KOLONNE',
      en: 'If it has another name: --map itemNumber=COLUMN',
    },
    asAgreed: { nb: 'Les dem som prisen: --map price={letter}', en: 'Read them as the price: --map price={letter}' },
  },
  check({ missingFields, pricesVat, agreement }) {
    const others = missingFields.filter((field) => !IDENTITY.has(field));
    const identity: CatalogueProblem[] =
      others.length < missingFields.length ? [{ field: 'itemNumber', message: 'identity' }] : [];
    return [
      ...identity,
      ...others.map((field) =>
        field === 'price' && pricesVat !== undefined
          ? withVat(pricesVat, agreement)
          : { field, message: 'one', parameters: { key: field } },
      ),
    ];
  },
});

function withVat({ heading, index }: PricesVat, agreement: Agreement | undefined): CatalogueProblem {
  return agreement?.vat === 'included'
    ? { field: 'price', message: 'asAgreed', parameters: { heading, letter: columnLetter(index) } }
    : { field: 'price', message: 'withVat', parameters: { heading } };
}
