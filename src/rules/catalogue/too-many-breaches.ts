import { catalogueRule, type Problem } from '../../engine/rule.ts';
import { type Breaches, exceeded } from '../../engine/threshold.ts';

const BROKEN = { rule: 'name/length', lines: 12, of: 200 } as const;

export default catalogueRule({
  id: 'catalogue/too-many-breaches',
  title: {
    nb: 'Ingen regel brytes av flere linjer enn regelsettet tillater',
    en: 'No rule is broken by more lines than the rule set allows',
  },
  fault: { nb: 'For mange linjer bryter samme regel', en: 'Too many lines break the same rule' },
  because: {
    nb: 'Noen få feil er slurv; samme feil på mange linjer tyder på at hele katalogen er laget feil.',
    en: 'A few mistakes are slips; the same mistake on many lines says that the whole catalogue was made wrong.',
  },
  advice: {
    nb: 'Se på funnene fra regelen som er nevnt: de har trolig én årsak, som skal rettes der katalogen lages.',
    en: 'Look at the findings of the rule that is named: they probably have one cause, to be corrected where the catalogue is made.',
  },
  source: {
    nb: 'Grensene (`threshold`) som regelsettet setter for en regel',
    en: 'The limits (`threshold`) that the rule set puts on a rule',
  },
  sets: {
    recommended: { severity: 'error', disposition: 'refuse' },
    supplier: { severity: 'error', disposition: 'refuse' },
  },
  needs: [],
  passes: [
    { why: 'exactly the limit', breaches: [{ ...BROKEN, threshold: { error: '6 %' } }] },
    { why: 'a large share, but few lines', breaches: [{ ...BROKEN, threshold: { error: '1 %', atLeast: 13 } }] },
    { why: 'no limit is set', breaches: [{ ...BROKEN, threshold: {} }] },
  ],
  fails: [
    {
      why: 'a share above the limit refuses the catalogue',
      breaches: [{ ...BROKEN, threshold: { warning: '1 %', error: '5 %' } }],
      finds: [
        { message: 'share', parameters: { rule: 'name/length', lines: '12', of: '200', percent: '6', limit: '5' } },
      ],
    },
    {
      why: 'above the lower limit only: a warning',
      breaches: [{ ...BROKEN, threshold: { warning: '1 %', error: '10 %' } }],
      finds: [
        {
          severity: 'warning',
          message: 'share',
          parameters: { rule: 'name/length', lines: '12', of: '200', percent: '6', limit: '1' },
        },
      ],
    },
    {
      why: 'more lines than the number allowed',
      breaches: [{ ...BROKEN, threshold: { error: '10' } }],
      finds: [{ message: 'count', parameters: { rule: 'name/length', lines: '12', of: '200', limit: '10' } }],
    },
  ],
  message: {
    share: {
      nb: '{lines:decimal} av {of:decimal} linjer ({percent:percent}) bryter {rule}; grensen er {limit:percent}',
      en: '{lines:decimal} of {of:decimal} lines ({percent:percent}) break {rule}; the limit is {limit:percent}',
    },
    count: {
      nb: '{lines:decimal} av {of:decimal} linjer bryter {rule}; grensen er {limit:decimal} linjer',
      en: '{lines:decimal} of {of:decimal} lines break {rule}; the limit is {limit:decimal} lines',
    },
  },
  check: ({ breaches = [] }) => breaches.flatMap(tooMany),
});

function tooMany(breaches: Breaches): readonly Problem[] {
  const found = exceeded(breaches);
  if (found === undefined) return [];
  const { level, limit, percent } = found;
  const { rule, lines, of } = breaches;
  const figures = { rule, lines: String(lines), of: String(of), limit: limit.value };
  return [
    {
      ...(level === 'warning' ? { severity: level } : {}),
      message: limit.kind === 'percent' ? 'share' : 'count',
      parameters: limit.kind === 'percent' ? { ...figures, percent } : figures,
    },
  ];
}
