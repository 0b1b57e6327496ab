import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/encrypted',
  problem: 'encrypted',
  unlike: 'legacyWorkbook',
  title: { nb: 'Filen kan åpnes uten passord', en: 'The file opens without a password' },
  fault: { nb: 'Passordbeskyttet fil', en: 'Password-protected file' },
  because: { nb: 'En låst fil kan ikke kontrolleres.', en: 'A locked file cannot be checked.' },
  advice: {
    nb: 'Lagre filen uten passord og send den på nytt.',
    en: 'Save the file without a password and send it again.',
  },
  message: { nb: 'Filen er beskyttet med passord', en: 'The file is protected with a password' },
});
