import { comparableGtin } from '../../catalogue/gtin.ts';
import { type GroupMember, groupRule, type Problem } from '../../engine/rule.ts';

const ZEROS = /^0+$/;

export default groupRule({
  id: 'identity/duplicate',
  title: { nb: 'Hvert varenummer og GTIN står én gang', en: 'Every item number and GTIN stands once' },
  because: {
    nb: 'Står samme nummer to ganger, er det tilfeldig hvilken pris og vare bestillingen får.',
    en: 'Where a number stands twice, it is chance which price and item an order gets.',
  },
  advice: {
    nb: 'La én linje stå. Er det to ulike varer, gi dem hvert sitt nummer.',
    en: 'Leave one line. If they are two items, give each its own number.',
  },
  source: 'The item number is the key of a catalogue; GS1 General Specifications: one GTIN, one trade item',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    {
      why: 'each its own',
      lines: [
        { itemNumber: '1', gtin: '7038010000003' },
        { itemNumber: '2', gtin: '7038840000105' },
      ],
    },
    {
      why: 'zeros only are no GTIN',
      lines: [
        { itemNumber: '1', gtin: '00000000' },
        { itemNumber: '2', gtin: '00000000' },
      ],
    },
  ],
  fails: [
    {
      why: 'the same line twice: the first stays',
      lines: [
        { itemNumber: '1', gtin: '7038010000003', price: '10' },
        { itemNumber: '1', gtin: '7038010000003', price: '10' },
      ],
      finds: [{ row: 3, field: 'itemNumber', message: 'identical', parameters: { value: '1', row: '2' } }],
    },
    {
      why: 'one item number at two prices',
      lines: [
        { itemNumber: '1', price: '10' },
        { itemNumber: '1', price: '12' },
      ],
      finds: [
        { row: 2, field: 'itemNumber', message: 'differing', parameters: { value: '1', row: '3' } },
        { row: 3, field: 'itemNumber', message: 'differing', parameters: { value: '1', row: '2' } },
      ],
    },
    {
      why: 'one GTIN, with and without a zero in front, under two item numbers',
      lines: [
        { itemNumber: '1', gtin: '7038010000003' },
        { itemNumber: '2', gtin: '07038010000003' },
      ],
      finds: [
        { row: 2, field: 'gtin', message: 'differing', parameters: { value: '07038010000003', row: '3' } },
        { row: 3, field: 'gtin', message: 'differing', parameters: { value: '07038010000003', row: '2' } },
      ],
    },
  ],
  message: {
    identical: {
      nb: '{field} {value} står også i rad {row}; linjene er helt like, og den første beholdes',
      en: '{field} {value} stands in row {row} too; the lines are all alike, and the first one is kept',
    },
    differing: {
      nb: '{field} {value} står også i rad {row}, med andre opplysninger',
      en: '{field} {value} stands in row {row} too, with other particulars',
    },
  },
  keys: {
    itemNumber: ({ itemNumber }) => itemNumber,
    /** Lines that have nothing but their GTIN. */
    gtinAlone: ({ itemNumber, gtin }) => (itemNumber === undefined ? gtinKey(gtin) : undefined),
    gtin: ({ gtin }) => gtinKey(gtin),
  },
  check(members, key, value) {
    const field = key === 'itemNumber' ? 'itemNumber' : 'gtin';
    // Lines of one item share their GTIN as well: told once, under the item number.
    if (key === 'gtin' && areOneItem(members)) return [];
    const [first, second] = members;
    if (first === undefined || second === undefined) return [];
    const about = (member: GroupMember, message: string, other: GroupMember): Problem & { member: GroupMember } => ({
      member,
      field,
      message,
      parameters: { value, row: String(other.row) },
    });
    if (members.every(({ fingerprint }) => fingerprint === first.fingerprint)) {
      return members.slice(1).map((member) => about(member, 'identical', first));
    }
    return members.map((member) => about(member, 'differing', member === first ? second : first));
  },
});

function gtinKey(gtin: string | undefined): string | undefined {
  return gtin === undefined || ZEROS.test(gtin) ? undefined : comparableGtin(gtin);
}

/** @returns true for lines of the same item number, and for lines that are known by this GTIN only */
function areOneItem(members: readonly GroupMember[]): boolean {
  const known = members.map(({ item }) => (item === undefined ? item : comparableGtin(item)));
  return known.every((item) => item === known[0]);
}
