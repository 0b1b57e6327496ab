import { lineRule } from '../../engine/rule.ts';

const CODE = /^\d{8}$/;

export default lineRule({
  id: 'class/unspsc-format',
  title: { nb: 'UNSPSC-koden har gyldig form', en: 'The UNSPSC code has a valid form' },
  fault: { nb: 'Ugyldig UNSPSC-kode', en: 'Invalid UNSPSC code' },
  because: {
    nb: 'Uten en brukbar UNSPSC-kode kan innkjøpene verken følges opp eller holdes innenfor avtalen.',
    en: 'Without a usable UNSPSC code, purchases can neither be followed up nor kept within the agreement.',
  },
  advice: {
    nb: 'Bruk den åttesifrede UNSPSC-koden på varenivå, for eksempel 44121701 for kulepenner.',
    en: 'Use the eight-digit UNSPSC code at commodity level, for example 44121701 for ballpoint pens.',
  },
  source: {
    nb: 'UNSPSC: segment, familie, klasse og vare, to sifre til hver',
    en: 'UNSPSC: segment, family, class and commodity, two digits each',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['unspsc'],
  passes: [
    { why: 'a commodity', line: { unspsc: '44121701' } },
    { why: 'how general it is, class/too-general tells', line: { unspsc: '44000000' } },
  ],
  fails: [
    { why: 'six digits', line: { unspsc: '441217' }, finds: [{ field: 'unspsc', actual: '441217', message: 'form' }] },
    {
      why: 'zeros',
      line: { unspsc: '00000000' },
      finds: [{ field: 'unspsc', actual: '00000000', message: 'noSegment', parameters: { segment: '00' } }],
    },
    {
      why: 'a stopgap',
      line: { unspsc: '99999999' },
      finds: [{ field: 'unspsc', actual: '99999999', message: 'noSegment', parameters: { segment: '99' } }],
    },
  ],
  message: {
    form: { nb: 'UNSPSC {actual} har ikke åtte sifre', en: 'UNSPSC {actual} does not have eight digits' },
    noSegment: {
      nb: 'UNSPSC {actual} finnes ikke: ingen koder begynner med {segment}',
      en: 'UNSPSC {actual} does not exist: no code begins with {segment}',
    },
  },
  check({ unspsc }) {
    const about = { field: 'unspsc', actual: unspsc } as const;
    if (!CODE.test(unspsc)) return [{ ...about, message: 'form' }];
    const segment = unspsc.slice(0, 2);
    return SEGMENTS.has(segment) ? [] : [{ ...about, message: 'noSegment', parameters: { segment } }];
  },
});

/** Those of every version; 57 came with version 24.0301. */
const SEGMENTS: ReadonlySet<string> = new Set(
  (
    '10 11 12 13 14 15 20 21 22 23 24 25 26 27 30 31 32 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 60 64 ' +
    '70 71 72 73 76 77 78 80 81 82 83 84 85 86 90 91 92 93 94 95'
  ).split(' '),
);
