import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/legacy-workbook',
  problem: 'legacyWorkbook',
  unlike: 'encrypted',
  title: {
    nb: 'Arbeidsboken er i dagens Excel-format (.xlsx)',
    en: 'The workbook is in the current Excel format (.xlsx)',
  },
  fault: { nb: 'Gammelt Excel-format (.xls)', en: 'Old Excel format (.xls)' },
  because: { nb: 'Det gamle formatet kan ikke leses sikkert.', en: 'The old format cannot be read reliably.' },
  advice: {
    nb: 'Åpne filen i Excel og lagre den som «Excel-arbeidsbok (.xlsx)» eller CSV.',
    en: 'Open the file in Excel and save it as "Excel Workbook (.xlsx)" or CSV.',
  },
  message: {
    nb: 'Filen er en arbeidsbok i gammelt format (.xls)',
    en: 'The file is a workbook in the old format (.xls)',
  },
});
