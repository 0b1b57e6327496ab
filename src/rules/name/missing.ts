import { lineRule } from '../../engine/rule.ts';

const NOTHING_SAID = /^[^\p{L}\p{N}]*$/u;

export default lineRule({
  id: 'name/missing',
  title: { nb: 'Varen har et navn', en: 'The item has a name' },
  fault: { nb: 'Mangler navn', en: 'No name' },
  because: {
    nb: 'Den som bestiller, søker på navnet. Uten navn blir ikke varen funnet.',
    en: 'Whoever orders searches by name. Without a name, the item is not found.',
  },
  advice: {
    nb: 'Fyll inn et navn som sier hva varen er, for eksempel «Kopipapir A4 80 g, hvit, 500 ark».',
    en: 'Fill in a name that says what the item is, for example "Copy paper A4 80 g, white, 500 sheets".',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: Item/Name er obligatorisk',
    en: 'Peppol BIS Catalogue 3: Item/Name is mandatory',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  columns: ['name'],
  passes: [
    { why: 'a name', line: { name: 'Kopipapir A4' } },
    { why: 'a short one', line: { name: 'Te' } },
  ],
  fails: [
    { why: 'an empty cell', line: { itemNumber: '1001' }, finds: [{ field: 'name', message: 'missing' }] },
    {
      why: 'a dash instead',
      line: { name: ' - ' },
      finds: [{ field: 'name', actual: ' - ', message: 'nothingSaid' }],
    },
  ],
  message: {
    missing: { nb: 'Varen mangler navn', en: 'The item has no name' },
    nothingSaid: { nb: 'Navnet «{actual}» sier ingenting', en: 'The name "{actual}" says nothing' },
  },
  check({ name }) {
    if (name === undefined) return [{ field: 'name', message: 'missing' }];
    return NOTHING_SAID.test(name) ? [{ field: 'name', actual: name, message: 'nothingSaid' }] : [];
  },
});
