import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/null-byte',
  title: { nb: 'Teksten har ingen nullbyte', en: 'The text has no null byte' },
  fault: { nb: 'Nullbyte i teksten', en: 'Null byte in the text' },
  because: {
    nb: 'Mange systemer slutter å lese teksten ved en nullbyte, og resten av linjen går tapt.',
    en: 'Many systems stop reading at a null byte, and the rest of the line is lost.',
  },
  advice: {
    nb: 'Eksporter filen på nytt. Trolig er et felt fylt ut med nuller, eller filen skadet underveis.',
    en: 'Export the file again. A field was probably padded with nulls, or the file damaged on its way.',
  },
  source: { nb: 'En tekstfil har ingen nullbyte', en: 'A text file contains no null byte' },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    { why: 'as it should be', line: { name: 'Rør 24"' } },
    { why: 'another matter', line: { problems: [{ kind: 'cells', found: 13, expected: 12 }] } },
  ],
  fails: [{ why: 'where the reader met it', line: { problems: [{ kind: 'nulByte' }] }, finds: [{}] }],
  message: {
    nb: 'Linjen har en nullbyte, som ikke hører hjemme i tekst',
    en: 'The line has a null byte, which has no place in text',
  },
  check({ problems }) {
    return problems?.some(({ kind }) => kind === 'nulByte') === true ? FOUND : NONE;
  },
});

const NONE: readonly Problem[] = [];
const FOUND: readonly Problem[] = [{}];
