import { letterCount } from '../../catalogue/letters.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { systemLimit } from './system-limit.ts';

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
  source: {
    nb: 'EHF Katalog: høyst 2000 tegn. Avtalen: systems, med grensene i rules/profiles/',
    en: 'EHF Catalogue: at most 2,000 characters. The agreement: systems, with the limits in rules/profiles/',
  },
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
      finds: [
        { field: 'description', actual: 'Trykkmekanisme', message: 'limit', parameters: { length: '14', max: '13' } },
      ],
    },
    {
      why: 'longer than an ordering system takes',
      line: { description: 'Trykkmekanisme' },
      references: { textLimits: [{ system: 'Innkjøp 1', limits: { description: 10 } }] },
      finds: [
        {
          field: 'description',
          actual: 'Trykkmekanisme',
          message: 'system',
          parameters: { length: '14', max: '10', system: 'Innkjøp 1' },
        },
      ],
    },
  ],
  message: {
    limit: {
      nb: 'Beskrivelsen er på {length} tegn; grensen er {max}',
      en: 'The description has {length} characters; the limit is {max}',
    },
    system: {
      nb: 'Beskrivelsen er på {length} tegn; {system} tar høyst {max}',
      en: 'The description has {length} characters; {system} takes {max} at most',
    },
  },
  check({ description }, { references, options }) {
    const tight = systemLimit('description', references);
    const max = Math.min(options.max, tight?.max ?? options.max);
    if (description.length <= max) return NONE;
    const length = letterCount(description);
    if (length <= max) return NONE;
    // The text itself would fill the report.
    const actual = length > SHOWN ? `${[...description].slice(0, SHOWN).join('')}…` : description;
    const parameters = { length: String(length), max: String(max) };
    return tight?.max === max
      ? [{ field: 'description', actual, message: 'system', parameters: { ...parameters, system: tight.system } }]
      : [{ field: 'description', actual, message: 'limit', parameters }];
  },
});

const NONE: readonly Problem[] = [];
const SHOWN = 60;
