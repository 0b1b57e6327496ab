import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/row-length',
  title: { nb: 'Raden har like mange celler som overskriftsraden', en: 'The row has as many cells as the heading row' },
  because: {
    nb: 'Et skilletegn inne i en tekst flytter alt etter det én kolonne: prisen kan være blitt noe annet.',
    en: 'A delimiter inside a text moves everything after it by a column: the price may have become something else.',
  },
  advice: {
    nb: 'Sett tekst med skilletegn i anførselstegn, eller eksporter på nytt som Excel.',
    en: 'Put text that holds the delimiter into quotes, or export again as a workbook.',
  },
  source: 'RFC 4180: each line should contain the same number of fields',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  passes: [
    { why: 'as many as there should be', line: { name: 'Penn' } },
    { why: 'a number cell is another matter', line: { problems: [{ kind: 'numberCell', field: 'gtin' }] } },
  ],
  fails: [
    {
      why: 'a semicolon in the name',
      line: { problems: [{ kind: 'cells', found: 13, expected: 12 }] },
      finds: [{ actual: '13', expected: '12' }],
    },
  ],
  message: {
    nb: 'Raden har {actual} celler, overskriftsraden har {expected}: kolonnene er forskjøvet',
    en: 'The row has {actual} cells, the heading row has {expected}: the columns have slipped',
  },
  check({ problems }) {
    if (problems === undefined) return NONE;
    return problems.flatMap((problem) =>
      problem.kind === 'cells' ? [{ actual: String(problem.found), expected: String(problem.expected) }] : [],
    );
  },
});

const NONE: readonly Problem[] = [];
