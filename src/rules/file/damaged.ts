import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/damaged',
  problem: 'damaged',
  unlike: 'cutOff',
  title: { nb: 'Filen er hel', en: 'The file is sound' },
  because: {
    nb: 'I en skadet fil kan linjer mangle eller være endret uten at det synes.',
    en: 'In a damaged file lines may be missing or changed without a trace.',
  },
  advice: {
    nb: 'Åpne filen, lagre den på nytt, og send den igjen.',
    en: 'Open the file, save it anew, and send it again.',
  },
  message: { nb: 'Filen er skadet og kan ikke leses', en: 'The file is damaged and cannot be read' },
});
