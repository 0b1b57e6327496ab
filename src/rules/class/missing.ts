import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'class/missing',
  title: {
    nb: 'Varen har UNSPSC-kode når avtalen stiller krav etter varegruppe',
    en: 'The item has a UNSPSC code where the agreement makes demands by product group',
  },
  fault: { nb: 'Mangler UNSPSC-kode', en: 'UNSPSC code is missing' },
  because: {
    nb: 'Uten kode kan ingen se om varen er innenfor avtalen, eller om den skulle hatt miljømerke.',
    en: 'Without a code nobody can tell whether the item is within the agreement, or should have had an eco-label.',
  },
  advice: {
    nb: 'Fyll inn den åttesifrede UNSPSC-koden for varen.',
    en: 'Fill in the eight-digit UNSPSC code of the item.',
  },
  source: {
    nb: 'Avtalen: omfang, og miljømerkekrav etter UNSPSC',
    en: 'The agreement: scope, and label demands by UNSPSC',
  },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['classDemands'],
  columns: ['unspsc'],
  passes: [
    { why: 'a code', line: { unspsc: '44121701' }, agreement: { scope: ['44'] } },
    {
      why: 'what cannot be read is told by value/unreadable',
      line: { unreadable: { unspsc: '4,41E+07' } },
      agreement: { scope: ['44'] },
    },
    { why: 'the agreement asks for nothing by product group', line: { name: 'Kulepenn' } },
  ],
  fails: [
    {
      why: 'the agreement has a scope',
      line: { name: 'Kontorstol' },
      agreement: { scope: ['44'] },
      finds: [{ field: 'unspsc' }],
    },
    {
      why: 'the agreement demands labels for some kinds of items',
      line: { name: 'Grønnsåpe' },
      agreement: { labels: [{ unspsc: '47', anyOf: ['svanemerket'] }] },
      finds: [{ field: 'unspsc' }],
    },
  ],
  message: {
    nb: 'UNSPSC-koden mangler, og avtalen stiller krav etter den',
    en: 'The UNSPSC code is missing, and the agreement makes demands by it',
  },
  check({ unspsc, unreadable }) {
    return unspsc === undefined && unreadable?.unspsc === undefined ? FOUND : NONE;
  },
});

const FOUND = [{ field: 'unspsc' }] as const;
const NONE = [] as const;
