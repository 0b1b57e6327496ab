import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/stray-quote',
  title: { nb: 'Det står ingenting bak et sluttende anførselstegn', en: 'There is no text after a closing quote' },
  fault: { nb: 'Tekst bak anførselstegn', en: 'Text behind a closing quote' },
  because: {
    nb: 'Andre systemer kan lese cellen annerledes, eller avvise filen.',
    en: 'Other systems may read the cell otherwise, or reject the file.',
  },
  advice: {
    nb: 'Skriv anførselstegn inne i en celle dobbelt, for eksempel "Rør 24"" grå".',
    en: 'Double the quotes within a cell, such as "Pipe 24"" grey".',
  },
  source: {
    nb: 'RFC 4180: et anførselstegn inne i en celle dobles, og cellen settes i anførselstegn',
    en: 'RFC 4180: a quote within a cell is doubled, and the cell enclosed in quotes',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: [],
  passes: [
    { why: 'as it should be', line: { name: 'Rør 24"' } },
    { why: 'another matter', line: { problems: [{ kind: 'cells', found: 13, expected: 12 }] } },
  ],
  fails: [{ why: 'where the reader met it', line: { problems: [{ kind: 'strayQuote' }] }, finds: [{}] }],
  message: {
    nb: 'Det står tekst bak et sluttende anførselstegn: cellen er lest som den står',
    en: 'There is text after a closing quote: the cell was read as it is',
  },
  check({ problems }) {
    return problems?.some(({ kind }) => kind === 'strayQuote') === true ? FOUND : NONE;
  },
});

const NONE: readonly Problem[] = [];
const FOUND: readonly Problem[] = [{}];
