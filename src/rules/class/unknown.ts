import { unspscPrefix } from '../../catalogue/unspsc.ts';
import { type ClassList, preparedOnce } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const LIST = { classes: { version: '26.0801', codes: ['44000000', '44120000', '44121700', '44121701'] } };

export default lineRule({
  id: 'class/unknown',
  title: { nb: 'UNSPSC-koden finnes', en: 'The UNSPSC code exists' },
  fault: { nb: 'UNSPSC-kode som ikke finnes', en: 'UNSPSC code that does not exist' },
  because: {
    nb: 'En kode som ikke finnes, kan verken telles med i varegruppen eller holdes mot avtalens krav.',
    en: 'A code that does not exist can neither be counted under a product group nor compared with the demands of the agreement.',
  },
  advice: {
    nb: 'Slå opp koden i UNSPSC-listen. Den kan være feilskrevet, eller fra en annen versjon.',
    en: 'Look the code up in the UNSPSC list. It may be mistyped, or of another version.',
  },
  source: {
    nb: 'UNSPSC-listen som avtalen peker på (unspsc)',
    en: 'The UNSPSC list that the agreement names (unspsc)',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['unspsc', 'classList'],
  passes: [
    { why: 'listed', line: { unspsc: '44121701' }, references: LIST },
    { why: 'a level above', line: { unspsc: '44120000' }, references: LIST },
    { why: 'what is no code is told by class/unspsc-format', line: { unspsc: '4412170' }, references: LIST },
    { why: 'no list to look it up in', line: { unspsc: '44121799' } },
  ],
  fails: [
    {
      why: 'no such commodity in a class that exists',
      line: { unspsc: '44121799' },
      references: LIST,
      finds: [{ field: 'unspsc', actual: '44121799', message: 'within', parameters: { level: '44121700' } }],
    },
    {
      why: 'not even the segment exists',
      line: { unspsc: '99121701' },
      references: LIST,
      finds: [{ field: 'unspsc', actual: '99121701', message: 'nowhere' }],
    },
  ],
  message: {
    within: {
      nb: 'UNSPSC {actual} står ikke i listen; det nærmeste nivået over er {level}',
      en: 'UNSPSC {actual} is not in the list; the nearest level above it is {level}',
    },
    nowhere: { nb: 'UNSPSC {actual} står ikke i listen', en: 'UNSPSC {actual} is not in the list' },
  },
  check({ unspsc }, { references }) {
    const classes = references?.classes;
    if (classes === undefined || known(classes).has(unspsc) || !CODE.test(unspsc)) return NONE;
    const level = levelAbove(unspsc, known(classes));
    const about = { field: 'unspsc', actual: unspsc } as const;
    return [
      level === undefined ? { ...about, message: 'nowhere' } : { ...about, message: 'within', parameters: { level } },
    ];
  },
});

const NONE: readonly Problem[] = [];
const CODE = /^\d{8}$/;

/** Levels above the codes count, too: many lists hold commodities only. */
const known = preparedOnce(({ codes }: ClassList): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const code of codes) for (let digits = 2; digits <= 8; digits += 2) all.add(padded(code.slice(0, digits)));
  return all;
});

function levelAbove(code: string, all: ReadonlySet<string>): string | undefined {
  for (let digits = unspscPrefix(code).length - 2; digits >= 2; digits -= 2) {
    const level = padded(code.slice(0, digits));
    if (all.has(level)) return level;
  }
  return undefined;
}

function padded(prefix: string): string {
  return prefix.padEnd(8, '0');
}
