import type { CatalogueLine } from '../../catalogue/line.ts';
import { successionRule } from '../../engine/rule.ts';

export default successionRule({
  id: 'expiry/successor-expired',
  title: {
    nb: 'Varen som erstatter en annen, kan selv bestilles',
    en: 'The item that replaces another can be ordered itself',
  },
  fault: { nb: 'Erstatninger som selv er utgått', en: 'Replacements that are discontinued themselves' },
  because: {
    nb: 'Bestilleren blir vist videre til en vare som heller ikke kan leveres.',
    en: 'The buyer is sent on to an item that cannot be delivered either.',
  },
  advice: {
    nb: 'Oppgi den varen i rekken som fortsatt selges.',
    en: 'Name the item of the chain that is still sold.',
  },
  source: { nb: 'Linjen selv og linjen som erstatter den', en: 'The line itself and the line that replaces it' },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: ['replacedBy', 'replaces'],
  passes: [
    {
      why: 'still sold',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', status: 'active', validTo: '2027-12-31' },
      ],
    },
    {
      why: 'out of stock for a while',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', status: 'temporarilyUnavailable' },
      ],
    },
    {
      why: 'a circle: told by expiry/succession-loop',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', replacedBy: '1001', status: 'discontinued' },
      ],
    },
  ],
  fails: [
    {
      why: 'discontinued, too',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', status: 'discontinued' },
      ],
      finds: [{ row: 2, field: 'replacedBy', actual: '1002', message: 'discontinued' }],
    },
    {
      why: 'expired',
      asOf: '2026-06-01',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', validTo: '2026-05-31' },
      ],
      finds: [{ row: 2, field: 'replacedBy', actual: '1002', message: 'ended', parameters: { day: '2026-05-31' } }],
    },
    {
      why: 'another takes over in the end',
      lines: [
        { itemNumber: '1001', replacedBy: '1002' },
        { itemNumber: '1002', status: 'discontinued', replacedBy: '1003' },
        { itemNumber: '1003' },
      ],
      finds: [{ row: 2, field: 'replacedBy', actual: '1002', expected: '1003', message: 'further' }],
    },
  ],
  message: {
    discontinued: {
      nb: 'Varen er erstattet av {actual:text}, som selv er utgått',
      en: 'The item is replaced by {actual:text}, which is discontinued itself',
    },
    ended: {
      nb: 'Varen er erstattet av {actual:text}, som bare gjaldt til {day:date}',
      en: 'The item is replaced by {actual:text}, which was valid only until {day:date}',
    },
    further: {
      nb: 'Varen er erstattet av {actual:text}, som selv er utgått; til slutt er det {expected:text} som overtar',
      en: 'The item is replaced by {actual:text}, which is discontinued itself; in the end {expected:text} takes over',
    },
  },
  check({ replacedBy }, { chain, loops, asOf }) {
    const [successor, ...further] = chain;
    if (successor === undefined || loops || !isGone(successor, asOf)) return [];
    const actual = replacedBy ?? successor.itemNumber ?? successor.gtin ?? '';
    const about = { field: 'replacedBy', actual } as const;
    const last = further.find((line) => !isGone(line, asOf));
    const expected = last?.itemNumber ?? last?.gtin;
    if (expected !== undefined) return [{ ...about, expected, message: 'further' }];
    if (successor.status === 'discontinued') return [{ ...about, message: 'discontinued' }];
    return [{ ...about, message: 'ended', parameters: { day: successor.validTo ?? '' } }];
  },
});

function isGone({ status, validTo }: CatalogueLine, asOf: string): boolean {
  return status === 'discontinued' || (validTo !== undefined && validTo < asOf);
}
