import { compare, decimal, divide, multiply } from '../../catalogue/decimal.ts';
import { catalogueRule } from '../../engine/rule.ts';

/** In percent of the previous version; a version with fewer articles than `fewest` may change as it likes. */
type Options = { readonly percent: string; readonly fewest: number };
const DEFAULTS: Options = { percent: '20', fewest: 20 };

export default catalogueRule({
  id: 'assortment/shrunk',
  title: { nb: 'Sortimentet er ikke blitt vesentlig mindre', en: 'The assortment has not become much smaller' },
  fault: { nb: 'Sortimentet har krympet', en: 'The assortment has shrunk' },
  because: {
    nb: 'Når mange varer er borte, er filen gjerne avkuttet eller et utdrag, eller avtalen blir tappet for innhold.',
    en: 'Where many items are gone, the file tends to be cut off or an extract, or the agreement is being emptied.',
  },
  advice: {
    nb: 'Send hele katalogen. Er varene utgått, si hva som erstatter dem.',
    en: 'Send the whole catalogue. If the items are discontinued, say what replaces them.',
  },
  source: { nb: 'Versjonen som sist ble godkjent', en: 'The version approved last' },
  sets: {
    recommended: { severity: 'warning' },
  },
  options: {
    properties: {
      percent: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)?$' },
      fewest: { type: 'integer', minimum: 1 },
    },
    defaults: DEFAULTS,
  },
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
    en: '{count} of {before} items of the previous version are gone ({percent:percent}); the limit is {limit:percent}',
  },
  check({ change, options }) {
    if (change === undefined || change.before < options.fewest) return [];
    const [count, before] = [decimal(String(change.removed)), decimal(String(change.before))];
    const limit = decimal(options.percent);
    // Multiplied out, so that no rounding decides what is exactly at the limit.
    if (compare(multiply(count, HUNDRED), multiply(before, limit)) <= 0) return [];
    const percent = divide(multiply(count, HUNDRED), before, 1);
    return [{ parameters: { count, before, percent, limit } }];
  },
});

const HUNDRED = decimal('100');
