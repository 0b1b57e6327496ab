import { isNegative, isZero } from '../../catalogue/decimal.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'price/not-positive',
  title: { nb: 'Prisen er over null', en: 'The price is above zero' },
  fault: { nb: 'Prisen er null eller negativ', en: 'The price is zero or negative' },
  because: {
    nb: 'Null står ofte for «vet ikke», men varen kan bli bestilt som gratis.',
    en: 'Zero often means "not known", but the item may be ordered as free of charge.',
  },
  advice: { nb: 'Fyll inn det varen faktisk koster.', en: 'Fill in what the item really costs.' },
  source: {
    nb: 'Peppol BIS Catalogue 3 forbyr negative priser; null avvises for skaden det gjør',
    en: 'Peppol BIS Catalogue 3 forbids negative prices; zero is refused for the harm it does',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['price'],
  replaces: ['price/change-limit'],
  passes: [{ why: 'one øre', line: { price: '0.01' } }],
  fails: [
    { why: 'zero', line: { price: '0.00' }, finds: [{ field: 'price', actual: '0' }] },
    { why: 'below zero', line: { price: '-12.50' }, finds: [{ field: 'price', actual: '-12.5' }] },
  ],
  message: {
    nb: 'Prisen er {actual:money}; den må være over null',
    en: 'The price is {actual:money}; it must be above zero',
  },
  check({ price }) {
    return isZero(price) || isNegative(price) ? [{ field: 'price', actual: price }] : [];
  },
});
