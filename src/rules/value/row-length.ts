import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'value/row-length',
  title: { nb: 'Raden har like mange celler som overskriftsraden', en: 'The row has as many cells as the heading row' },
  fault: { nb: 'Feil antall celler i raden', en: 'Wrong number of cells in the row' },
  because: {
    nb: 'Et skilletegn inne i en tekst forskyver alt som står etter det, og prisen kan være lest fra feil kolonne.',
    en: 'A delimiter inside a text shifts everything after it, and the price may have been read from the wrong column.',
  },
  advice: {
    nb: 'Sett tekst med skilletegn i anførselstegn, eller send katalogen som Excel (.xlsx).',
    en: 'Put text that contains the delimiter in quotes, or send the catalogue as Excel (.xlsx).',
  },
  source: {
    nb: 'RFC 4180: hver linje bør ha like mange felt',
    en: 'RFC 4180: each line should contain the same number of fields',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    supplier: { severity: 'error', disposition: 'withhold' },
  },
  needs: [],
  // What stands in the wrong column cannot be read there either.
  replaces: ['unit/unknown', 'value/unreadable'],
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
    nb: 'Raden har {actual} celler, men overskriftsraden har {expected}: verdier kan stå i feil kolonne',
    en: 'The row has {actual} cells, but the heading row has {expected}: values may be in the wrong column',
  },
  check({ problems }) {
    if (problems === undefined) return NONE;
    return problems.flatMap((problem) =>
      problem.kind === 'cells' ? [{ actual: String(problem.found), expected: String(problem.expected) }] : [],
    );
  },
});

const NONE: readonly Problem[] = [];
