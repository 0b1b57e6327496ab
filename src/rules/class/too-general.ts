import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

/** The coarsest level that will do. */
type Level = 'family' | 'class' | 'commodity';
type Options = { readonly level: Level };
const DEFAULTS: Options = { level: 'class' };

export default lineRule({
  id: 'class/too-general',
  title: { nb: 'UNSPSC-koden er presis nok', en: 'The UNSPSC code is precise enough' },
  fault: { nb: 'For generell UNSPSC-kode', en: 'UNSPSC code that is too general' },
  because: {
    nb: 'En kode for en hel hovedgruppe sier ikke hva varen er: innkjøpene kan ikke følges opp, og krav etter varegruppe slår ikke inn.',
    en: 'A code for a whole segment does not tell what the item is: purchases cannot be followed up, and demands by product group do not take hold.',
  },
  advice: {
    nb: 'Bruk den åttesifrede UNSPSC-koden på varenivå, for eksempel 44121701 for kulepenner.',
    en: 'Use the eight-digit UNSPSC code at commodity level, for example 44121701 for ballpoint pens.',
  },
  source: {
    nb: 'UNSPSC: segment, familie, klasse og vare, to sifre hver',
    en: 'UNSPSC: segment, family, class and commodity, two digits each',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'warning', options: { level: 'commodity' } },
    supplier: { severity: 'warning' },
  },
  options: {
    properties: { level: { type: 'string', enum: ['family', 'class', 'commodity'] } },
    defaults: DEFAULTS,
  },
  needs: ['unspsc'],
  passes: [
    { why: 'a commodity', line: { unspsc: '44121701' } },
    { why: 'a class', line: { unspsc: '44121700' } },
    { why: 'a family, where that will do', line: { unspsc: '44120000' }, options: { level: 'family' } },
    { why: 'what is no code is told by class/unspsc-format', line: { unspsc: '440000' } },
  ],
  fails: [
    {
      why: 'a segment',
      line: { unspsc: '44000000' },
      finds: [{ field: 'unspsc', actual: '44000000', message: 'segment' }],
    },
    {
      why: 'a family',
      line: { unspsc: '44120000' },
      finds: [{ field: 'unspsc', actual: '44120000', message: 'family' }],
    },
    {
      why: 'a class, where the commodity is wanted',
      line: { unspsc: '44121700' },
      options: { level: 'commodity' },
      finds: [{ field: 'unspsc', actual: '44121700', message: 'class' }],
    },
    {
      why: 'labels are demanded of some of the class',
      line: { unspsc: '47131800' },
      agreement: { labels: [{ unspsc: '47131801', anyOf: ['svanemerket'] }] },
      finds: [{ field: 'unspsc', actual: '47131800', message: 'demand', parameters: { demanded: '47131801' } }],
    },
  ],
  message: {
    segment: {
      nb: 'UNSPSC {actual} sier bare hvilken hovedgruppe varen hører til',
      en: 'UNSPSC {actual} tells only which segment the item belongs to',
    },
    family: {
      nb: 'UNSPSC {actual} sier bare hvilken familie av varer det er',
      en: 'UNSPSC {actual} tells only which family of items it is',
    },
    class: {
      nb: 'UNSPSC {actual} er en hel klasse, ikke en vare',
      en: 'UNSPSC {actual} is a whole class, not a commodity',
    },
    demand: {
      nb: 'UNSPSC {actual} er for generell: avtalen krever miljømerke på {demanded}, og det går ikke an å se om varen er en slik',
      en: 'UNSPSC {actual} is too general: the agreement demands eco-labels on {demanded}, and it is not clear whether the item is one of those',
    },
  },
  check({ unspsc }, { agreement, options }) {
    if (!unspsc.endsWith('00') || !DIGITS.test(unspsc)) return NONE;
    const prefix = unspscPrefix(unspsc);
    const digits = prefix.length;
    // Zeros: no code at all.
    if (digits === 0 || prefix.startsWith('00')) return NONE;
    const about = { field: 'unspsc', actual: unspsc } as const;
    if (digits < DIGITS_OF[options.level]) return [{ ...about, message: LEVELS[digits] ?? 'segment' }];
    const demand = agreement?.labels.find((one) => isWithin(unspscPrefix(one.unspsc), prefix));
    return demand === undefined ? NONE : [{ ...about, message: 'demand', parameters: { demanded: demand.unspsc } }];
  },
});

const NONE: readonly Problem[] = [];
const DIGITS = /^\d{8}$/;
const DIGITS_OF: Readonly<Record<Level, number>> = { family: 4, class: 6, commodity: 8 };
const LEVELS: Readonly<Record<number, string>> = { 4: 'family', 6: 'class' };

function isWithin(code: string, prefix: string): boolean {
  return code.length > prefix.length && code.startsWith(prefix);
}
