/** What files and overrides say, down to what a line meets. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { OperationalError } from '../catalogue/error.ts';
import { FIELD_NAMES } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { newGroupIndex } from '../decision/group-index.ts';
import { askingContext, checkLine } from './check-line.ts';
import { addCounts, lineQuestions, takeCounts } from './line-questions.ts';
import type { RunFacts } from './override-conditions.ts';
import { plainRules, rulesFrom } from './plain-rules.ts';
import { notAnswered, prepareRules } from './prepare-rules.ts';
import { catalogueRule, groupRule, lineRule, type Rule } from './rule.ts';
import { builtInRuleSet, loadRuleSet, ruleSetFor } from './rule-set.ts';

const words = { nb: 'ord', en: 'words' };
const facts = {
  title: words,
  fault: words,
  because: words,
  advice: words,
  source: '',
  passes: [],
  fails: [],
  message: words,
};

/** Remarks on every line, with its option. */
const remarks = (id: string, severity: 'error' | 'warning' | 'off'): Rule =>
  lineRule({
    ...facts,
    id,
    sets: { recommended: { severity } },
    needs: [],
    options: { properties: { most: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' } }, defaults: { most: '1' } },
    check: (_, { options }) => [{ actual: String(options.most) }],
  });
const duplicate = groupRule({
  ...facts,
  id: 'name/duplicate',
  sets: { recommended: { severity: 'warning' } },
  needs: ['name'],
  keys: { name: ({ name }) => name },
  check: (members) => members.map((member) => ({ member })),
});
const whole = catalogueRule({
  ...facts,
  id: 'file/whole',
  sets: { recommended: { severity: 'error' } },
  needs: [],
  check: () => [],
});
const rules: readonly Rule[] = [
  whole,
  duplicate,
  remarks('a/error', 'error'),
  remarks('a/off', 'off'),
  remarks('a/warning', 'warning'),
];

const folder = temporaryFolder();

const AGREEMENT: RunFacts = {
  agreement: { number: '2026/114', supplier: { name: 'Fjord AS', organisationNumber: '912345678' } },
};

async function loaded(files: Readonly<Record<string, string>>, run: RunFacts = AGREEMENT) {
  for (const [name, body] of Object.entries(files)) await writeFile(join(folder.path, name), `version: 1\n${body}`);
  await writeFile(join(folder.path, 'recommended.yaml'), JSON.stringify(builtInRuleSet('recommended', rules)));
  const sources = { rules, builtInFolder: folder.path, relativeTo: folder.path };
  return ruleSetFor(await loadRuleSet('own.yaml', sources), run);
}

/** What a line meets: rule, severity, option. */
async function met(files: Readonly<Record<string, string>> | string, line: Omit<CatalogueLine, 'row'>, run?: RunFacts) {
  const prepared = preparedRules(await loaded(typeof files === 'string' ? own(files) : files, run));
  // As another thread would ask.
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const plain = rulesFrom(structuredClone(plainRules(prepared)), (id) => byId.get(id));
  const found = checkLine(
    { row: 2, ...line },
    askingContext({ asOf: '2026-01-01' }, undefined, undefined),
    lineQuestions(plain),
    true,
  );
  return found.map(({ rule, severity, problem }) => `${rule} ${severity} ${problem.actual}`);
}

const preparedRules = (ruleSet: Awaited<ReturnType<typeof loaded>>) =>
  prepareRules(ruleSet, { needs: new Set(), fields: new Set(FIELD_NAMES), usable: true });

const own = (body: string) => ({ 'own.yaml': `extends: katalogvakt:recommended\n${body}` });

describe('an override', () => {
  const by = (when: string, said: string) => `overrides:\n  - { when: { ${when} }, rules: { ${said} } }\n`;
  const usual = ['a/error error 1', 'a/warning warning 1'];

  it.each([
    ['makes a rule milder', 'a/error: warning', ['a/error warning 1', 'a/warning warning 1']],
    ['switches one off', 'a/error: off', ['a/warning warning 1']],
    ['switches one on', 'a/off: error', ['a/error error 1', 'a/off error 1', 'a/warning warning 1']],
    ['gives options and leaves the rest', 'a/error: { most: 7 }', ['a/error error 7', 'a/warning warning 1']],
  ])('%s for the lines it is for, and no others', async (_, said, there) => {
    const ruleSet = by('unspsc: ["4214"]', said);
    expect(await met(ruleSet, { unspsc: '42140000' })).toEqual(there);
    expect(await met(ruleSet, { unspsc: '44000000' })).toEqual(usual);
    expect(await met(ruleSet, {})).toEqual(usual);
  });

  it('the last one holds, key by key', async () => {
    const ruleSet = `overrides:
  - { when: { unspsc: ["42"] }, rules: { a/error: { severity: warning, most: 2 } } }
  - { when: { unspsc: ["4214"] }, rules: { a/error: { most: 3 } } }
`;
    expect(await met(ruleSet, { unspsc: '42140000' })).toContain('a/error warning 3');
    expect(await met(ruleSet, { unspsc: '42990000' })).toContain('a/error warning 2');
  });

  it('of a file below gives way to what the file above says of all lines', async () => {
    const files = {
      'below.yaml': `extends: katalogvakt:recommended\n${by('unspsc: ["42"]', 'a/error: off')}`,
      'own.yaml': 'extends: below.yaml\nrules: { a/error: error }\n',
    };
    expect(await met(files, { unspsc: '42000000' })).toEqual(usual);
  });

  it.each([
    ['agreement: ["2026/114"]', true],
    ['agreement: ["2026/*"]', true],
    ['agreement: ["2025/*", "2026/1"]', false],
    ['supplier: [" fjord  as"]', true],
    ['supplier: ["912 345 678"]', true],
    ['supplier: ["Fjord"]', false],
    ['agreement: ["2026/*"], supplier: ["Fjell AS"]', false],
  ])('for a run where %s: %s', async (when, holds) => {
    const found = await met(by(when, 'a/error: off'), {});
    expect(found).toEqual(holds ? ['a/warning warning 1'] : usual);
  });

  it('for an agreement or a supplier holds in no run without an agreement', async () => {
    expect(await met(by('agreement: ["*"]', 'a/error: off'), {}, {})).toEqual(usual);
    expect(await met(by('supplier: ["Fjord AS"]', 'a/error: off'), {}, {})).toEqual(usual);
  });

  it('for a group of suppliers, also one of the file below', async () => {
    const files = {
      'below.yaml': 'extends: katalogvakt:recommended\nsupplierGroups: { kontor: [Fjord AS, Fjell AS] }\n',
      'own.yaml': `extends: below.yaml\n${by('supplierGroup: [kontor]', 'a/error: off')}`,
    };
    expect(await met(files, {})).toEqual(['a/warning warning 1']);
  });

  it('leaves nothing for the lines where it is for runs only', async () => {
    expect((await loaded(own(by('agreement: ["2026/*"]', 'a/error: off')))).overrides).toBeUndefined();
  });

  it('makes a rule on lines with one key stand as each of them asks', async () => {
    const prepared = preparedRules(await loaded(own(by('unspsc: ["42"]', 'name/duplicate: error'))));
    const groups = newGroupIndex(prepared.group, prepared.overrides);
    const lines: readonly CatalogueLine[] = [
      { row: 2, name: 'Saks', unspsc: '42000000' },
      { row: 3, name: 'Saks', unspsc: '44000000' },
    ];
    const { groupKeyTaker } = await import('../decision/group-index.ts');
    const taker = groupKeyTaker(prepared.group)(2);
    for (const line of lines) taker.add(line);
    groups.take(2, taker.keys);
    for (const ordinal of groups.shared()) {
      groups.note(ordinal, lines[ordinal] as CatalogueLine, { row: ordinal + 2, item: undefined, fingerprint: 0 });
    }
    expect(groups.remarks().map(({ row, remark }) => [row, remark.severity])).toEqual([
      [2, 'error'],
      [3, 'warning'],
    ]);
  });

  it('that raises a rule to an error makes the fields it needs ones that errors need', async () => {
    const needy = await loaded(own(by('unspsc: ["42"]', 'name/duplicate: error')));
    expect([...preparedRules(needy).neededByErrors]).toEqual(['name']);
  });

  it('that no line is meant by is told of the rule it alone switches on', async () => {
    const prepared = preparedRules(await loaded(own(by('unspsc: ["42"]', 'a/off: error'))));
    const context = askingContext({ asOf: '2026-01-01' }, undefined, undefined);
    const questions = lineQuestions(prepared);
    checkLine({ row: 2 }, context, questions, true);
    addCounts(prepared, takeCounts(questions));
    expect(notAnswered(prepared)).toEqual([{ rule: 'a/off', reason: 'noneMeant' }]);
    checkLine({ row: 3, unspsc: '42000000' }, context, questions, true);
    addCounts(prepared, takeCounts(questions));
    expect(notAnswered(prepared)).toEqual([]);
  });
});

describe('what is wrong is told with its place', () => {
  const overrides = (when: string, said: string) => own(`overrides:\n  - when: { ${when} }\n    rules: { ${said} }\n`);
  it.each([
    [
      'an unknown rule',
      overrides('unspsc: ["42"]', 'a/eror: off'),
      '5: there is no rule `a/eror`; `katalogvakt rules` shows them all. Did you mean `a/error`?',
    ],
    [
      'an unknown option',
      overrides('unspsc: ["42"]', 'a/error: { mots: 1 }'),
      '5: the rule `a/error` has no option `mots`. Did you mean `most`?',
    ],
    [
      'an unknown field',
      overrides('field: { brnad: [A] }', 'a/error: off'),
      '4: unknown key `brnad` in `overrides[0].when.field`. Did you mean `brand`?',
    ],
    [
      'no code',
      overrides('unspsc: [kontor]', 'a/error: off'),
      '4: `overrides[0].when.unspsc[0]` is `kontor`, but must be 2 to 8 digits in quotes.',
    ],
    [
      'nothing it is for',
      overrides('', 'a/error: off'),
      '4: `when` is empty. Write what the override is for, such as `unspsc: ["4214"]`, or move the rules to `rules`.',
    ],
    [
      'a group nobody wrote',
      own(
        'supplierGroups: { kontor: [A] }\noverrides: [{ when: { supplierGroup: [kontro] }, rules: { a/error: off } }]\n',
      ),
      '4: there is no supplier group `kontro`. Did you mean `kontor`?',
    ],
    [
      'a rule on the whole catalogue',
      overrides('unspsc: ["42"]', 'file/whole: off'),
      '5: `file/whole` looks at the whole catalogue and cannot be set for some of its lines. Move it to an override without `unspsc` and `field`, or to `rules`.',
    ],
    [
      'a threshold of some lines',
      overrides('unspsc: ["42"]', 'a/error: { threshold: { error: 5 } }'),
      '5: `threshold` is for the whole catalogue and cannot be set for some of its lines. Move it to `rules`.',
    ],
    [
      'a disposition that does nothing',
      overrides('unspsc: ["42"]', 'a/warning: { disposition: withhold }'),
      '5: `overrides[0].rules.a/warning.disposition` works only with `severity: error`, and the rule is `warning`. Write `severity: error`, or remove `disposition`.',
    ],
    [
      'a threshold that never warns',
      own('rules: { a/error: { threshold: { warning: 5 %, error: 5 % } } }\n'),
      '3: `threshold` warns from 5 % on, but refuses from 5 % on: the warning never comes. Set `warning` below `error`.',
    ],
    [
      'a threshold that is none',
      own('rules: { a/error: { threshold: { error: 5 pst } } }\n'),
      '3: `rules.a/error.threshold.error` is `5 pst`, but must be a share such as `"5 %"` or `"0.5 %"`, a number such as `10`, or `off`.',
    ],
    [
      'a threshold of a rule on the whole catalogue',
      own('rules: { file/whole: { threshold: { error: 5 } } }\n'),
      '3: the rule `file/whole` has no option `threshold`. Allowed: `severity`, `disposition`.',
    ],
  ])('%s', async (_, files, expected) => {
    const error: unknown = await loaded(files).catch((thrown: unknown) => thrown);
    if (!(error instanceof OperationalError)) throw error;
    expect(error.text.en.replace(/^.*?own\.yaml:/, '')).toBe(expected);
  });
});

it('a threshold is kept where another file changes the severity, and a number is a count', async () => {
  const files = {
    'below.yaml': 'extends: katalogvakt:recommended\nrules: { a/error: { threshold: { error: 10 } } }\n',
    'own.yaml': 'extends: below.yaml\nrules: { a/error: warning }\n',
  };
  const { rules: active } = await loaded(files);
  expect(active.get('a/error')).toMatchObject({ severity: 'warning', threshold: { error: '10' } });
});
