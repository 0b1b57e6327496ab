import { type CatalogueProblem, catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'identity/other-agreement',
  title: { nb: 'Avtalenummeret er avtalens', en: 'The agreement number is the agreement\u2019s' },
  fault: { nb: 'Avtalenummer som mangler eller er et annet', en: 'Agreement number missing or another' },
  because: {
    nb: 'Uten riktig avtalenummer havner varene på feil avtale, og forbruket blir ikke regnet med der det hører hjemme.',
    en: 'Without the right agreement number items end up under the wrong agreement, and what is spent is not counted where it belongs.',
  },
  advice: {
    nb: 'Skriv avtalenummeret slik det står i avtalen, på alle linjer.',
    en: 'Write the agreement number as in the agreement, on all lines.',
  },
  source: { nb: 'Avtalen: number', en: 'The agreement: number' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'refuse' },
  },
  needs: ['agreement'],
  columns: ['agreementNumber'],
  passes: [
    {
      why: 'the same, written otherwise',
      agreement: { number: '2024/118' },
      told: { agreementNumber: [{ value: '2024-118', lines: 10, row: 2 }] },
    },
    {
      why: 'among other words',
      agreement: { number: '2024/118' },
      told: { agreementNumber: [{ value: 'Rammeavtale 2024/118 Kontor', lines: 10, row: 2 }] },
    },
  ],
  fails: [
    {
      why: 'another agreement',
      agreement: { number: '2024/118' },
      told: { agreementNumber: [{ value: '2021/044', lines: 10, row: 2 }] },
      finds: [
        {
          field: 'agreementNumber',
          actual: '2021/044',
          expected: '2024/118',
          message: 'other',
          parameters: { lines: '10' },
        },
      ],
    },
    {
      why: 'some lines without',
      agreement: { number: '2024/118' },
      told: {
        agreementNumber: [
          { value: '2024/118', lines: 8, row: 2 },
          { value: undefined, lines: 2, row: 4 },
        ],
      },
      finds: [
        {
          field: 'agreementNumber',
          expected: '2024/118',
          message: 'missing',
          parameters: { lines: '2' },
          severity: 'info',
        },
      ],
    },
  ],
  message: {
    other: {
      nb: 'Katalogen har avtalenummer {actual}, men avtalen er {expected} (linjer: {lines})',
      en: 'The catalogue has agreement number {actual}, but the agreement is {expected} (lines: {lines})',
    },
    missing: {
      nb: 'Avtalenummeret mangler; avtalen er {expected} (linjer: {lines})',
      en: 'The agreement number is missing; the agreement is {expected} (lines: {lines})',
    },
  },
  check({ told, agreement }) {
    const expected = agreement.number;
    return (told?.agreementNumber ?? []).flatMap(({ value, lines, row }): readonly CatalogueProblem[] => {
      const about = { field: 'agreementNumber', expected, parameters: { lines: String(lines) }, row } as const;
      if (value === undefined) return [{ ...about, message: 'missing', severity: 'info' }];
      return isSame(value, expected) ? [] : [{ ...about, actual: value, message: 'other' }];
    });
  },
});

/** Free text on both sides: signs, blanks and zeros in front say nothing, and words may stand around. */
function isSame(given: string, agreed: string): boolean {
  const [one, other] = [plain(given), plain(agreed)];
  return one === other || one.includes(other) || (one.length >= FEWEST_SIGNS && other.includes(one));
}

const FEWEST_SIGNS = 4;

function plain(number: string): string {
  return number
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^0+(?=.)/, '');
}
