import { groupRule } from '../../engine/rule.ts';
import { inOneSpelling } from './one-spelling.ts';

export default groupRule({
  id: 'name/duplicate',
  title: { nb: 'Ulike varer har ulike navn', en: 'Different items have different names' },
  fault: { nb: 'Ulike varer med samme navn', en: 'Different items with the same name' },
  because: {
    nb: 'Den som bestiller, kan ikke se forskjell på varene, og velger feil.',
    en: 'Whoever orders cannot tell the items apart, and chooses the wrong one.',
  },
  advice: {
    nb: 'Skriv det som skiller varene, i navnet: størrelse, farge, antall.',
    en: 'Put what tells the items apart into the name: size, colour, quantity.',
  },
  source: {
    nb: 'Navneregler: like varer skilles i selve navnet',
    en: 'Naming guides: similar items differ in the name itself',
  },
  sets: {
    recommended: { severity: 'info' },
    supplier: { severity: 'info' },
  },
  needs: ['name'],
  passes: [
    {
      why: 'the name tells the size',
      lines: [
        { itemNumber: '1', name: 'Hanske nitril M' },
        { itemNumber: '2', name: 'Hanske nitril L' },
      ],
    },
    {
      why: 'the same item twice is told by identity/duplicate',
      lines: [
        { itemNumber: '1', name: 'Hanske nitril' },
        { itemNumber: '1', name: 'Hanske nitril' },
      ],
    },
  ],
  fails: [
    {
      why: 'two items under one name',
      lines: [
        { itemNumber: '1', name: 'Hanske nitril' },
        { itemNumber: '2', name: 'hanske  nitril' },
      ],
      finds: [
        { row: 2, field: 'name', parameters: { row: '3' } },
        { row: 3, field: 'name', parameters: { row: '2' } },
      ],
    },
  ],
  message: {
    nb: 'Varen har samme navn som varen i rad {row}',
    en: 'The item has the same name as the item in row {row}',
  },
  keys: { name: ({ name }) => (name === undefined ? undefined : inOneSpelling(name)) },
  check(members) {
    const [first] = members;
    const other = members.find(({ item }) => item !== first?.item);
    if (first === undefined || other === undefined) return [];
    return members.map((member) => ({
      member,
      field: 'name',
      parameters: { row: String(member.item === first.item ? other.row : first.row) },
    }));
  },
});
