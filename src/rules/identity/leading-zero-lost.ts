import type { AlmostAgreed } from '../../agreement/agreement.ts';
import { gtinWithZeros, hasGtinLength } from '../../catalogue/gtin.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const DIGITS = /^\d+$/;

export default lineRule({
  id: 'identity/leading-zero-lost',
  title: { nb: 'Varenummer og GTIN har beholdt nullene foran', en: 'Item numbers and GTINs keep their leading zeros' },
  fault: { nb: 'Nuller foran i nummeret er borte', en: 'Leading zeros are lost' },
  because: {
    nb: 'Regneark fjerner nuller foran. Da blir det et annet nummer, som verken avtalen eller leverandøren kjenner.',
    en: 'Spreadsheets drop leading zeros. What is left is another number, known neither in the agreement nor to the supplier.',
  },
  advice: {
    nb: 'Formater kolonnen som tekst før numrene fylles inn, og eksporter på nytt.',
    en: 'Format the column as text before the numbers are filled in, and export again.',
  },
  source: {
    nb: 'GS1 General Specifications, GTIN formats; den avtalte prislisten og den sist godkjente versjonen',
    en: 'GS1 General Specifications, GTIN formats; the agreed price list and the version approved last',
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  corrects: true,
  needs: [],
  passes: [
    { why: 'a GTIN with its zeros', line: { gtin: '036282818705' } },
    { why: 'too short, but no zeros would help', line: { gtin: '36282818706' } },
    {
      why: 'another item number altogether',
      line: { itemNumber: '1234', gtin: '7038840000105' },
      agreed: { itemNumber: 'A1234', gtin: '7038840000105' },
    },
  ],
  fails: [
    {
      why: 'an American GTIN of eleven digits',
      line: { gtin: '36282818705' },
      finds: [
        {
          field: 'gtin',
          actual: '36282818705',
          expected: '036282818705',
          message: 'gtin',
          replaces: ['identity/gtin-length'],
        },
      ],
    },
    {
      why: 'stored as a number, and too short',
      line: { gtin: '3628281870', problems: [{ kind: 'numberCell', field: 'gtin' }] },
      finds: [{ field: 'gtin', actual: '3628281870', message: 'numberCell', replaces: ['identity/gtin-length'] }],
    },
    {
      why: 'the agreement has the same item under a number with zeros',
      line: { itemNumber: '1234', gtin: '7038840000105' },
      agreed: { itemNumber: '001234', gtin: '7038840000105' },
      finds: [{ field: 'itemNumber', actual: '1234', expected: '001234', message: 'agreed' }],
    },
    {
      why: 'and nothing but the number to know it by',
      line: { itemNumber: '1' },
      almostAgreed: { reason: 'zerosLost', article: { itemNumber: '01' } },
      finds: [
        {
          field: 'itemNumber',
          actual: '1',
          expected: '01',
          message: 'agreed',
          replaces: ['assortment/not-agreed'],
        },
      ],
    },
    {
      why: 'so has the previous version',
      line: { itemNumber: '1234', gtin: '7038840000105' },
      previous: { itemNumber: '01234', gtin: '7038840000105' },
      finds: [{ field: 'itemNumber', actual: '1234', expected: '01234', message: 'previous' }],
    },
  ],
  message: {
    gtin: {
      nb: 'GTIN {actual} ser ut til å ha mistet nuller foran, og er trolig {expected}',
      en: 'GTIN {actual} seems to have lost leading zeros, and is probably {expected}',
    },
    numberCell: {
      nb: 'GTIN {actual} er lagret som tall og kan ha mistet nuller foran',
      en: 'GTIN {actual} is stored as a number and may have lost leading zeros',
    },
    agreed: {
      nb: 'Varenummer {actual} mangler nuller foran: i avtalen er det {expected}',
      en: 'Item number {actual} lacks leading zeros: in the agreement it is {expected}',
    },
    previous: {
      nb: 'Varenummer {actual} mangler nuller foran: i forrige versjon var det {expected}',
      en: 'Item number {actual} lacks leading zeros: in the previous version it was {expected}',
    },
  },
  check(line, { agreed, almostAgreed, previous }) {
    const gtin = checkGtin(line);
    const itemNumber =
      checkItemNumber(line.itemNumber, agreed?.article.itemNumber, 'agreed') ??
      notFound(line.itemNumber, almostAgreed) ??
      checkItemNumber(line.itemNumber, previous?.itemNumber, 'previous');
    if (gtin === undefined) return itemNumber === undefined ? NONE : [itemNumber];
    return itemNumber === undefined ? [gtin] : [gtin, itemNumber];
  },
});

const NONE: readonly Problem[] = [];
const NOT_AGREED: readonly string[] = ['assortment/not-agreed'];
const WRONG_LENGTH: readonly string[] = ['identity/gtin-length'];

function checkGtin({ gtin, problems }: CatalogueLine): Problem | undefined {
  if (gtin === undefined || hasGtinLength(gtin) || !DIGITS.test(gtin)) return undefined;
  const expected = gtinWithZeros(gtin);
  const about = { field: 'gtin', actual: gtin, replaces: WRONG_LENGTH } as const;
  if (expected !== undefined) return { ...about, expected, message: 'gtin' };
  const isNumber = problems?.some((problem) => problem.kind === 'numberCell' && problem.field === 'gtin');
  return isNumber === true && gtin.length < 14 ? { ...about, message: 'numberCell' } : undefined;
}

/** Known by its number only, which is the agreed one but for the zeros. */
function notFound(actual: string | undefined, almost: AlmostAgreed | undefined): Problem | undefined {
  if (almost?.reason !== 'zerosLost') return undefined;
  const problem = checkItemNumber(actual, almost.article.itemNumber, 'agreed');
  return problem === undefined ? undefined : { ...problem, replaces: NOT_AGREED };
}

function checkItemNumber(
  actual: string | undefined,
  expected: string | undefined,
  message: 'agreed' | 'previous',
): Problem | undefined {
  if (actual === undefined || expected === undefined || expected.length <= actual.length) return undefined;
  if (!expected.startsWith('0') || !DIGITS.test(actual) || actual.padStart(expected.length, '0') !== expected) {
    return undefined;
  }
  return { field: 'itemNumber', actual, expected, message, correction: { itemNumber: expected } };
}
