import { FIELD_NAMES } from '../../catalogue/field.ts';
import { keyTableOn, newKeyTable } from '../../catalogue/key-table.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { valueText } from '../../diff/compare-lines.ts';
import { type FormerItems, preparedOnce } from '../../engine/references.ts';
import { type LineContext, lineRule, type Problem } from '../../engine/rule.ts';

const sinceIn = preparedOnce(({ unchangedSince }: FormerItems) => unchangedSince && keyTableOn(unchangedSince));

/** Two versions older than the one approved last: 010010 is the same in both, 010020 as in the later of them. */
function exampleHistory(): FormerItems {
  const unchangedSince = newKeyTable();
  unchangedSince.set('010010', 0);
  unchangedSince.set('010020', 1);
  return {
    items: unchangedSince.data(),
    unchangedSince: unchangedSince.data(),
    versions: [
      { number: '0001', day: '2023-02-01' },
      { number: '0002', day: '2025-02-01' },
    ],
  };
}
const HISTORY = { formerItems: exampleHistory() };

export default lineRule({
  id: 'expiry/stale',
  title: { nb: 'Varen er endret eller bekreftet i det siste', en: 'The item was changed or confirmed recently' },
  fault: { nb: 'Varer ingen har rørt på lenge', en: 'Items nobody has touched for long' },
  because: {
    nb: 'Det som har stått urørt lenge, er ofte ikke å få, eller har fått en annen pris.',
    en: 'What has stood untouched for long can often not be had any more, or has another price by now.',
  },
  advice: {
    nb: 'Se over varen. Selges den fortsatt til denne prisen, skriv dagens dato som sist endret; ellers ta den ut.',
    en: 'Look the item over. If it is still sold at this price, write the date of today as last changed; else take it out.',
  },
  source: {
    nb: 'Datoene på linjen (EFO/NELFO 4.0: PrisDato) og de godkjente versjonene',
    en: 'The dates of the line (EFO/NELFO 4.0: PrisDato) and the approved versions',
  },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: [],
  anyColumn: ['lastChanged', 'priceValidFrom'],
  insteadOfColumn: 'datedPrevious',
  uses: ['formerContents'],
  options: { properties: { months: { type: 'integer', minimum: 1, maximum: 240 } }, defaults: { months: 24 } },
  passes: [
    { why: 'changed within two years', asOf: '2026-06-01', line: { lastChanged: '2024-06-02' } },
    { why: 'to the day', asOf: '2026-06-01', line: { lastChanged: '2024-06-01' } },
    {
      why: 'the price is newer than the line says',
      asOf: '2026-06-01',
      line: { lastChanged: '2020-01-01', priceValidFrom: '2026-01-01' },
    },
    {
      why: 'changed since an old version',
      asOf: '2026-06-01',
      line: { name: 'Kulepenn blå, 10 stk', lastChanged: '2020-01-01' },
      previous: { name: 'Kulepenn blå', lastChanged: '2020-01-01' },
      previousDay: '2023-01-01',
    },
    {
      why: 'as in the version before, which is new itself',
      asOf: '2026-06-01',
      line: { name: 'Kulepenn blå' },
      previous: { name: 'Kulepenn blå' },
      previousDay: '2026-01-01',
    },
    {
      why: 'the same since an older version that is not old enough',
      asOf: '2026-06-01',
      line: { itemNumber: '010020', name: 'Kulepenn blå' },
      previous: { itemNumber: '010020', name: 'Kulepenn blå' },
      previousDay: '2026-05-01',
      references: HISTORY,
    },
    {
      why: 'a price of the agreement holds as long as the agreement',
      asOf: '2026-06-01',
      line: { priceValidFrom: '2023-01-01' },
      agreement: { period: { from: '2023-01-01', to: '2026-12-31' } },
    },
    { why: 'nothing tells', line: { name: 'Kulepenn blå' } },
  ],
  fails: [
    {
      why: 'not changed for more than two years',
      asOf: '2026-06-01',
      line: { lastChanged: '2024-05-31' },
      finds: [{ field: 'lastChanged', actual: '2024-05-31', message: 'dated', parameters: { months: '24' } }],
    },
    {
      why: 'the buyer wants it sooner',
      asOf: '2026-01-31',
      line: { lastChanged: '2025-06-30' },
      options: { months: 6 },
      finds: [{ field: 'lastChanged', actual: '2025-06-30', message: 'dated', parameters: { months: '6' } }],
    },
    {
      why: 'a price of the time before the agreement',
      asOf: '2026-06-01',
      line: { priceValidFrom: '2022-12-31' },
      agreement: { period: { from: '2023-01-01', to: '2026-12-31' } },
      finds: [{ field: 'priceValidFrom', actual: '2022-12-31', message: 'priced', parameters: { months: '24' } }],
    },
    {
      why: 'just as it was in a version that is years old',
      asOf: '2026-06-01',
      line: { name: 'Kulepenn blå' },
      previous: { name: 'Kulepenn blå' },
      previousDay: '2023-01-01',
      finds: [{ field: 'lastChanged', message: 'unchanged', parameters: { day: '2023-01-01', months: '24' } }],
    },
    {
      why: 'the version approved last is new, but the line is the same as in all of them since 2023',
      asOf: '2026-06-01',
      line: { itemNumber: '010010', name: 'Kulepenn blå' },
      previous: { itemNumber: '010010', name: 'Kulepenn blå' },
      previousDay: '2026-05-01',
      references: HISTORY,
      finds: [{ field: 'lastChanged', message: 'unchanged', parameters: { day: '2023-02-01', months: '24' } }],
    },
  ],
  message: {
    dated: {
      nb: 'Varen er sist endret {actual:date}; grensen er {months} måneder',
      en: 'The item was last changed on {actual:date}; the limit is {months} months',
    },
    priced: {
      nb: 'Prisen er fra {actual:date}; grensen er {months} måneder',
      en: 'The price is of {actual:date}; the limit is {months} months',
    },
    unchanged: {
      nb: 'Varen er uendret siden versjonen av {day:date}; grensen er {months} måneder',
      en: 'The item is unchanged since the version of {day:date}; the limit is {months} months',
    },
  },
  isTold: ({ lastChanged, priceValidFrom }, { previous, previousDay }) =>
    (lastChanged ?? priceValidFrom) !== undefined || (previous !== undefined && previousDay !== undefined),
  check(line, context) {
    const found = longUntouched(line, context);
    // Last, since it looks at the whole line: one that was changed since is touched, whatever its dates say.
    return found === undefined || (context.previous !== undefined && !isAsBefore(line, context.previous))
      ? NONE
      : [found];
  },
});

