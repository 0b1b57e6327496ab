import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'class/unlike-agreed',
  title: {
    nb: 'UNSPSC-koden er den avtalte varens',
    en: 'The UNSPSC code is that of the agreed item',
  },
  fault: { nb: 'Annen UNSPSC-kode enn i avtalen', en: 'UNSPSC code other than agreed' },
  because: {
    nb: 'Med en annen kode havner kjøpet i feil varegruppe, og krav om miljømerke kan falle bort.',
    en: 'Under another code the purchase lands in the wrong product group, and a demand for an eco-label may be lost.',
  },
  advice: {
    nb: 'Bruk koden fra prislisten i avtalen, eller ta opp med avtaleforvalteren at den er feil.',
    en: 'Use the code of the agreed price list, or tell the agreement manager that it is wrong.',
  },
  source: { nb: 'Den avtalte prislisten: UNSPSC', en: 'The agreed price list: UNSPSC' },
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', disposition: 'withhold' },
  },
  needs: ['unspsc', 'agreed'],
  passes: [
    { why: 'the same', line: { unspsc: '47131801' }, agreed: { unspsc: '47131801' } },
    { why: 'only more precise', line: { unspsc: '47131801' }, agreed: { unspsc: '47131800' } },
    { why: 'only less precise', line: { unspsc: '47130000' }, agreed: { unspsc: '47131801' } },
    { why: 'the list has none', line: { unspsc: '47131801' }, agreed: {} },
    { why: 'what is no code is told by class/unspsc-format', line: { unspsc: '4713' }, agreed: { unspsc: '44121701' } },
  ],
  fails: [
    {
      why: 'a cleaner sold as a cloth',
      line: { unspsc: '47131502' },
      agreed: { unspsc: '47131801' },
      finds: [{ field: 'unspsc', actual: '47131502', expected: '47131801' }],
    },
  ],
  message: {
    nb: 'UNSPSC er {actual}, men avtalen har varen under {expected}',
    en: 'UNSPSC is {actual}, but the agreement has the item under {expected}',
  },
  check({ unspsc }, { agreed }) {
    const expected = agreed.article.unspsc;
    if (expected === undefined || expected === unspsc || !CODE.test(unspsc) || !CODE.test(expected)) return NONE;
    const [offered, listed] = [unspscPrefix(unspsc), unspscPrefix(expected)];
    if (offered.startsWith(listed) || listed.startsWith(offered)) return NONE;
    return [{ field: 'unspsc', actual: unspsc, expected }];
  },
});

const NONE: readonly Problem[] = [];
const CODE = /^\d{8}$/;
