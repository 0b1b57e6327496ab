import { isField } from '../../catalogue/field.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { AMBIGUOUS_FIELDS, ambiguity } from './ambiguity.ts';
import { isNeeded } from './needed.ts';

export default lineRule({
  id: 'value/ambiguous',
  title: { nb: 'Tall og datoer kan bare leses på én måte', en: 'Numbers and dates can be read in one way only' },
  fault: { nb: 'Tall og datoer som kan bety to ting', en: 'Numbers and dates that may mean two things' },
  because: {
    nb: '1.234 kan være over tusen eller litt over én. Gjettes det feil, blir prisen tusen ganger for høy eller for lav.',
    en: '1.234 may be more than a thousand or a little more than one. A wrong guess makes the price a thousand times too high or too low.',
  },
  advice: {
    nb: 'Skriv tall med to desimaler (1234,00), eller uten skilletegn for tusen, og datoer som 2026-12-31.',
    en: 'Write numbers with two decimals (1234.00) or without thousands separators, and dates as 2026-12-31.',
  },
  source: {
    nb: 'Det som kan leses på to måter, sies fra om og gjettes aldri',
    en: 'What can be read in two ways is told, never guessed',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  guards: AMBIGUOUS_FIELDS,
  needs: [],
  passes: [
    { why: 'all understood', line: { price: '1234', validTo: '2026-04-03' } },
    { why: 'what cannot be read at all is told elsewhere', line: { unreadable: { price: '12,5O' } } },
    { why: 'a field that is no number', line: { unreadable: { gtin: '1.234' } } },
  ],
  fails: [
    {
      why: 'a thousand and more, or one and a quarter',
      line: { unreadable: { price: '1.234' } },
      finds: [{ field: 'price', actual: '1.234', message: 'number', parameters: { one: '1234', other: '1.234' } }],
    },
    {
      why: 'April the third or March the fourth',
      line: { unreadable: { validTo: '03/04/2026' } },
      finds: [
        {
          field: 'validTo',
          actual: '03/04/2026',
          message: 'date',
          parameters: { one: '2026-04-03', other: '2026-03-04' },
        },
      ],
    },
  ],
  message: {
    number: {
      nb: '{field}: «{actual}» kan være {one:decimal} eller {other:decimal}',
      en: '{field}: "{actual}" may be {one:decimal} or {other:decimal}',
    },
    date: {
      nb: '{field}: «{actual}» kan være {one:date} eller {other:date}',
      en: '{field}: "{actual}" may be {one:date} or {other:date}',
    },
  },
  hint: {
    number: {
      nb: 'Si hva som er desimaltegn: --decimal-sign comma eller point',
      en: 'Say what the decimal sign is: --decimal-sign comma or point',
    },
    date: {
      nb: 'Si hva som står først: --date-order day eller month',
      en: 'Say what comes first: --date-order day or month',
    },
  },
  check({ unreadable }, context) {
    if (unreadable === undefined) return NONE;
    return Object.entries(unreadable).flatMap(([field, actual]): readonly Problem[] => {
      const problem = isField(field) ? ambiguity(field, actual) : undefined;
      if (problem === undefined) return NONE;
      return [isNeeded(problem.field, context.neededByErrors) ? problem : { ...problem, severity: 'warning' }];
    });
  },
});

const NONE: readonly Problem[] = [];
