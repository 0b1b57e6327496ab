import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/legacy-workbook',
  title: {
    nb: 'Arbeidsboken er i dagens Excel-format (.xlsx)',
    en: 'The workbook is in the current Excel format (.xlsx)',
  },
  fault: { nb: 'Regneark som ikke er .xlsx', en: 'A spreadsheet that is no .xlsx' },
  because: {
    nb: 'Andre regnearkformater kan ikke leses sikkert.',
    en: 'Other spreadsheet formats cannot be read reliably.',
  },
  advice: {
    nb: 'Åpne filen i Excel eller LibreOffice og lagre den som «Excel-arbeidsbok (.xlsx)» eller CSV.',
    en: 'Open the file in Excel or LibreOffice and save it as "Excel Workbook (.xlsx)" or CSV.',
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
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'encrypted' }],
  fails: [
    {
      why: 'a workbook of Excel 97 to 2003',
      fileProblem: 'legacyWorkbook',
      fileDetail: 'xls',
      finds: [{ actual: 'xls', message: 'xls' }],
    },
    {
      why: 'a binary workbook',
      fileProblem: 'legacyWorkbook',
      fileDetail: 'xlsb',
      finds: [{ actual: 'xlsb', message: 'xlsb' }],
    },
    {
      why: 'a spreadsheet of LibreOffice',
      fileProblem: 'legacyWorkbook',
      fileDetail: 'ods',
      finds: [{ actual: 'ods', message: 'ods' }],
    },
  ],
  message: {
    xls: {
      nb: 'Filen er en arbeidsbok i gammelt format (.xls). Lagre den som .xlsx',
      en: 'The file is a workbook in the old format (.xls). Save it as .xlsx',
    },
    xlsb: {
      nb: 'Filen er en binær arbeidsbok (.xlsb). Lagre den som .xlsx',
      en: 'The file is a binary workbook (.xlsb). Save it as .xlsx',
    },
    ods: {
      nb: 'Filen er et OpenDocument-regneark (.ods). Lagre den som .xlsx',
      en: 'The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx',
    },
  },
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'legacyWorkbook') return [];
    const { detail = 'xls' } = fileProblem;
    return [{ actual: detail, message: detail }];
  },
});
