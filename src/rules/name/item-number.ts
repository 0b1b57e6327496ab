import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'name/item-number',
  title: { nb: 'Varenummeret står ikke i navnet', en: 'The item number is not in the name' },
  fault: { nb: 'Varenummer i navnet', en: 'Item number in the name' },
  because: {
    nb: 'Leverandørens interne nummer sier ingenting om varen og tar plassen fra det som skiller den fra andre.',
    en: "The supplier's internal number says nothing of the item and takes the place of what tells it apart.",
  },
  advice: {
    nb: 'Ta nummeret ut av navnet; det har sin egen kolonne.',
    en: 'Take the number out of the name; it has a column of its own.',
  },
  source: { nb: 'Navneregler: ingen interne koder i teksten', en: 'Naming guides: no internal codes in the text' },
  sets: { recommended: { severity: 'info' }, strict: { severity: 'warning' }, supplier: { severity: 'info' } },
  needs: ['name', 'itemNumber'],
  passes: [
    { why: 'no number', line: { itemNumber: '102938', name: 'Hanske nitril' } },
    {
      why: "the maker's own designation, which people search for",
      line: { itemNumber: 'CF226X', manufacturerItemNumber: 'CF226X', name: 'Toner CF226X svart' },
    },
    { why: 'a part of another number', line: { itemNumber: '102938', name: 'Hanske 7102938' } },
  ],
  fails: [
    {
      why: 'in front',
      line: { itemNumber: '102938', name: '102938 Hanske nitril' },
      finds: [{ field: 'name', actual: '102938 Hanske nitril', parameters: { itemNumber: '102938' } }],
    },
  ],
  message: { nb: 'Navnet inneholder varenummeret {itemNumber}', en: 'The name contains the item number {itemNumber}' },
  check({ name, itemNumber, manufacturerItemNumber }) {
    if (itemNumber.length < SHORTEST) return NONE;
    const at = name.indexOf(itemNumber);
    if (at < 0 || itemNumber === manufacturerItemNumber || name.length === itemNumber.length) return NONE;
    if (!/\d/.test(itemNumber) || isJoined(name, at - 1) || isJoined(name, at + itemNumber.length)) return NONE;
    return [{ field: 'name', actual: name, parameters: { itemNumber } }];
  },
});

const NONE: readonly Problem[] = [];
/** Shorter numbers may be measures. */
const SHORTEST = 5;

function isJoined(name: string, at: number): boolean {
  return /[\p{L}\d]/u.test(name.charAt(at));
}
