import type { Field } from '../../catalogue/field.ts';
import { type CatalogueProblem, catalogueRule } from '../../engine/rule.ts';

/** One of these is enough to know an item by. */
const IDENTITY: ReadonlySet<Field> = new Set(['itemNumber', 'gtin']);

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
  },
  hint: {
    one: { nb: 'Har den et annet navn: --map {key}=KOLONNE', en: 'If it has another name: --map {key}=COLUMN' },
    identity: {
      nb: 'Har den et annet navn: --map itemNumber=KOLONNE',
      en: 'If it has another name: --map itemNumber=COLUMN',
    },
  },
  check({ missingFields }) {
    const others = missingFields.filter((field) => !IDENTITY.has(field));
    const identity: CatalogueProblem[] =
      others.length < missingFields.length ? [{ field: 'itemNumber', message: 'identity' }] : [];
    return [...identity, ...others.map((field) => ({ field, message: 'one', parameters: { key: field } }))];
  },
});
