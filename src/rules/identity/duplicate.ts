import { comparableGtin, shortGtin } from '../../catalogue/gtin.ts';
import { overlapping } from '../../catalogue/period.ts';
import { type GroupMember, groupRule, type Problem } from '../../engine/rule.ts';
import { gtinKey, ITEM_KEYS } from './item-keys.ts';

export default groupRule({
  id: 'identity/duplicate',
  title: {
    nb: 'Hvert varenummer og hvert GTIN brukes bare én gang',
    en: 'Every item number and every GTIN is used only once',
  },
  fault: { nb: 'Samme varenummer eller GTIN flere ganger', en: 'Same item number or GTIN more than once' },
  because: {
    nb: 'Står samme nummer flere ganger, er det tilfeldig hvilken vare og pris bestillingen får.',
    en: 'When a number is used more than once, it is chance which item and price an order gets.',
  },
  advice: {
    nb: 'Behold én av linjene. Er det ulike varer, må de ha hvert sitt nummer.',
    en: 'Keep one of the lines. If they are different items, each needs its own number.',
  },
  source: {
    nb: 'Varenummeret er nøkkelen i en katalog; GS1 General Specifications: ett GTIN, én handelsvare',
    en: 'The item number is the key of a catalogue; GS1 General Specifications: one GTIN, one trade item',
  },
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
      why: 'prices of two periods that follow each other',
      lines: [
        { itemNumber: '1', price: '10', validTo: '2026-06-30' },
        { itemNumber: '1', price: '12', validFrom: '2026-07-01' },
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
        { row: 2, field: 'gtin', message: 'differing', parameters: { value: '7038010000003', row: '3' } },
        { row: 3, field: 'gtin', message: 'differing', parameters: { value: '7038010000003', row: '2' } },
      ],
    },
  ],
  message: {
    identical: {
      nb: '{field} {value} står også i rad {row}; linjene er helt like, og den første beholdes',
      en: '{field} {value} is also in row {row}; the lines are identical, and the first one is kept',
    },
    differing: {
      nb: '{field} {value} står også i rad {row}, med andre opplysninger',
      en: '{field} {value} is also in row {row}, with different details',
    },
  },
  keys: { ...ITEM_KEYS, gtin: gtinKey },
  check(members, key, value) {
    const field = key === 'itemNumber' ? 'itemNumber' : 'gtin';
    // Lines of one item share their GTIN as well: told once, under the item number.
    if (key === 'gtin' && areOneItem(members)) return [];
    // Lines whose periods follow each other are the prices of one item: never two at a time.
    const others = overlapping(members);
    const alike = members.filter((member) => others.has(member));
    const [first] = alike;
    if (first === undefined) return [];
    const about = (member: GroupMember, message: string, other: GroupMember): Problem & { member: GroupMember } => ({
      member,
      field,
      message,
      parameters: { value: key === 'itemNumber' ? value : gtinOf(member, value), row: String(other.row) },
    });
    if (alike.every(({ fingerprint }) => fingerprint === first.fingerprint)) {
      return alike.slice(1).map((member) => about(member, 'identical', first));
    }
    return alike.map((member) => about(member, 'differing', others.get(member) ?? first));
  },
});

/** The number as it stands in the line where that is known: a line without item number is called by its GTIN. */
function gtinOf({ item }: GroupMember, value: string): string {
  return item !== undefined && comparableGtin(item) === value ? item : shortGtin(value);
}

/** @returns true for lines of the same item number, and for lines that are known by this GTIN only */
function areOneItem(members: readonly GroupMember[]): boolean {
  const known = members.map(({ item }) => (item === undefined ? item : comparableGtin(item)));
  return known.every((item) => item === known[0]);
}
