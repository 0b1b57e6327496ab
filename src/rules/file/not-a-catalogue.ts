import { FILE_KINDS } from '../../catalogue/file-kinds.ts';
import { catalogueRule } from '../../engine/rule.ts';

/** What the reader says it met, and the message for it. */
const MESSAGE_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(FILE_KINDS).map((kind) => [kind, kind])),
  PDF: 'pdf',
  XML: 'xml',
  'Punch Out': 'punchOut',
  'UBL CataloguePricingUpdate': 'prices',
};

/** Any other document of UBL: an order, an invoice. */
const OTHER_UBL = /^UBL (\w+)$/;

export default catalogueRule({
  id: 'file/not-a-catalogue',
  title: { nb: 'Filen er en katalog', en: 'The file is a catalogue' },
  fault: { nb: 'Ikke en katalog', en: 'Not a catalogue' },
  because: {
    nb: 'Bare en katalog i et kjent format kan kontrolleres.',
    en: 'Only a catalogue in a known format can be checked.',
  },
  advice: {
    nb: 'Send hele katalogen som Peppol-/EHF-katalog (XML), CSV (UTF-8) eller Excel (.xlsx), ikke som PDF, bilde eller e-post.',
    en: 'Send the whole catalogue as a Peppol or EHF catalogue (XML), CSV (UTF-8) or Excel (.xlsx), not as a PDF, a picture or an e-mail.',
  },
  source: {
    nb: 'En fil som ikke kan leses i sin helhet, slipper ingenting gjennom',
    en: 'A file that cannot be read whole lets nothing through',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'noHeadings' }],
  fails: [
    { why: 'bytes that are no text', fileProblem: 'notACatalogue', finds: [{ message: 'other' }] },
    { why: 'a PDF', fileProblem: 'notACatalogue', fileDetail: 'PDF', finds: [{ actual: 'PDF', message: 'pdf' }] },
    ...Object.keys(FILE_KINDS).map((kind) => ({
      why: `a file of another kind: ${kind}`,
      fileProblem: 'notACatalogue' as const,
      fileDetail: kind,
      finds: [{ actual: kind, message: kind }],
    })),
    {
      why: 'XML, or a web page',
      fileProblem: 'notACatalogue',
      fileDetail: 'XML',
      finds: [{ actual: 'XML', message: 'xml' }],
    },
    {
      why: 'items for one order',
      fileProblem: 'notACatalogue',
      fileDetail: 'Punch Out',
      finds: [{ actual: 'Punch Out', message: 'punchOut' }],
    },
    {
      why: 'new prices alone',
      fileProblem: 'notACatalogue',
      fileDetail: 'UBL CataloguePricingUpdate',
      finds: [{ actual: 'UBL CataloguePricingUpdate', message: 'prices' }],
    },
    {
      why: 'an invoice',
      fileProblem: 'notACatalogue',
      fileDetail: 'UBL Invoice',
      finds: [{ actual: 'UBL Invoice', message: 'ubl', parameters: { document: 'Invoice' } }],
    },
  ],
  message: {
    ...FILE_KINDS,
    other: {
      nb: 'Filen er ikke en katalog i et format som kan leses',
      en: 'The file is not a catalogue in a format that can be read',
    },
    pdf: {
      nb: 'Filen er en PDF. Send katalogen som CSV eller Excel (.xlsx)',
      en: 'The file is a PDF. Send the catalogue as CSV or Excel (.xlsx)',
    },
    xml: {
      nb: 'Filen er en nettside, eller XML som ikke er en katalog i et kjent format',
      en: 'The file is a web page, or XML that is not a catalogue in a known format',
    },
    punchOut: {
      nb: 'Filen er en Punch Out-melding: varer til én bestilling, ikke en katalog',
      en: 'The file is a Punch Out message: items for one order, not a catalogue',
    },
    prices: {
      nb: 'Filen er en prisoppdatering (CataloguePricingUpdate): den har bare priser. Send hele katalogen med de nye prisene',
      en: 'The file is a price update (CataloguePricingUpdate): it has prices only. Send the whole catalogue with the new prices',
    },
    ubl: {
      nb: 'Filen er et UBL-dokument av en annen type ({document}), ikke en katalog',
      en: 'The file is a UBL document of another kind ({document}), not a catalogue',
    },
  },
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'notACatalogue') return [];
    const { row, detail } = fileProblem;
    const known = MESSAGE_OF[detail ?? ''];
    const [, document] = OTHER_UBL.exec(detail ?? '') ?? [];
    const isOther = known === undefined && document !== undefined;
    return [
      {
        ...(row === undefined ? {} : { row }),
        ...(detail === undefined ? {} : { actual: detail }),
        ...(isOther ? { message: 'ubl', parameters: { document } } : { message: known ?? 'other' }),
      },
    ];
  },
});
