import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/unreadable-line',
  title: { nb: 'Linjen kan leses', en: 'The line can be read' },
  fault: { nb: 'Linjen kan ikke leses', en: 'The line cannot be read' },
  because: {
    nb: 'Av en ødelagt linje er verken vare eller pris kjent.',
    en: 'Of a broken line neither article nor price is known.',
  },
  advice: {
    nb: 'Skriv linjen på nytt: ett helt JSON-objekt på én linje, slik som {"itemNumber": "100", "price": 49.90}.',
    en: 'Write the line anew: one whole JSON object on one line, such as {"itemNumber": "100", "price": 49.90}.',
  },
  source: { nb: 'JSON Lines: hver linje er en gyldig JSON-verdi', en: 'JSON Lines: each line is a valid JSON value' },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    { why: 'a line with values', line: { name: 'Penn' } },
    { why: 'another problem of its row', line: { problems: [{ kind: 'cells', found: 13, expected: 12 }] } },
  ],
  fails: [
    {
      why: 'a brace is missing',
      line: { problems: [{ kind: 'broken', text: '{"name": "Penn"' }] },
      finds: [{ actual: '{"name": "Penn"' }],
    },
  ],
  message: {
    nb: 'Linjen er ikke et helt JSON-objekt: {actual}',
    en: 'The line is no whole JSON object: {actual}',
  },
  check({ problems }) {
    if (problems === undefined) return NONE;
    return problems.flatMap((problem) => (problem.kind === 'broken' ? [{ actual: problem.text }] : []));
  },
});

const NONE: readonly Problem[] = [];
