import { keyTableOn, newKeyTable } from '../../catalogue/key-table.ts';
import { type FormerItems, preparedOnce } from '../../engine/references.ts';
import { lineRule } from '../../engine/rule.ts';

const itemsOf = preparedOnce(({ items }: FormerItems) => keyTableOn(items));

/** Two versions older than the one approved last: 010010 was in the later of them. */
function exampleHistory(): FormerItems {
  const items = newKeyTable();
  items.set('010010', 1);
  return {
    items: items.data(),
    versions: [
      { number: '0001', day: '2024-02-01' },
      { number: '0002', day: '2025-02-01' },
    ],
  };
}
const HISTORY = { formerItems: exampleHistory() };

export default lineRule({
  id: 'expiry/returned',
  title: {
    nb: 'Varer som er tatt ut av katalogen, kommer ikke ubemerket tilbake',
    en: 'Items that were taken out of the catalogue do not come back unnoticed',
  },
  fault: { nb: 'Varer som er tilbake etter å ha vært borte', en: 'Items that are back after having been away' },
  because: {
    nb: 'En vare som var ute av sortimentet, kommer ofte fra en gammel liste, eller er en annen vare under det samme nummeret.',
    en: 'An item that was out of the range often comes from an old list, or is another item under the same number.',
  },
  advice: {
    nb: 'Sjekk at varen skal selges igjen, og at det er den samme varen som før.',
    en: 'Check that the item is to be sold again, and that it is the same item as before.',
  },
  source: {
    nb: 'De godkjente versjonene før den siste',
    en: 'The versions approved before the last one',
  },
  sets: { recommended: { severity: 'info' } },
  needs: ['itemNumber', 'formerVersions'],
  passes: [
    {
      why: 'in the version approved last, too',
      line: { itemNumber: '010010' },
      previous: { itemNumber: '010010' },
      references: HISTORY,
    },
    { why: 'in none of them', line: { itemNumber: '010020' }, references: HISTORY },
    { why: 'nothing is known of versions before the last', line: { itemNumber: '010010' } },
  ],
  fails: [
    {
      why: 'in an older version, and not in the last',
      line: { itemNumber: '010010' },
      references: HISTORY,
      finds: [{ field: 'itemNumber', actual: '010010', parameters: { version: '0002', day: '2025-02-01' } }],
    },
  ],
  message: {
    nb: 'Varen var sist med i versjon {version} ({day:date}) og er tatt ut siden; nå er den tilbake',
    en: 'The item was last in version {version} ({day:date}) and has been taken out since; now it is back',
  },
  check({ itemNumber }, { previous, references }) {
    const known = references?.formerItems;
    if (previous !== undefined || known === undefined) return [];
    const at = itemsOf(known).get(itemNumber);
    const version = at === undefined ? undefined : known.versions[at];
    if (version === undefined) return [];
    return [{ field: 'itemNumber', actual: itemNumber, parameters: { version: version.number, day: version.day } }];
  },
});