const NONE: readonly Problem[] = [];

/** By its dates, or else by that of the first version in which it stood as it does now. */
function longUntouched(
  { itemNumber, lastChanged, priceValidFrom }: CatalogueLine,
  { asOf, agreement, previous, previousDay, references, options }: OptionContext,
): Problem | undefined {
  const limit = limitFor(asOf, options.months);
  const isRecent = (day: string | undefined): boolean => day !== undefined && day >= limit;
  if (isRecent(lastChanged) || isRecent(priceValidFrom)) return undefined;
  const parameters = { months: String(options.months) };
  if (lastChanged !== undefined) return { field: 'lastChanged', actual: lastChanged, message: 'dated', parameters };
  // What was agreed holds as long as the agreement does, however old it is; without one nobody can tell.
  if (priceValidFrom !== undefined && agreement !== undefined && priceValidFrom < agreement.period.from)
    return { field: 'priceValidFrom', actual: priceValidFrom, message: 'priced', parameters };
  if (previous === undefined || previousDay === undefined) return undefined;
  const day = dayOfFirst(itemNumber, references?.formerItems) ?? previousDay;
  if (isRecent(day)) return undefined;
  return { field: 'lastChanged', message: 'unchanged', parameters: { ...parameters, day } };
}

type OptionContext = LineContext & { readonly options: { readonly months: number } };

/** @returns the day of the first version since which the line has been what it is in the one approved last */
function dayOfFirst(itemNumber: string | undefined, known: FormerItems | undefined): string | undefined {
  if (itemNumber === undefined || known === undefined) return undefined;
  const at = sinceIn(known)?.get(itemNumber);
  return at === undefined ? undefined : known.versions[at]?.day;
}

/** Of the day and number of months asked about last: a catalogue has one of each, as a rule. */
let last: { readonly day: string; readonly months: number; readonly limit: string } | undefined;

function limitFor(day: string, months: number): string {
  if (last === undefined || last.day !== day || last.months !== months)
    last = { day, months, limit: monthsBefore(day, months) };
  return last.limit;
}

/**
 * @returns a text to compare days with: for 31 May less three months `2026-02-31`, which is no day, but stands where
 * one would
 */
function monthsBefore(day: string, months: number): string {
  const count = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1 - months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(7)}`;
}

/** A field that only one of the two has says nothing: a column may have come or gone. */
function isAsBefore(line: CatalogueLine, previous: CatalogueLine): boolean {
  return FIELD_NAMES.every((field) => {
    if (field === 'lastChanged' || field === 'action') return true;
    const now = valueText(line, field);
    const before = valueText(previous, field);
    return now === undefined || before === undefined || now === before;
  });
}
