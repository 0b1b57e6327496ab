import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/description-length',
  title: {
    nb: 'Beskrivelsen får plass i bestillingssystemet',
    en: 'The description fits the ordering system',
  },
  fault: { nb: 'For lang beskrivelse', en: 'Description too long' },
  because: {
    nb: 'Det som er for langt, kuttes eller stopper hele katalogen i mottakerens system.',
    en: "What is too long is cut off, or stops the whole catalogue in the receiver's system.",
  },
  advice: {
    nb: 'Kort ned beskrivelsen, og legg resten i et produktblad.',
    en: 'Shorten the description, and put the rest in a data sheet.',
  },
  source: { nb: 'EHF Katalog: høyst 2000 tegn', en: 'EHF Catalogue: at most 2,000 characters' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['description'],
  options: { properties: { max: { type: 'integer', minimum: 1, maximum: 100000 } }, defaults: { max: 2000 } },
  passes: [{ why: 'short', line: { description: 'Trykkmekanisme og gummiert grep.' } }],
  fails: [
    {
      why: 'one too many',
      line: { description: 'Trykkmekanisme' },
      options: { max: 13 },
      finds: [{ field: 'description', actual: 'Trykkmekanisme', parameters: { length: '14', max: '13' } }],
    },
  ],
  message: {
    nb: 'Beskrivelsen er på {length} tegn; grensen er {max}',
    en: 'The description has {length} characters; the limit is {max}',
  },
  check({ description }, { options: { max } }) {
    if (description.length <= max) return NONE;
    const length = [...description].length;
    if (length <= max) return NONE;
    // The text itself would fill the report.
    const actual = length > SHOWN ? `${[...description].slice(0, SHOWN).join('')}…` : description;
    return [{ field: 'description', actual, parameters: { length: String(length), max: String(max) } }];
  },
});

const NONE: readonly Problem[] = [];
const SHOWN = 60;
