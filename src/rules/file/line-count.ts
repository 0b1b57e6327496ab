import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/line-count',
  title: { nb: 'Filen har så mange linjer som den oppgir', en: 'The file has as many lines as it declares' },
  fault: { nb: 'Antall linjer stemmer ikke', en: 'The number of lines does not agree' },
  because: {
    nb: 'Linjer kan ha falt ut da filen ble laget eller sendt, og mottakere som teller, avviser den.',
    en: 'Lines may have been lost when the file was made or sent, and receivers that count them reject it.',
  },
  advice: {
    nb: 'Eksporter katalogen på nytt. Er filen rettet for hånd, må antallet øverst i filen (ITEMCOUNT) rettes også.',
    en: 'Export the catalogue again. If the file was edited by hand, correct the count at the top of it (ITEMCOUNT) too.',
  },
  source: 'Ariba CIF 3.0, ITEMCOUNT',
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [
    { why: 'it says nothing of it, or what is so' },
    { why: 'another remark', remarks: [{ kind: 'wrongEncoding', declared: 'UTF-8', actual: 'WINDOWS-1252' }] },
  ],
  fails: [
    {
      why: 'one line was lost',
      remarks: [{ kind: 'lineCount', declared: 12, actual: 11 }],
      finds: [{ actual: '11', expected: '12' }],
    },
  ],
  message: {
    nb: 'Filen oppgir {expected} linjer, men har {actual}',
    en: 'The file declares {expected} lines but has {actual}',
  },
  check({ remarks = [] }) {
    return remarks.flatMap((remark) =>
      remark.kind === 'lineCount' ? [{ actual: String(remark.actual), expected: String(remark.declared) }] : [],
    );
  },
});
