import { DAMAGES, damageIn } from '../../catalogue/damage.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/damaged',
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
  source: 'A file that cannot be read whole lets nothing through',
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'cutOff' }],
  fails: Object.entries(DAMAGES).map(([what, { en }]) => {
    const where = en.includes('{where}') ? 'xl/workbook.xml' : undefined;
    return {
      why: shown(en).replace('{actual}', 'a part'),
      fileProblem: 'damaged' as const,
      fileDetail: where === undefined ? what : `${what} ${where}`,
      finds: [{ message: what, ...(where === undefined ? {} : { actual: where }) }],
    };
  }),
  message: Object.fromEntries(
    Object.entries(DAMAGES).map(([what, { nb, en }]) => [
      what,
      { nb: `Filen er skadet. ${shown(nb)}`, en: `The file is damaged. ${shown(en)}` },
    ]),
  ),
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'damaged') return [];
    const { row, detail = '' } = fileProblem;
    const met = damageIn(detail);
    if (met === undefined) throw new RangeError(`no damage: ${detail}`);
    const { what, where } = met;
    return [{ message: what, ...(where === '' ? {} : { actual: where }), ...(row === undefined ? {} : { row }) }];
  },
});

function shown(words: string): string {
  return words.replace('{where}', '{actual}');
}
