import { letterCount } from '../../catalogue/letters.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { systemLimit } from './system-limit.ts';

const SYSTEMS = {
  textLimits: [
    { system: 'Innkjøp 1', limits: { name: 12, description: 200 } },
    { system: 'Innkjøp 2', limits: { name: 10 } },
  ],
};

export default lineRule({
  id: 'name/length',
  title: { nb: 'Navnet får plass i bestillingssystemet', en: 'The name fits the ordering system' },
  fault: { nb: 'For langt navn', en: 'Name too long' },
  because: {
    nb: 'For lange navn kuttes i bestillingen, og det som skiller varene, står ofte sist.',
    en: 'Names that are too long are cut off in the order, and what distinguishes the items often comes last.',
  },
  advice: {
    nb: 'Kort ned navnet: først hva varen er, så det som skiller den fra andre. Resten hører hjemme i beskrivelsen.',
    en: 'Shorten the name: first what the item is, then what tells it apart. The rest belongs in the description.',
  },
  source: {
    nb: 'EHF Katalog: høyst 160 tegn; mange bestillingssystemer viser 80 eller færre. Avtalen: systems, med grensene i rules/profiles/',
    en: 'EHF Catalogue: at most 160 characters; many ordering systems show 80 or fewer. The agreement: systems, with the limits in rules/profiles/',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['name'],
  options: {
    properties: {
      max: { type: 'integer', minimum: 1, maximum: 2000 },
      advised: { type: 'integer', minimum: 1, maximum: 2000 },
    },
    defaults: { max: 160, advised: 80 },
  },
  passes: [
    { why: 'short', line: { name: 'Kopipapir A4 80 g, hvit, 500 ark' } },
    { why: 'exactly the limit', line: { name: 'Blyant HB' }, options: { max: 9 } },
    { why: 'every system takes it', line: { name: 'Blyanter 2' }, references: SYSTEMS },
  ],
  fails: [
    {
      why: 'one too many',
      line: { name: 'Blyanter HB' },
      options: { max: 10 },
      finds: [{ field: 'name', actual: 'Blyanter HB', message: 'limit', parameters: { length: '11', max: '10' } }],
    },
    {
      why: 'longer than the system takes that takes least',
      line: { name: 'Blyanter HB' },
      references: SYSTEMS,
      finds: [
        {
          field: 'name',
          actual: 'Blyanter HB',
          message: 'system',
          parameters: { length: '11', max: '10', system: 'Innkjøp 2' },
        },
      ],
    },
    {
      why: 'it fits, but screens and labels cut it off',
      line: { name: 'Blyanter HB' },
      options: { advised: 10 },
      finds: [
        {
          field: 'name',
          actual: 'Blyanter HB',
          message: 'advised',
          severity: 'info',
          parameters: { length: '11', max: '10' },
        },
      ],
    },
  ],
  message: {
    limit: {
      nb: 'Navnet er på {length} tegn; grensen er {max}',
      en: 'The name has {length} characters; the limit is {max}',
    },
    system: {
      nb: 'Navnet er på {length} tegn; {system} tar høyst {max}',
      en: 'The name has {length} characters; {system} takes {max} at most',
    },
    advised: {
      nb: 'Navnet er på {length} tegn; over {max} kuttes i mange skjermbilder',
      en: 'The name has {length} characters; many screens cut off what is over {max}',
    },
  },
  check({ name }, { references, options: { max, advised } }) {
    const system = systemLimit('name', references);
    if (name.length <= Math.min(advised, max, system?.max ?? max)) return [];
    // Characters, not code units: a sign outside the basic plane counts once.
    const length = letterCount(name);
    const told = (message: string, most: number): Problem => ({
      field: 'name',
      actual: name,
      message,
      parameters: { length: String(length), max: String(most) },
    });
    if (system !== undefined && length > system.max)
      return [
        {
          ...told('system', system.max),
          parameters: { length: String(length), max: String(system.max), system: system.system },
        },
      ];
    if (length > max) return [told('limit', max)];
    return length > advised ? [{ ...told('advised', advised), severity: 'info' }] : [];
  },
});
