/** Rules of a rule set's own, from the file to what a line meets. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { decimal } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { renderMessage } from '../reporters/message.ts';
import { ownRulesFrom } from './own-rules.ts';
import type { LineRule } from './rule.ts';
import { loadRuleSet, ruleSetFor } from './rule-set.ts';

const folder = temporaryFolder();

async function loaded(files: Readonly<Record<string, string>>, allowPlugins = false) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder.path, name), content);
  const sources = { rules: [], builtInFolder: folder.path, relativeTo: folder.path, allowPlugins };
  return ruleSetFor(await loadRuleSet('own.yaml', sources));
}

const set = (own: string) => ({ 'own.yaml': `version: 1\nown:\n${own}` });

async function complaint(files: Readonly<Record<string, string>>, allowPlugins = false): Promise<string> {
  const error: unknown = await loaded(files, allowPlugins).catch((thrown: unknown) => thrown);
  if (!(error instanceof OperationalError)) throw new Error(`expected an error, got ${String(error)}`);
  return error.text.en.replaceAll(join(folder.path, '/'), '');
}

const BRAND = `  own/brand-in-name:
    severity: warning
    title: { nb: Navnet har merket i seg, en: The name has the brand in it }
    when: unspsc.startsWith("4412")
    expect: lower(name).contains(lower(brand))
    message: { nb: 'Navnet mangler {brand}; prisen er {price}', en: 'The name lacks {brand}; the price is {price}' }
    field: name
    passes: [{ unspsc: "44121706", name: Bic kulepenn, brand: BIC }, { unspsc: "47", name: Såpe, brand: Bic }]
    fails: [{ unspsc: "44121706", name: Kulepenn, brand: Bic, price: 12.5 }]
`;

describe('a rule without code', () => {
  it('is a rule like any other: it needs the fields it looks at, and finds what its expression says', async () => {
    const { rules } = await loaded(set(BRAND));
    const { rule, severity } = rules.get('own/brand-in-name') ?? {};
    expect(severity).toBe('warning');
    expect(rule?.needs).toEqual(['unspsc', 'name', 'brand']);
    const line: CatalogueLine = { row: 2, unspsc: '44121706', name: 'Kulepenn', brand: 'Bic', price: decimal('12.5') };
    const problems = (rule as LineRule).check(line, { asOf: '2026-01-01', options: {} });
    expect(problems).toEqual([
      { message: 'broken', field: 'name', actual: 'Kulepenn', parameters: { brand: 'Bic', price: '12.5' } },
    ]);
    const finding = { rule: 'own/brand-in-name', severity: 'warning' as const, place: { file: 'a' }, ...problems[0] };
    if (rule === undefined) throw new Error('it is there');
    expect(renderMessage(rule, finding, 'nb', 'NOK')).toBe('Navnet mangler Bic; prisen er 12,50\u00a0kr');
  });

  it('is made again from plain data, as another thread does', async () => {
    const { own } = await loaded(set(BRAND));
    if (own === undefined) throw new Error('it has some');
    const { definitions, plugins } = structuredClone({ definitions: own.definitions, plugins: own.plugins });
    expect((await ownRulesFrom({ definitions, plugins })).map(({ id }) => id)).toEqual(['own/brand-in-name']);
  });

  it('is made stricter or milder by the same file and by those above', async () => {
    const files = {
      'below.yaml': `version: 1\nown:\n${BRAND}`,
      'own.yaml':
        'version: 1\nextends: below.yaml\nrules: { own/brand-in-name: { severity: error, disposition: keepPrevious } }\n',
    };
    expect((await loaded(files)).rules.get('own/brand-in-name')).toMatchObject({
      severity: 'error',
      disposition: 'keepPrevious',
    });
  });

  it('that cannot answer for a line says so instead of passing it', async () => {
    const { rules } = await loaded(
      set(`  own/cut:
    severity: error
    title: { nb: a, en: b }
    expect: name.substring(0, 9) == "Kulepenn "
    message: { nb: c, en: d }
`),
    );
    const rule = rules.get('own/cut')?.rule as LineRule;
    expect(rule.check({ row: 2, name: 'Bok' }, { asOf: '', options: {} })).toMatchObject([{ message: 'unanswered' }]);
  });

  const one = (said: string) =>
    set(`  own/a:\n    severity: error\n    title: { nb: a, en: b }\n    message: { nb: c, en: d }\n${said}`);
  it.each([
    [
      'a field that is not there',
      one('    expect: name == "x" && brnad == "y"\n'),
      'own.yaml:7:28: `expect`: there is no field `brnad`. Did you mean `brand`?',
    ],
    [
      'in quotes',
      one(`    expect: '"a''b" == brnad'\n`),
      'own.yaml:7:24: `expect`: there is no field `brnad`. Did you mean `brand`?',
    ],
    [
      'over several lines',
      one('    expect: |\n      name == "x" &&\n      brnad == "y"\n'),
      'own.yaml:9:7: `expect`: there is no field `brnad`. Did you mean `brand`?',
    ],
    [
      'an unknown value in the message',
      set(
        '  own/a:\n    severity: error\n    title: { nb: a, en: b }\n    message: { nb: "{merke}", en: "{merke}" }\n    expect: name == "x"\n',
      ),
      'own.yaml:6: `{merke}` in the message is not a field. Use the name of a field, `{actual}` or `{item}`.',
    ],
    [
      'an example that the rule does not treat so',
      one('    expect: name == "x"\n    passes: [{ name: x }, { name: y }]\n'),
      'own.yaml:8: the line should pass, but is reported.',
    ],
    [
      'an unknown key',
      one('    expect: name == "x"\n    exept: a\n'),
      'own.yaml:8: unknown key `exept` in `own.own/a`. Did you mean `expect`?',
    ],
    [
      'a name of another family',
      { 'own.yaml': 'version: 1\nown: { price/a: {} }\n' },
      'own.yaml:2: `price/a` is not a name for a rule of your own. Write `own/` and small letters, digits and hyphens.',
    ],
    [
      'a rule nobody defined',
      { 'own.yaml': `version: 1\nown:\n${BRAND}rules: { own/brand-in-nme: off }\n` },
      'own.yaml:12: there is no rule `own/brand-in-nme`; `katalogvakt rules` shows them all. Did you mean `own/brand-in-name`?',
    ],
  ])('%s is told with its place', async (_, files, expected) => {
    expect(await complaint(files as Record<string, string>)).toBe(expected);
  });
});

const MODULE = `export default {
  id: 'own/even',
  kind: 'line',
  title: { nb: 'Navnet har et like antall tegn', en: 'The name has an even number of characters' },
  fault: { nb: 'Odde navn', en: 'Odd names' },
  because: { nb: 'Det ser pent ut.', en: 'It looks neat.' },
  advice: { nb: 'Legg til et tegn.', en: 'Add a character.' },
  source: 'A test',
  sets: { recommended: { severity: 'warning' } },
  needs: ['name'],
  options: { properties: { most: { type: 'integer' } }, defaults: { most: 9 } },
  passes: [{ why: 'even', line: { name: 'ab' } }],
  fails: [{ why: 'odd', line: { name: 'abc' }, finds: [{ field: 'name', actual: 'abc' }] }],
  message: { nb: '{actual} er odde', en: '{actual} is odd' },
  check: ({ name }) => (name.length % 2 === 0 ? [] : [{ field: 'name', actual: name }]),
};
`;

describe('a rule with code', () => {
  const files = (said = '') => ({ 'even.mjs': MODULE, 'own.yaml': `version: 1\nplugins: [./even.mjs]\n${said}` });

  it('is loaded where that is allowed, as strict as it says itself', async () => {
    const { rules, files: inputs } = await loaded(files(), true);
    expect(rules.get('own/even')).toMatchObject({ severity: 'warning', options: { most: 9 } });
    expect(inputs.map(({ path }) => path.replace(join(folder.path, '/'), ''))).toEqual(['own.yaml', 'even.mjs']);
  });

  it('takes its options', async () => {
    const { rules } = await loaded(files('rules: { own/even: { severity: error, most: 3 } }\n'), true);
    expect(rules.get('own/even')).toMatchObject({ severity: 'error', options: { most: 3 } });
  });

  it.each([
    [
      'without leave',
      files(),
      false,
      'own.yaml:2: `plugins` has `./even.mjs`, which is code. Run with --allow-plugins if you trust it.',
    ],
    [
      'that is not there',
      { 'own.yaml': 'version: 1\nplugins: [./evne.mjs]\n' },
      true,
      'own.yaml:2: `plugins` has `./evne.mjs`, but there is no file evne.mjs. Did you mean `even.mjs`?',
    ],
    [
      'that is no rule',
      { 'none.mjs': 'export const a = 1;', 'own.yaml': 'version: 1\nplugins: [none.mjs]\n' },
      true,
      'own.yaml:2: `plugins` has `none.mjs`, but the module exports no rule (`export default`) with id, kind, title, fault, because, advice, source, needs, passes, fails, message and check.',
    ],
    [
      'with an example it does not keep',
      { 'wrong.mjs': MODULE.replace("name: 'ab'", "name: 'a'"), 'own.yaml': 'version: 1\nplugins: [wrong.mjs]\n' },
      true,
      /^own\.yaml:2: `plugins` has `wrong\.mjs`, but the rule `own\/even` does not hold: "even" should pass but gives /,
    ],
    [
      'given an option it does not have',
      files('rules: { own/even: { severity: error, mots: 3 } }\n'),
      true,
      'own.yaml:3: unknown key `mots`. Did you mean `most`?',
    ],
  ])('%s is told', async (_, given, allowed, expected) => {
    expect(await complaint(given as unknown as Record<string, string>, allowed)).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected),
    );
  });
});
