import { catalogueRule } from '../../engine/rule.ts';
import { CHANGE_FACTS, tooManyThat } from './change.ts';

export default catalogueRule({
  id: 'assortment/shrunk',
  title: { nb: 'Sortimentet er ikke blitt vesentlig mindre', en: 'The assortment has not become much smaller' },
  fault: { nb: 'Sortimentet har krympet', en: 'The assortment has shrunk' },
  because: {
    nb: 'Når mange varer er borte, er filen gjerne avkuttet eller et utdrag, eller avtalen blir tappet for innhold.',
    en: 'If many items are missing, the file is often truncated or an extract, or the agreement is being emptied.',
  },
  advice: {
    nb: 'Send hele katalogen. Er varene utgått, si hva som erstatter dem.',
    en: 'Send the whole catalogue. If the items are discontinued, say what replaces them.',
  },
  ...CHANGE_FACTS,
  needs: ['previousVersion'],
  passes: [
    { why: 'exactly the limit', change: { before: 100, removed: 20, added: 0 } },
    { why: 'the other way is the other rule\u2019s business', change: { before: 100, removed: 0, added: 90 } },
    { why: 'a handful of articles', change: { before: 10, removed: 9, added: 0 } },
    {
      why: 'as much as the rule set allows',
      change: { before: 100, removed: 50, added: 0 },
      options: { percent: '50' },
    },
  ],
  fails: [
    {
      why: 'one article above the limit',
      change: { before: 100, removed: 21, added: 0 },
      finds: [{ parameters: { count: '21', before: '100', percent: '21', limit: '20' } }],
    },
  ],
  message: {
    nb: '{count} av {before} varer fra forrige versjon er borte ({percent:percent}); grensen er {limit:percent}',
    en: '{count} of {before} items of the previous version are missing ({percent:percent}); the limit is {limit:percent}',
  },
  check: ({ change, options }) => tooManyThat('removed', change, options),
});
