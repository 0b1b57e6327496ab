import { type Decimal, isZero } from '../../catalogue/decimal.ts';
import { vatRatesInForce } from '../../code-lists/vat.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';
import { vatCountry } from './country.ts';

export default lineRule({
  id: 'vat/rate-unknown',
  title: { nb: 'Mva-satsen finnes', en: 'The VAT rate exists' },
  fault: { nb: 'Mva-sats som ikke finnes', en: 'VAT rate that does not exist' },
  because: {
    nb: 'Fakturaen får en annen sats, eller blir avvist, og prisen med mva i bestillingssystemet er feil.',
    en: 'The invoice gets another rate, or is refused, and the price with VAT in the ordering system is wrong.',
  },
  advice: {
    nb: 'Skriv satsen i prosent, for eksempel 25. Er det en kode fra regnskapssystemet, hører den ikke hjemme her.',
    en: 'Write the rate in percent, for example 25. A code of the accounting system does not belong here.',
  },
  source: {
    nb: 'Gjeldende mva-satser: skatteetaten.no; merverdiavgiftslovene i Sverige, Danmark og Finland',
    en: 'VAT rates in force: skatteetaten.no; the laws on value added tax of Sweden, Denmark and Finland',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['vatRate'],
  passes: [
    { why: 'the general rate', line: { vatRate: '25' } },
    { why: 'exempt or zero-rated', line: { vatRate: '0' } },
    { why: 'a rate of Sweden', line: { vatRate: '6', currency: 'SEK' } },
    { why: 'whose rate, nobody can tell', line: { vatRate: '19', currency: 'EUR' } },
  ],
  fails: [
    {
      why: 'a code of the accounting system',
      line: { vatRate: '3' },
      finds: [{ field: 'vatRate', actual: '3', parameters: { country: 'NO', rates: '25, 15, 12, 11.11' } }],
    },
    {
      why: 'a rate of the past',
      line: { vatRate: '14' },
      finds: [{ field: 'vatRate', actual: '14', parameters: { country: 'NO', rates: '25, 15, 12, 11.11' } }],
    },
    {
      why: 'a Swedish rate in a Danish catalogue',
      line: { vatRate: '12', currency: 'DKK' },
      finds: [{ field: 'vatRate', actual: '12', parameters: { country: 'DK', rates: '25' } }],
    },
  ],
  message: {
    nb: '{actual} er ingen mva-sats i {country}; satsene er {rates:percents} og 0 %',
    en: '{actual} is no VAT rate in {country}; the rates are {rates:percents} and 0 %',
  },
  check({ vatRate, currency }, { asOf, agreement }) {
    if (isZero(vatRate)) return NONE;
    const country = vatCountry(currency, agreement);
    const rates = country === undefined ? NO_RATES : ratesOn(country, asOf);
    if (country === undefined || rates.length === 0 || rates.includes(vatRate)) return NONE;
    return [{ field: 'vatRate', actual: vatRate, parameters: { country, rates: rates.join(', ') } }];
  },
});

const NONE: readonly Problem[] = [];
const NO_RATES: readonly Decimal[] = [];

/** Of the country and day asked about last: a catalogue has one of each. */
let last: { readonly country: string; readonly day: string; readonly rates: readonly Decimal[] } | undefined;

function ratesOn(country: string, day: string): readonly Decimal[] {
  if (last === undefined || last.country !== country || last.day !== day)
    last = { country, day, rates: vatRatesInForce(country, day) };
  return last.rates;
}
