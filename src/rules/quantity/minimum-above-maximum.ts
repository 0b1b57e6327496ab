import { compare } from '../../catalogue/decimal.ts';
import { lineRule } from '../../engine/rule.ts';

export default lineRule({
  id: 'quantity/minimum-above-maximum',
  title: {
    nb: 'Minste bestilling er ikke større enn største',
    en: 'The minimum order quantity is not above the maximum',
  },
  fault: { nb: 'Minste bestilling er større enn største', en: 'Minimum order quantity above the maximum' },
  because: { nb: 'Ingen mengde er lov å bestille.', en: 'There is no quantity that may be ordered.' },
  advice: {
    nb: 'Rett den ene. Er det ingen øvre grense, skal feltet for den stå tomt.',
    en: 'Correct one of them. If there is no upper limit, leave its field empty.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3: minste og største bestilling',
    en: 'Peppol BIS Catalogue 3: minimum and maximum order quantity',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['minOrderQuantity', 'maxOrderQuantity'],
  passes: [
    { why: 'a range', line: { minOrderQuantity: '1', maxOrderQuantity: '100' } },
    { why: 'exactly one quantity', line: { minOrderQuantity: '10', maxOrderQuantity: '10.0' } },
    {
      why: 'zero is what exports write where there is no limit',
      line: { minOrderQuantity: '5', maxOrderQuantity: '0' },
    },
  ],
  fails: [
    {
      why: 'the two were swapped',
      line: { minOrderQuantity: '100', maxOrderQuantity: '9' },
      finds: [{ field: 'minOrderQuantity', actual: '100', parameters: { maximum: '9' } }],
    },
  ],
  message: {
    nb: 'Minste bestilling er {actual}, men største er {maximum:decimal}',
    en: 'The minimum order quantity is {actual}, but the maximum is {maximum:decimal}',
  },
  check({ minOrderQuantity, maxOrderQuantity }) {
    if (compare(minOrderQuantity, maxOrderQuantity) <= 0 || Number(maxOrderQuantity) === 0) return [];
    return [{ field: 'minOrderQuantity', actual: minOrderQuantity, parameters: { maximum: maxOrderQuantity } }];
  },
});
