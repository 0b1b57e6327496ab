import { lineRule } from '../../engine/rule.ts';

const CODE = /^\d{8}$/;

export default lineRule({
  id: 'class/unspsc-format',
  title: { nb: 'UNSPSC-koden er gyldig og presis nok', en: 'The UNSPSC code is valid and precise enough' },
  fault: { nb: 'Ugyldig eller for generell UNSPSC-kode', en: 'UNSPSC code that is invalid or too general' },
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
    { why: 'a family is coarse, but tells something', line: { unspsc: '44120000' } },
  ],
  fails: [
    { why: 'six digits', line: { unspsc: '441217' }, finds: [{ field: 'unspsc', actual: '441217', message: 'form' }] },
    {
      why: 'a segment only',
      line: { unspsc: '44000000' },
      finds: [{ field: 'unspsc', actual: '44000000', message: 'segmentOnly' }],
    },
    {
      why: 'zeros',
      line: { unspsc: '00000000' },
      finds: [{ field: 'unspsc', actual: '00000000', message: 'noSegment' }],
    },
  ],
  message: {
    form: { nb: 'UNSPSC {actual} har ikke åtte sifre', en: 'UNSPSC {actual} does not have eight digits' },
    segmentOnly: {
      nb: 'UNSPSC {actual} sier bare hvilken hovedgruppe varen hører til',
      en: 'UNSPSC {actual} tells only which segment the item belongs to',
    },
    noSegment: { nb: 'UNSPSC {actual} finnes ikke', en: 'UNSPSC {actual} does not exist' },
  },
  check({ unspsc }) {
    const about = { field: 'unspsc', actual: unspsc } as const;
    if (!CODE.test(unspsc)) return [{ ...about, message: 'form' }];
    if (unspsc.startsWith('00')) return [{ ...about, message: 'noSegment' }];
    return unspsc.endsWith('000000') ? [{ ...about, message: 'segmentOnly' }] : [];
  },
});
