import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/currency',
  title: { nb: 'Prisen er i avtalens valuta', en: "The price is in the agreement's currency" },
  fault: { nb: 'Annen valuta enn avtalt', en: 'Other currency than agreed' },
  because: {
    nb: 'Et beløp i feil valuta kan ikke sammenlignes med avtalen, og varen bestilles til feil pris.',
    en: 'An amount in the wrong currency cannot be compared with the agreement, and the item is ordered at the wrong price.',
  },
  advice: {
    nb: 'Oppgi prisen i avtalens valuta, og rett valutakoden.',
    en: "Give the price in the agreement's currency, and correct the currency code.",
  },
  source: { nb: 'Avtalen: valuta', en: 'The agreement: currency' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  corrects: true,
  needs: ['agreement', 'agreed'],
  anyColumn: ['currency', 'price'],
  replaces: ['price/change-limit'],
  passes: [
    { why: 'the currency agreed', line: { price: '10', currency: 'NOK' }, agreed: { price: '10' } },
    { why: 'an agreement in euro', line: { price: '10', currency: 'EUR' }, agreed: { price: '10', currency: 'EUR' } },
  ],
  fails: [
    {
      why: 'Swedish kronor where Norwegian are agreed',
      line: { price: '10', currency: 'SEK' },
      agreed: { price: '10' },
      finds: [{ field: 'currency', actual: 'SEK', expected: 'NOK', message: 'another' }],
    },
    {
      why: 'no currency, and the article is agreed in another than the agreement',
      line: { price: '10' },
      agreed: { price: '10', currency: 'EUR' },
      finds: [{ field: 'currency', expected: 'EUR', message: 'notGiven', parameters: { assumed: 'NOK' } }],
    },
    { why: 'without a price, too', line: { currency: 'EUR' }, agreed: { price: '10' } },
  ],
  message: {
    another: {
      nb: 'Prisen er i {actual}, men avtalt pris er i {expected}',
      en: 'The price is in {actual}, but the agreed price is in {expected}',
    },
    notGiven: {
      nb: 'Prisen er uten valuta og regnes i {assumed}, men avtalt pris er i {expected}',
      en: 'The price has no currency and is taken to be in {assumed}, but the agreed price is in {expected}',
    },
  },
  check({ currency, price, unreadable }, { agreement, agreed: { article, agreedPrice } }) {
    if (currency === undefined && (price === undefined || unreadable?.currency !== undefined)) return [];
    if ((currency ?? agreement.currency) === article.currency) return [];
    return [
      {
        field: 'currency',
        ...(currency === undefined
          ? { message: 'notGiven', parameters: { assumed: agreement.currency } }
          : { message: 'another', actual: currency }),
        expected: article.currency,
        ...(agreedPrice === undefined ? {} : { correction: { price: agreedPrice, currency: article.currency } }),
      },
    ];
  },
});
