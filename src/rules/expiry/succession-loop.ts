import { successionRule } from '../../engine/rule.ts';

export default successionRule({
  id: 'expiry/succession-loop',
  title: { nb: 'Ingen vare erstatter seg selv til slutt', en: 'No item replaces itself in the end' },
  fault: { nb: 'Varer som erstatter hverandre i ring', en: 'Items that replace each other in a circle' },
  because: {
    nb: 'I en ring er det ingen som sier hvilken vare som skal bestilles.',
    en: 'In a circle nobody says which item is to be ordered.',
  },
  advice: {
    nb: 'Fjern «erstattet av» på den varen som fortsatt selges.',
    en: 'Remove "replaced by" from the item that is still sold.',
  },
  source: {
    nb: 'Linjene selv: «erstattet av» og «erstatter»',
    en: 'The lines themselves: "replaced by" and "replaces"',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: ['replacedBy', 'replaces'],
  passes: [
    {
      why: 'one after the other',
      lines: [
        { itemNumber: '1', replacedBy: '2' },
        { itemNumber: '2', replacedBy: '3', replaces: '1' },
        { itemNumber: '3', replaces: '2' },
      ],
    },
  ],
  fails: [
    {
      why: 'itself',
      lines: [{ itemNumber: '1001', replacedBy: '1001' }],
      finds: [{ row: 2, field: 'replacedBy', actual: '1001', message: 'itself' }],
    },
    {
      why: 'a circle of three, and one that leads there',
      lines: [
        { itemNumber: '1', replacedBy: '2' },
        { itemNumber: '2', replacedBy: '3' },
        { itemNumber: '3', replacedBy: '1' },
        { itemNumber: '4', replacedBy: '1' },
      ],
      finds: [
        { row: 2, field: 'replacedBy', actual: '2', message: 'circle', parameters: { circle: '2 → 3 → 1' } },
        { row: 3, field: 'replacedBy', actual: '3', message: 'circle', parameters: { circle: '3 → 1 → 2' } },
        { row: 4, field: 'replacedBy', actual: '1', message: 'circle', parameters: { circle: '1 → 2 → 3' } },
      ],
    },
  ],
  message: {
    itself: {
      nb: 'Varen er oppgitt som erstattet av seg selv',
      en: 'The item is given as replaced by itself',
    },
    circle: {
      nb: 'Varene erstatter hverandre i ring: {circle}',
      en: 'The items replace each other in a circle: {circle}',
    },
  },
  check({ replacedBy, itemNumber, gtin }, { chain, loops }) {
    if (!loops) return [];
    const [first] = chain;
    const own = itemNumber ?? gtin ?? '';
    const about = { field: 'replacedBy', actual: replacedBy ?? first?.itemNumber ?? own } as const;
    if (first === undefined) return [{ ...about, message: 'itself' }];
    const circle = [...chain.map((line) => line.itemNumber ?? line.gtin ?? '?'), own].join(' → ');
    return [{ ...about, message: 'circle', parameters: { circle } }];
  },
});
