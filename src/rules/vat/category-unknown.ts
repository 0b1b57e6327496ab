import { isFormerVatCategory, VAT_CATEGORIES, vatCategoryKind } from '../../code-lists/vat-categories.ts';
import { lineRule } from '../../engine/rule.ts';

const CODES = VAT_CATEGORIES.join(', ');

export default lineRule({
  id: 'vat/category-unknown',
  title: { nb: 'Mva-kategorien er en kode mottakeren kjenner', en: 'The VAT category is a code the receiver knows' },
  fault: { nb: 'Ukjente mva-kategorier', en: 'Unknown VAT categories' },
  because: {
    nb: 'Koder fra leverandørens regnskap sier ikke kjøperen noe, og et katalogdokument med en ukjent kode blir avvist.',
    en: "Codes of the supplier's accounts tell the buyer nothing, and a catalogue document with an unknown code is refused.",
  },
  advice: {
    nb: 'Skriv S for avgiftspliktige varer, med satsen ved siden av. Z, E og de andre er for varer uten avgift.',
    en: 'Write S for goods with VAT, with the rate beside it. Z, E and the others are for goods without.',
  },
  source: {
    nb: 'UN/CEFACT 5305 slik Peppol BIS Catalogue 3 har den; H, R og AA fra EHF Katalog før mai 2022',
    en: 'UN/CEFACT 5305 as in Peppol BIS Catalogue 3; H, R and AA of EHF Catalogue before May 2022',
  },
  sets: {
    recommended: { severity: 'info' },
    strict: { severity: 'warning' },
    supplier: { severity: 'info' },
  },
  needs: ['vatCategory'],
  passes: [
    { why: 'the standard rate', line: { vatCategory: 'S' } },
    { why: 'exempt', line: { vatCategory: 'E' } },
  ],
  fails: [
    {
      why: 'a code of the accounts',
      line: { vatCategory: '3' },
      finds: [{ field: 'vatCategory', actual: '3', message: 'unknown', parameters: { codes: CODES } }],
    },
    {
      why: 'in small letters',
      line: { vatCategory: 's' },
      finds: [{ field: 'vatCategory', actual: 's', expected: 'S', message: 'unknown', parameters: { codes: CODES } }],
    },
    {
      why: 'the high rate, as EHF had it',
      line: { vatCategory: 'H' },
      finds: [{ field: 'vatCategory', actual: 'H', expected: 'S', message: 'former' }],
    },
  ],
  message: {
    unknown: {
      nb: 'Mva-kategorien «{actual}» finnes ikke; kodene er {codes}',
      en: 'There is no VAT category "{actual}"; the codes are {codes}',
    },
    former: {
      nb: 'Mva-kategorien {actual} er gått ut; koden er {expected}, med satsen ved siden av',
      en: 'The VAT category {actual} is no longer in use; the code is {expected}, with the rate beside it',
    },
  },
  check({ vatCategory: actual }) {
    if (vatCategoryKind(actual) !== undefined) return [];
    if (isFormerVatCategory(actual)) return [{ field: 'vatCategory', actual, expected: 'S', message: 'former' }];
    const capitals = actual.toUpperCase();
    const meant = vatCategoryKind(capitals) === undefined ? {} : { expected: capitals };
    return [{ field: 'vatCategory', actual, ...meant, message: 'unknown', parameters: { codes: CODES } }];
  },
});
