import type { CatalogueLine } from '../../catalogue/line.ts';
import { type LineContext, lineRule, type Problem } from '../../engine/rule.ts';
import { isOpenEnd } from './days.ts';

const PERIOD = { from: '2024-01-01', to: '2026-12-31' };

export default lineRule({
  id: 'expiry/price-outside-period',
  title: {
    nb: 'Prisens periode ligger i perioden til varen og avtalen',
    en: "The price's period lies within the periods of item and agreement",
  },
  fault: {
    nb: 'Priser som gjelder utenfor perioden til varen eller avtalen',
    en: 'Prices that hold outside the period of the item or the agreement',
  },
  because: {
    nb: 'Når periodene ikke stemmer overens, er det uklart når varen kan bestilles, og til hvilken pris.',
    en: 'When the periods do not agree it is unclear when the item can be ordered, and at what price.',
  },
  advice: {
    nb: 'La prisen gjelde i perioden til varen og avtalen, og ikke utenfor den.',
    en: 'Let the price hold within the period of the item and the agreement, and not outside it.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3, regel PEPPOL-T19-R011 og R016: prisens periode ligger i linjens',
    en: "Peppol BIS Catalogue 3, rules PEPPOL-T19-R011 and R016: a price's period lies within its line's",
  },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  anyColumn: ['priceValidFrom', 'priceValidTo'],
  passes: [
    {
      why: 'the same period',
      line: {
        validFrom: '2026-01-01',
        validTo: '2026-12-31',
        priceValidFrom: '2026-01-01',
        priceValidTo: '2026-12-31',
      },
    },
    {
      why: 'the line has no period, the agreement lasts longer',
      line: { priceValidFrom: '2026-01-01', priceValidTo: '2026-12-31' },
    },
    { why: 'one day', line: { priceValidFrom: '2026-06-01', priceValidTo: '2026-06-01' } },
    {
      why: 'a day so far off stands for no end',
      line: { validTo: '2026-12-31', priceValidTo: '2099-12-31' },
      agreement: { period: PERIOD },
    },
    {
      why: 'the agreement is over: told by expiry/agreement-ended',
      asOf: '2027-02-01',
      line: { priceValidTo: '2027-12-31' },
      agreement: { period: PERIOD },
    },
    {
      why: 'the item is over: told by expiry/line-ended',
      asOf: '2026-07-01',
      line: { validTo: '2026-06-30', priceValidTo: '2026-12-31' },
    },
    {
      why: 'the item has not begun: told by expiry/not-started',
      asOf: '2026-03-31',
      line: { validFrom: '2026-04-01', priceValidFrom: '2026-01-01' },
    },
    {
      why: 'the item is longer than the agreement, too: told by expiry/outside-agreement',
      line: { validTo: '2027-12-31', priceValidTo: '2027-12-31' },
      agreement: { period: PERIOD },
    },
  ],
  fails: [
    {
      why: 'longer than the item',
      line: { validTo: '2026-06-30', priceValidTo: '2026-12-31' },
      finds: [
        {
          field: 'priceValidTo',
          actual: '2026-12-31',
          expected: '2026-06-30',
          message: 'longer',
          severity: 'info',
        },
      ],
    },
    {
      why: 'sooner than the item',
      line: { validFrom: '2026-04-01', priceValidFrom: '2026-03-31' },
      finds: [
        {
          field: 'priceValidFrom',
          actual: '2026-03-31',
          expected: '2026-04-01',
          message: 'sooner',
          severity: 'info',
        },
      ],
    },
    {
      why: 'the price ends before it begins',
      line: { priceValidFrom: '2026-04-01', priceValidTo: '2026-03-31' },
      finds: [
        { field: 'priceValidTo', actual: '2026-03-31', message: 'reversed', parameters: { start: '2026-04-01' } },
      ],
    },
    {
      why: 'the item ends before the price begins',
      line: { validTo: '2026-06-30', priceValidFrom: '2026-07-01' },
      finds: [{ field: 'priceValidFrom', actual: '2026-07-01', message: 'after', parameters: { end: '2026-06-30' } }],
    },
    {
      why: 'longer than the agreement, where the item has no end of its own',
      line: { priceValidTo: '2027-12-31' },
      agreement: { period: PERIOD },
      finds: [
        {
          field: 'priceValidTo',
          actual: '2027-12-31',
          expected: '2026-12-31',
          message: 'agreement',
          severity: 'info',
        },
      ],
    },
  ],
  message: {
    sooner: {
      nb: 'Prisen gjelder fra {actual:date}, men varen først fra {expected:date}',
      en: 'The price applies from {actual:date}, but the item only from {expected:date}',
    },
    longer: {
      nb: 'Prisen gjelder til {actual:date}, men varen bare til {expected:date}',
      en: 'The price applies until {actual:date}, but the item only until {expected:date}',
    },
    reversed: {
      nb: 'Prisen gjelder til {actual:date}, men først fra {start:date}',
      en: 'The price applies until {actual:date}, but only from {start:date}',
    },
    after: {
      nb: 'Prisen gjelder først fra {actual:date}, etter at varen er slutt {end:date}',
      en: 'The price does not hold until {actual:date}, after the item ends on {end:date}',
    },
    agreement: {
      nb: 'Prisen gjelder til {actual:date}, men avtalen bare til {expected:date}',
      en: 'The price applies until {actual:date}, but the agreement only until {expected:date}',
    },
  },
  isTold: ({ priceValidFrom, priceValidTo }) => priceValidFrom !== undefined || priceValidTo !== undefined,
  check(line, context) {
    const { priceValidFrom: from, priceValidTo: to, validTo } = line;
    if (from !== undefined && to !== undefined && to < from)
      return [{ field: 'priceValidTo', actual: to, message: 'reversed', parameters: { start: from } }];
    if (from !== undefined && validTo !== undefined && validTo < from)
      return [{ field: 'priceValidFrom', actual: from, message: 'after', parameters: { end: validTo } }];
    return [...beginsSooner(line, context), ...endsLater(line, context)];
  },
});

type Context = Pick<LineContext, 'agreement' | 'asOf'>;

function beginsSooner({ priceValidFrom: actual, validFrom }: CatalogueLine, { asOf }: Context): readonly Problem[] {
  if (actual === undefined || validFrom === undefined || actual >= validFrom || validFrom > asOf) return [];
  return [{ field: 'priceValidFrom', actual, expected: validFrom, message: 'sooner', severity: 'info' }];
}

function endsLater({ priceValidTo: actual, validTo }: CatalogueLine, context: Context): readonly Problem[] {
  if (actual === undefined || isOpenEnd(actual)) return [];
  const own = validTo === undefined || isOpenEnd(validTo) ? undefined : validTo;
  const end = own ?? context.agreement?.period.to;
  // What is over is told by itself, whatever its prices say.
  if (end === undefined || end < context.asOf || actual <= end) return [];
  const message = own === undefined ? 'agreement' : 'longer';
  return [{ field: 'priceValidTo', actual, expected: end, message, severity: 'info' }];
}
