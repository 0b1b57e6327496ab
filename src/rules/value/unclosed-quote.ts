import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/unclosed-quote',
  title: { nb: 'Anførselstegn som åpnes, blir også lukket', en: 'Quotes that are opened are closed' },
  fault: { nb: 'Anførselstegn som ikke lukkes', en: 'Quotes that are not closed' },
  because: {
    nb: 'Uten sluttegnet er det uvisst hvor cellen slutter, og verdier kan stå i feil kolonne.',
    en: 'Without the closing one nobody knows where the cell ends, and values may be in the wrong column.',
  },
  advice: {
    nb: 'Lukk anførselstegnet, eller skriv det dobbelt der det hører til teksten.',
    en: 'Close the quote, or double it where it belongs to the text.',
  },
  source: {
    nb: 'RFC 4180: et anførselstegn inne i en celle dobles, og cellen settes i anførselstegn',
    en: 'RFC 4180: a quote within a cell is doubled, and the cell enclosed in quotes',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  // What stands in the wrong column cannot be read there either.
  replaces: ['value/row-length', 'unit/unknown', 'value/unreadable'],
  passes: [
    { why: 'as it should be', line: { name: 'Rør 24"' } },
    { why: 'another matter', line: { problems: [{ kind: 'cells', found: 13, expected: 12 }] } },
  ],
  fails: [{ why: 'where the reader met it', line: { problems: [{ kind: 'unclosedQuote' }] }, finds: [{}] }],
  message: {
    nb: 'Et anførselstegn åpner en celle og lukkes ikke: linjen er lest for seg, og verdier kan stå i feil kolonne',
    en: 'A quote opens a cell and is not closed: the line was read by itself, and values may be in the wrong column',
  },
  check({ problems }) {
    return problems?.some(({ kind }) => kind === 'unclosedQuote') === true ? FOUND : NONE;
  },
});

const NONE: readonly Problem[] = [];
const FOUND: readonly Problem[] = [{}];
