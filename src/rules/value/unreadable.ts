import { FIELD_NAMES, type Field, type FieldKind, fieldKind, isField } from '../../catalogue/field.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { ambiguity } from './ambiguity.ts';
import { isNeeded } from './needed.ts';

/** What `unit/unknown` tells in better words. */
const TOLD_ELSEWHERE: ReadonlySet<Field> = new Set(['unit', 'packUnit']);

/** Where none of these can be read, the line is on no price list: told once, by what stands there. */
const IDENTITY: ReadonlySet<Field> = new Set(['itemNumber', 'gtin']);
const NOT_FOUND: readonly string[] = ['assortment/not-agreed'];

const MESSAGES: Readonly<Partial<Record<FieldKind, string>>> = {
  money: 'number',
  decimal: 'number',
  percent: 'number',
  date: 'date',
  currency: 'currency',
  digits: 'digits',
};

export default lineRule({
  id: 'value/unreadable',
  title: { nb: 'Alle kjente felt kan leses', en: 'Every known field can be read' },
  fault: { nb: 'Verdier som ikke kan leses', en: 'Values that cannot be read' },
  because: {
    nb: 'Det som ikke kan leses, kan ikke kontrolleres, og ville gått ubemerket gjennom.',
    en: 'What cannot be read cannot be checked, and would go unnoticed.',
  },
  advice: {
    nb: 'Skriv verdien på vanlig måte: tall som 12,50, datoer som 31.12.2026, valuta som NOK.',
    en: 'Write the value in the usual way: numbers as 12.50, dates as 2026-12-31, currencies as NOK.',
  },
  source: {
    nb: 'Et felt som en påslått feilregel trenger, blir aldri stående ukontrollert',
    en: 'A field that a switched-on error rule needs is never left unchecked',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  guards: FIELD_NAMES.filter((field) => fieldKind(field) !== 'text' && !TOLD_ELSEWHERE.has(field)),
  needs: [],
  passes: [
    { why: 'all understood', line: { price: '12.50', validTo: '2026-12-31' } },
    { why: 'what could be read in two ways is told by value/ambiguous', line: { unreadable: { price: '1.234' } } },
    { why: 'an unknown unit is told by unit/unknown', line: { unreadable: { unit: 'KOLLIX', packUnit: 'x' } } },
  ],
  fails: [
    {
      why: 'the letter O in a price',
      line: { unreadable: { price: '12,5O' } },
      finds: [{ field: 'price', actual: '12,5O', message: 'number' }],
    },
    {
      why: 'a day that does not exist',
      line: { unreadable: { validTo: '31.02.2026' } },
      finds: [{ field: 'validTo', actual: '31.02.2026', message: 'date' }],
    },
    {
      why: 'no such currency',
      line: { unreadable: { currency: 'Kroner?' } },
      finds: [{ field: 'currency', actual: 'Kroner?', message: 'currency' }],
    },
    {
      why: 'a GTIN as a spreadsheet shows it',
      line: { unreadable: { gtin: '7,03884E+12' } },
      finds: [{ field: 'gtin', actual: '7,03884E+12', message: 'digitsLost', replaces: ['assortment/not-agreed'] }],
    },
    {
      why: 'a GTIN with a letter',
      line: { unreadable: { gtin: '703884OOOO105' } },
      finds: [{ field: 'gtin', actual: '703884OOOO105', message: 'digits', replaces: ['assortment/not-agreed'] }],
    },
    {
      why: 'a number longer than a spreadsheet keeps',
      line: { unreadable: { itemNumber: '123456789012346000' } },
      finds: [
        {
          field: 'itemNumber',
          actual: '123456789012346000',
          message: 'digitsLost',
          replaces: ['assortment/not-agreed'],
        },
      ],
    },
    {
      why: 'a look-up that found nothing',
      line: { unreadable: { price: '#N/A' } },
      finds: [{ field: 'price', actual: '#N/A', message: 'error' }],
    },
    {
      why: 'a formula that no spreadsheet has worked out',
      line: { unreadable: { price: '=F2*1.25' } },
      finds: [{ field: 'price', actual: '=F2*1.25', message: 'formula' }],
    },
    {
      why: 'neither yes nor no',
      line: { unreadable: { orderable: 'kanskje' } },
      finds: [{ field: 'orderable', actual: 'kanskje', message: 'other' }],
    },
  ],
  message: {
    number: { nb: '{field}: «{actual}» er ikke et tall', en: '{field}: "{actual}" is not a number' },
    date: { nb: '{field}: «{actual}» er ikke en gyldig dato', en: '{field}: "{actual}" is not a valid date' },
    currency: { nb: '{field}: «{actual}» er ikke en kjent valuta', en: '{field}: "{actual}" is not a known currency' },
    digits: {
      nb: '{field}: «{actual}» består ikke bare av sifre',
      en: '{field}: "{actual}" is not made of digits only',
    },
    digitsLost: {
      nb: '{field}: «{actual}» er et avrundet tall, og sifre er gått tapt. Formater kolonnen som tekst og fyll inn hele nummeret på nytt',
      en: '{field}: "{actual}" is a rounded number, and digits are lost. Format the column as text and fill in the whole number again',
    },
    error: {
      nb: '{field}: cellen viser feilen {actual}. Rett formelen eller skriv inn verdien',
      en: '{field}: the cell shows the error {actual}. Mend the formula or fill in the value',
    },
    formula: {
      nb: '{field}: formelen {actual} er ikke regnet ut. Åpne filen i Excel og lagre den, eller lim inn verdiene',
      en: '{field}: the formula {actual} was never worked out. Open the file in Excel and save it, or paste the values',
    },
    other: { nb: '{field}: «{actual}» kan ikke leses', en: '{field}: "{actual}" cannot be read' },
  },
  check({ itemNumber, gtin, unreadable }, { neededByErrors }) {
    if (unreadable === undefined) return NONE;
    const isUnnamed = itemNumber === undefined && gtin === undefined;
    return Object.entries(unreadable).flatMap(([field, actual]): Problem[] => {
      if (!isField(field) || TOLD_ELSEWHERE.has(field) || ambiguity(field, actual) !== undefined) return [];
      const message = spreadsheetMessage(field, actual) ?? MESSAGES[fieldKind(field)] ?? 'other';
      return [
        {
          field,
          actual,
          message,
          ...(isNeeded(field, neededByErrors) ? {} : { severity: 'warning' as const }),
          ...(isUnnamed && IDENTITY.has(field) ? { replaces: NOT_FOUND } : {}),
        },
      ];
    });
  },
});

const NONE: readonly Problem[] = [];

const NUMBERS: ReadonlySet<Field> = new Set(['itemNumber', 'manufacturerItemNumber', 'replacedBy', 'replaces']);
const ERROR_WORD = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** What a spreadsheet does to a cell, in words of its own. */
function spreadsheetMessage(field: Field, actual: string): string | undefined {
  if (ERROR_WORD.test(actual)) return 'error';
  if (actual.startsWith('=')) return 'formula';
  const isNumber = fieldKind(field) === 'digits' || NUMBERS.has(field);
  return isNumber && /^(?:\d[.,]\d+E\+\d+|\d{16,})$/i.test(actual) ? 'digitsLost' : undefined;
}
