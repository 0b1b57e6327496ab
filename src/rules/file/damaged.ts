import { fileRule } from './file-rule.ts';

export default fileRule({
  id: 'file/damaged',
  problem: 'damaged',
  unlike: 'cutOff',
  title: { nb: 'Filen er uskadet', en: 'The file is intact' },
  fault: { nb: 'Skadet fil', en: 'Damaged file' },
  because: {
    nb: 'I en skadet fil kan linjer mangle eller være endret uten at det synes.',
    en: 'In a damaged file, lines may be missing or changed without anyone noticing.',
  },
  advice: {
    nb: 'Åpne filen, lagre den på nytt, og send den igjen.',
    en: 'Open the file, save it again, and send it once more.',
  },
  message: { nb: 'Filen er skadet og kan ikke leses', en: 'The file is damaged and cannot be read' },
});
