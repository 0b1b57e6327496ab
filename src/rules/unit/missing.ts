import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'unit/missing',
  title: { nb: 'Varen har enhet', en: 'The item has a unit' },
  fault: { nb: 'Mangler enhet', en: 'No unit' },
  because: {
    nb: 'Uten enhet er det ikke til å vite om prisen gjelder ett stykke eller en hel kartong.',
    en: 'Without a unit nobody can tell whether the price is for one piece or for a whole carton.',
  },
  advice: {
    nb: 'Fyll inn hva varen bestilles i: stk, pakke, eske, kg, liter.',
    en: 'Fill in what the item is ordered in: piece, pack, box, kg, litre.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: en linje som kan bestilles, har cbc:OrderableUnit',
    en: 'Peppol BIS Catalogue 3: a line that can be ordered has cbc:OrderableUnit',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  columns: ['unit'],
  passes: [
    { why: 'a unit', line: { unit: 'EA' } },
    { why: 'a word that nobody knows is told by unit/unknown', line: { unreadable: { unit: 'KOLLIX' } } },
    { why: 'what cannot be ordered needs none', line: { orderable: false } },
  ],
  fails: [{ why: 'an empty cell', line: { name: 'Kopipapir A4' }, finds: [{ field: 'unit' }] }],
  message: { nb: 'Varen mangler enhet', en: 'The item has no unit' },
  check({ unit, orderable, unreadable }) {
    return unit === undefined && unreadable?.unit === undefined && orderable !== false ? FOUND : NONE;
  },
});

const FOUND = [{ field: 'unit' }] as const;
const NONE = [] as const;
