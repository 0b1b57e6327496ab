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
      finds: [{ field: 'name', actual: '102938 Hanske nitril', message: 'own', parameters: { itemNumber: '102938' } }],
    },
    {
      why: 'some other number that says what it is',
      line: { itemNumber: '102938', name: 'Art.nr. 10-4711 Hanske nitril' },
      finds: [
        {
          field: 'name',
          actual: 'Art.nr. 10-4711 Hanske nitril',
          message: 'named',
          parameters: { words: 'Art.nr. 10-4711' },
        },
      ],
    },
  ],
  message: {
    own: { nb: 'Navnet inneholder varenummeret {itemNumber}', en: 'The name contains the item number {itemNumber}' },
    named: { nb: 'Navnet inneholder et varenummer: «{words}»', en: 'The name contains an item number: "{words}"' },
  },
  check({ name, itemNumber, manufacturerItemNumber }) {
    if (hasOwn(name, itemNumber, manufacturerItemNumber))
      return [{ field: 'name', actual: name, message: 'own', parameters: { itemNumber } }];
    const words = NAMED.exec(name)?.[1];
    return words === undefined ? NONE : [{ field: 'name', actual: name, message: 'named', parameters: { words } }];
  },
});

const NONE: readonly Problem[] = [];
/** Shorter numbers may be measures. */
const SHORTEST = 5;

function hasOwn(name: string, itemNumber: string, manufacturerItemNumber: string | undefined): boolean {
  if (itemNumber.length < SHORTEST || itemNumber === manufacturerItemNumber) return false;
  const at = name.indexOf(itemNumber);
  if (at < 0 || name.length === itemNumber.length || !/\d/.test(itemNumber)) return false;
  return !isJoined(name, at - 1) && !isJoined(name, at + itemNumber.length);
}

/** `Varenr: 4711`; behind a word like `til` it is the number of what the item is for. */
const NAMED =
  /(?<![\p{L}\d])(?<!(?:til|for|passer|erstatter)\s)((?:art(?:ikkel)?|vare|best(?:illings)?)[.-]? ?(?:nr\b\.?|nummer)[: ]{0,2}[\p{L}\d.-]{0,4}\d[\p{L}\d.-]{0,20})/iu;

function isJoined(name: string, at: number): boolean {
  return /[\p{L}\d]/u.test(name.charAt(at));
}
