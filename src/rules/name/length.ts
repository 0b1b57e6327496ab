import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/length',
  title: { nb: 'Navnet får plass i bestillingssystemet', en: 'The name fits the ordering system' },
  fault: { nb: 'For langt navn', en: 'Name too long' },
  because: {
    nb: 'For lange navn kuttes i bestillingen, og det som skiller varene, står ofte sist.',
    en: 'Names that are too long are cut off in the order, and what tells the items apart often stands last.',
  },
  advice: {
    nb: 'Kort ned navnet: først hva varen er, så det som skiller den fra andre. Resten hører hjemme i beskrivelsen.',
    en: 'Shorten the name: first what the item is, then what tells it apart. The rest belongs in the description.',
  },
  source: {
    nb: 'Bestillingssystemer kutter navn ved 30 til 160 tegn; 80 er vanlig',
    en: 'Ordering systems cut names at 30 to 160 characters; 80 is common',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: ['name'],
  options: { properties: { max: { type: 'integer', minimum: 1, maximum: 2000 } }, defaults: { max: 80 } },
  passes: [
    { why: 'short', line: { name: 'Kopipapir A4 80 g, hvit, 500 ark' } },
    { why: 'exactly the limit', line: { name: 'Blyant HB' }, options: { max: 9 } },
  ],
  fails: [
    {
      why: 'one too many',
      line: { name: 'Blyanter HB' },
      options: { max: 10 },
      finds: [{ field: 'name', actual: 'Blyanter HB', parameters: { length: '11', max: '10' } }],
    },
  ],
  message: {
    nb: 'Navnet er på {length} tegn; grensen er {max}',
    en: 'The name has {length} characters; the limit is {max}',
  },
  check({ name }, { options: { max } }) {
    if (name.length <= max) return [];
    // Characters, not code units: a sign outside the basic plane counts once.
    const length = [...name].length;
    if (length <= max) return [];
    return [{ field: 'name', actual: name, parameters: { length: String(length), max: String(max) } }];
  },
});
