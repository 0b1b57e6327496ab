import { type CatalogueProblem, catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/older-generation',
  title: {
    nb: 'Katalogdokumentet følger en spesifikasjon som er i bruk',
    en: 'The catalogue document follows a specification that is in use',
  },
  fault: { nb: 'Katalogdokument av eldre generasjon', en: 'Catalogue document of an older generation' },
  because: {
    nb: 'Bestillingssystemer og aksesspunkter kan avvise dokumenter og koder fra en spesifikasjon som er utgått.',
    en: 'Ordering systems and access points may reject documents and codes of a specification that was retired.',
  },
  advice: {
    nb: 'Send katalogen som Peppol BIS Catalogue 3 eller EHF Catalogue 3.0, med kodene derfra: GTIN med schemeID 0160, UNSPSC med listID TST.',
    en: 'Send the catalogue as Peppol BIS Catalogue 3 or EHF Catalogue 3.0, with their codes: GTIN with schemeID 0160, UNSPSC with listID TST.',
  },
  source: {
    nb: 'Peppol BIS Catalogue 3 og EHF Catalogue 3.0; EHF Catalogue 1.0 gikk ut 2022-05-01',
    en: 'Peppol BIS Catalogue 3 and EHF Catalogue 3.0; EHF Catalogue 1.0 ended on 2022-05-01',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [
    { why: 'of today' },
    { why: 'another remark', remarks: [{ kind: 'wrongEncoding', declared: 'UTF-8', actual: 'WINDOWS-1252' }] },
  ],
  fails: [
    {
      why: 'a document of 2018',
      remarks: [{ kind: 'olderGeneration', specification: 'EHF Katalog 1.0' }],
      finds: [{ actual: 'EHF Katalog 1.0', message: 'document' }],
    },
    {
      why: 'a document of today with a code of its forerunner',
      remarks: [{ kind: 'olderCode', code: 'schemeID="GTIN"', row: 40 }],
      finds: [{ actual: 'schemeID="GTIN"', message: 'code' }],
    },
  ],
  message: {
    document: {
      nb: 'Dokumentet er av en eldre generasjon: {actual}. Det er lest likevel',
      en: 'The document is of an older generation: {actual}. It was read all the same',
    },
    code: {
      nb: 'Koden {actual} er fra en eldre kodeliste. Den er forstått likevel',
      en: 'The code {actual} is of an older code list. It was understood all the same',
    },
  },
  check({ remarks = [] }) {
    return remarks.flatMap((remark): readonly CatalogueProblem[] => {
      if (remark.kind === 'olderGeneration') return [{ actual: remark.specification, message: 'document' }];
      return remark.kind === 'olderCode' ? [{ actual: remark.code, message: 'code', row: remark.row }] : [];
    });
  },
});
