import { catalogueRule } from '../../engine/rule.ts';
import { CHANGE_FACTS, tooManyThat } from './change.ts';

export default catalogueRule({
  id: 'assortment/grown',
  title: { nb: 'Sortimentet er ikke blitt vesentlig større', en: 'The assortment has not become much larger' },
  fault: { nb: 'Sortimentet har vokst', en: 'The assortment has grown' },
  because: {
    nb: 'Mange nye varer på én gang er gjerne et helt annet sortiment enn det som ble avtalt, og ingen rekker å se på dem.',
    en: 'Many new items at once tend to be another assortment than the one agreed, and nobody has time to look at them.',
  },
  advice: {
    nb: 'Send bare varer som er avtalt, og avklar utvidelser med avtaleforvalteren først.',
    en: 'Send only items that are agreed, and settle extensions with the agreement manager first.',
  },
  ...CHANGE_FACTS,
  needs: ['previousVersion'],
  passes: [
    { why: 'exactly the limit', change: { before: 100, removed: 0, added: 20 } },
    { why: 'the other way is the other rule\u2019s business', change: { before: 100, removed: 90, added: 0 } },
    { why: 'a handful of articles', change: { before: 10, removed: 0, added: 9 } },
    {
      why: 'as much as the rule set allows',
      change: { before: 100, removed: 0, added: 50 },
      options: { percent: '50' },
    },
  ],
  fails: [
    {
      why: 'one article above the limit',
      change: { before: 100, removed: 0, added: 21 },
      finds: [{ parameters: { count: '21', before: '100', percent: '21', limit: '20' } }],
    },
  ],
  message: {
    nb: '{count} varer er nye siden forrige versjon, som hadde {before} ({percent:percent}); grensen er {limit:percent}',
    en: '{count} items are new since the previous version, which had {before} ({percent:percent}); the limit is {limit:percent}',
  },
  check: ({ change, options }) => tooManyThat('added', change, options),
});
