import { isZero } from '../../catalogue/decimal.ts';
import { vatCategoryKind } from '../../code-lists/vat-categories.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'vat/category-unlike-rate',
  title: { nb: 'Mva-kategori og mva-sats passer sammen', en: 'VAT category and VAT rate fit together' },
  fault: { nb: 'Mva-kategori som ikke passer til satsen', en: 'VAT category that does not fit the rate' },
  because: {
    nb: 'En av de to er feil, og fakturaen følger den ene. Med kategori S og satsen 0 blir dokumentet avvist.',
    en: 'One of the two is wrong, and the invoice follows one of them. With category S and rate 0 the document is refused.',
  },
  advice: {
    nb: 'S har en sats over 0. Z, E, AE, K, G og O har satsen 0. Rett den som er feil.',
    en: 'S has a rate above 0. Z, E, AE, K, G and O have the rate 0. Correct whichever is wrong.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3, regel PEPPOL-T19-R014 og R015; UN/CEFACT 5305',
    en: 'Peppol BIS Catalogue 3, rules PEPPOL-T19-R014 and R015; UN/CEFACT 5305',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: ['vatCategory', 'vatRate'],
  passes: [
    { why: 'standard rate', line: { vatCategory: 'S', vatRate: '25' } },
    { why: 'a low rate is category S, too', line: { vatCategory: 'S', vatRate: '15' } },
    { why: 'exempt', line: { vatCategory: 'E', vatRate: '0' } },
    { why: 'an unknown category is told by vat/category-unknown', line: { vatCategory: '3', vatRate: '0' } },
    { why: 'a tax of another place', line: { vatCategory: 'L', vatRate: '7' } },
  ],
  fails: [
    {
      why: 'the standard rate is never 0',
      line: { vatCategory: 'S', vatRate: '0' },
      finds: [{ field: 'vatCategory', actual: 'S', message: 'taxed', parameters: { rate: '0' } }],
    },
    {
      why: 'zero rated, and yet a rate',
      line: { vatCategory: 'Z', vatRate: '25' },
      finds: [{ field: 'vatCategory', actual: 'Z', expected: 'S', message: 'untaxed', parameters: { rate: '25' } }],
    },
  ],
  message: {
    taxed: {
      nb: 'Mva-kategorien er {actual} (avgiftspliktig), men satsen {rate:percent}',
      en: 'The VAT category is {actual} (with VAT), but the rate {rate:percent}',
    },
    untaxed: {
      nb: 'Mva-kategorien er {actual} (uten avgift), men satsen {rate:percent}; med sats er den {expected}',
      en: 'The VAT category is {actual} (without VAT), but the rate {rate:percent}; with a rate it is {expected}',
    },
  },
  check({ vatCategory: actual, vatRate }) {
    const kind = vatCategoryKind(actual);
    const parameters = { rate: vatRate };
    if (kind === 'taxed' && isZero(vatRate)) return [{ field: 'vatCategory', actual, message: 'taxed', parameters }];
    if (kind !== 'untaxed' || isZero(vatRate)) return [];
    return [{ field: 'vatCategory', actual, expected: 'S', message: 'untaxed', parameters }];
  },
});
