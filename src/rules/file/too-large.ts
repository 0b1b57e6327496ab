import { LIMIT_NAMES, LIMITS, type LimitName, limitIn } from '../../catalogue/limits.ts';
import type { Text } from '../../catalogue/text.ts';
import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/too-large',
  title: { nb: 'Filen er innenfor grensene for hva som leses', en: 'The file is within the limits of what is read' },
  fault: { nb: 'Filen går over en grense', en: 'The file exceeds a limit' },
  because: {
    nb: 'Uten grenser kan én fil stanse kontrollen av alle andre. Ingen vanlig katalog er i nærheten av dem.',
    en: 'Without limits one file could stop the checks of all others. No ordinary catalogue comes near them.',
  },
  advice: {
    nb: 'Del katalogen i flere filer, eller fjern celler og ark som ikke hører til den. Er en linje for lang, mangler trolig et linjeskift.',
    en: 'Split the catalogue into several files, or take out cells and sheets that do not belong to it. Where a line is too long, a line end is probably missing.',
  },
  source: 'A file that cannot be read whole lets nothing through',
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [{ why: 'a file that can be used' }, { why: 'another fault', fileProblem: 'damaged' }],
  fails: LIMIT_NAMES.map((name) => ({
    why: LIMITS[name].of.en,
    fileProblem: 'tooLarge' as const,
    fileDetail: `${name}=100 xl/worksheets/sheet1.xml`,
    finds: [{ actual: '100', message: name, parameters: { part: ' (xl/worksheets/sheet1.xml)' } }],
  })),
  message: Object.fromEntries(LIMIT_NAMES.map((name) => [name, messageFor(name)])),
  hint: Object.fromEntries(LIMIT_NAMES.map((name) => [name, hintFor(name)])),
  check({ fileProblem }) {
    if (fileProblem?.problem !== 'tooLarge') return [];
    const { row, detail = '' } = fileProblem;
    const met = limitIn(detail);
    if (met === undefined) throw new RangeError(`no limit: ${detail}`);
    const { name, limit, part } = met;
    const parameters = { part: part === undefined ? '' : ` (${part})` };
    return [{ actual: limit, message: name, parameters, ...(row === undefined ? {} : { row }) }];
  },
});

function messageFor(name: LimitName): Text {
  const { of, unit } = LIMITS[name];
  return {
    nb: `Filen går over grensen for ${of.nb}: {actual}${unit.nb}{part}`,
    en: `The file exceeds the limit for ${of.en}: {actual}${unit.en}{part}`,
  };
}

function hintFor(name: LimitName): Text {
  return {
    nb: `Den som kontrollerer, kan flytte grensen med --limit ${name}=TALL`,
    en: `Whoever checks can change the limit with --limit ${name}=NUMBER`,
  };
}
