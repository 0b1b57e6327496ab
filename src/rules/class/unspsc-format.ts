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
      finds: [{ field: 'unspsc', actual: '00000000', message: 'noSegment' }],
    },
  ],
  message: {
    form: { nb: 'UNSPSC {actual} har ikke åtte sifre', en: 'UNSPSC {actual} does not have eight digits' },
    noSegment: { nb: 'UNSPSC {actual} finnes ikke', en: 'UNSPSC {actual} does not exist' },
  },
  check({ unspsc }) {
    const about = { field: 'unspsc', actual: unspsc } as const;
    if (!CODE.test(unspsc)) return [{ ...about, message: 'form' }];
    return unspsc.startsWith('00') ? [{ ...about, message: 'noSegment' }] : [];
  },
});
