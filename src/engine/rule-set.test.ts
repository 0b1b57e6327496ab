import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { complaintOf } from '../../test/builders/complaint.ts';
import type { Text } from '../catalogue/text.ts';
import { catalogueRule, groupRule, lineRule, type Rule } from './rule.ts';
import { builtInRuleSet, loadRuleSet, type RuleSet, ruleSetFor } from './rule-set.ts';

const words: Text = { nb: 'ord', en: 'words' };
const facts = {
  title: words,
  fault: words,
  because: words,
  advice: words,
  source: 'none',
  passes: [],
  fails: [],
  message: words,
};

const aboveAgreed = lineRule({
  ...facts,
  id: 'price/above-agreed',
  sets: { recommended: { severity: 'error' } },
  corrects: true,
  needs: ['price'],
  check: () => [],
});
const changeLimit = lineRule({
  ...facts,
  id: 'price/change-limit',
  sets: {
    recommended: { severity: 'warning' },
    strict: { severity: 'error', options: { risePercent: '5' } },
    supplier: { severity: 'info' },
  },
  needs: ['price'],
  options: {
    properties: {
      risePercent: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
      riseAmount: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
      share: { type: 'string' },
      count: { type: 'integer', minimum: 1 },
      words: { type: 'string', pattern: '^\\w+$' },
    },
    defaults: { risePercent: '15', share: '0.5', count: 3, words: '7' },
  },
  check: () => [],
});
const duplicate = groupRule({
  ...facts,
  id: 'identity/duplicate',
  sets: {
    recommended: { severity: 'error', disposition: 'withhold' },
    strict: { severity: 'error' },
    supplier: { severity: 'error' },
  },
  needs: [],
  keys: {},
  check: () => [],
});
const nameLength = lineRule({ ...facts, id: 'name/length', sets: {}, needs: ['name'], check: () => [] });
const agreementEnded = catalogueRule({
  ...facts,
  id: 'expiry/agreement-ended',
  sets: { recommended: { severity: 'error' } },
  needs: ['agreement'],
  check: () => [],
});
const rules: readonly Rule[] = [changeLimit, aboveAgreed, duplicate, nameLength, agreementEnded];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'katalogvakt-rules-'));
  await mkdir(join(folder, 'built-in'));
  for (const name of ['recommended', 'strict', 'supplier'] as const) {
    await put(`built-in/${name}.yaml`, JSON.stringify(builtInRuleSet(name, rules)));
  }
});
afterEach(() => rm(folder, { recursive: true }));

function put(path: string, content: string): Promise<void> {
  return writeFile(join(folder, path), content);
}

async function load(reference: string, relativeTo?: string): Promise<RuleSet> {
  const loaded = await loadRuleSet(reference, {
    rules,
    builtInFolder: join(folder, 'built-in'),
    ...(relativeTo === undefined ? {} : { relativeTo }),
  });
  return ruleSetFor(loaded);
}

async function loadText(content: string): Promise<RuleSet> {
  await put('mine.yaml', `version: 1\n${content}`);
  return load('mine.yaml', folder);
}

const complaint = (loading: Promise<unknown>) => complaintOf(loading, folder);

/** The rules of a set as `id: severity disposition`. */
function standings({ rules: active }: RuleSet): readonly string[] {
  return [...active].map(([id, { severity, disposition }]) => `${id}: ${severity} ${disposition}`);
}

describe('a built-in rule set', () => {
  it('recommended lists every rule with severity, disposition and options', () => {
    expect(builtInRuleSet('recommended', rules)).toEqual({
      version: 1,
      gate: { allowPartly: false },
      rules: {
        'expiry/agreement-ended': { severity: 'error', disposition: 'refuse' },
        'identity/duplicate': { severity: 'error', disposition: 'withhold' },
        'name/length': 'off',
        'price/above-agreed': { severity: 'error', disposition: 'withhold' },
        'price/change-limit': { severity: 'warning', risePercent: '15', share: '0.5', count: 3, words: '7' },
      },
    });
  });

  it('strict extends it and lists what differs', () => {
    expect(builtInRuleSet('strict', rules)).toEqual({
      version: 1,
      extends: 'katalogvakt:recommended',
      requires: ['agreement', 'prices', 'previous'],
      gate: { allowPartly: false },
      rules: {
        'price/change-limit': {
          severity: 'error',
          disposition: 'withhold',
          risePercent: '5',
          share: '0.5',
          count: 3,
          words: '7',
        },
      },
    });
  });

  it('supplier stands alone and lists what it switches on', () => {
    expect(builtInRuleSet('supplier', rules)).toEqual({
      version: 1,
      requires: [],
      gate: { allowPartly: false },
      rules: {
        'identity/duplicate': { severity: 'error', disposition: 'withhold' },
        'price/change-limit': { severity: 'info', risePercent: '15', share: '0.5', count: 3, words: '7' },
      },
    });
  });

  it('is loaded by its name, the same on every machine', async () => {
    const set = await load('katalogvakt:strict');
    expect(set.name).toBe('katalogvakt:strict');
    expect(set.files.map(({ path }) => path)).toEqual(['katalogvakt:strict', 'katalogvakt:recommended']);
    expect(set.requires).toEqual(['agreement', 'prices', 'previous']);
    expect(set.gate).toEqual({ allowPartly: false, limits: {} });
    expect(standings(set)).toEqual([
      'expiry/agreement-ended: error refuse',
      'identity/duplicate: error withhold',
      'price/above-agreed: error withhold',
      'price/change-limit: error withhold',
    ]);
    expect(set.rules.get('price/change-limit')?.options).toEqual({
      risePercent: '5',
      share: '0.5',
      count: 3,
      words: '7',
    });
  });

  it('that does not exist is told with the nearest', async () => {
    expect(await complaint(load('katalogvakt:strickt'))).toEqual({
      nb: '`katalogvakt:strickt` er ikke et innebygd regelsett. Mente du `katalogvakt:strict`? Tillatt: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
      en: '`katalogvakt:strickt` is not a built-in rule set. Did you mean `katalogvakt:strict`? Allowed: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
    });
    expect(await complaint(loadText('extends: katalogvakt:other\n'))).toEqual({
      nb: 'mine.yaml:2: `katalogvakt:other` er ikke et innebygd regelsett. Tillatt: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
      en: 'mine.yaml:2: `katalogvakt:other` is not a built-in rule set. Allowed: `katalogvakt:recommended`, `katalogvakt:strict`, `katalogvakt:supplier`.',
    });
  });
});

describe('a rule set of the buyer', () => {
  it('has its rules in the order of their ids, without those that are off', async () => {
    const set = await loadText(
      'rules:\n  price/above-agreed: { severity: error, disposition: correct }\n  name/length: off\n  identity/duplicate: warning\n  expiry/agreement-ended: error\n',
    );
    expect(set.name).toBe('mine');
    expect(set.files.map(({ path }) => path)).toEqual([join(folder, 'mine.yaml')]);
    expect(standings(set)).toEqual([
      'expiry/agreement-ended: error refuse',
      'identity/duplicate: warning withhold',
      'price/above-agreed: error correct',
    ]);
  });

  it('starts from nothing when it extends nothing', async () => {
    const set = await loadText('rules: { name/length: info }\n');
    expect(set).toMatchObject({ requires: [], gate: { allowPartly: false, limits: {} } });
    expect([...set.rules.keys()]).toEqual(['name/length']);
  });

  it.each(['', 'rules: { name/length: off }\n'])('that switches nothing on approves nothing: %j', async (content) => {
    expect(await complaint(loadText(content))).toEqual({
      nb: 'mine.yaml: ingen regel er slått på, så kontrollen ville godkjent alt. Mente du `extends: katalogvakt:recommended`? Skriv det, eller slå på regler under `rules`.',
      en: 'mine.yaml: no rule is switched on, so the check would approve everything. Did you mean `extends: katalogvakt:recommended`? Write that, or switch rules on under `rules`.',
    });
  });

  it('changes only what it says of the set it extends', async () => {
    await mkdir(join(folder, 'sub'));
    await put(
      'sub/base.yaml',
      [
        'version: 1',
        'extends: katalogvakt:recommended',
        'requires: [prices]',
        'gate: { allowPartly: true, limits: { withheldPercent: "20", removedPercent: 30, missingAgreed: 50 } }',
        'rules:',
        '  price/change-limit: { severity: error, disposition: keepPrevious, risePercent: "9" }',
        '  name/length: info',
        '',
      ].join('\n'),
    );
    const set = await loadText(
      'extends: sub/base.yaml\ngate: { limits: { withheldPercent: 12.50, removedPercent: off } }\nrules:\n  price/change-limit: { riseAmount: "100" }\n  price/above-agreed: info\n  name/length: off\n',
    );
    expect(set.requires).toEqual(['prices']);
    expect(set.gate).toEqual({ allowPartly: true, limits: { withheldPercent: '12.5', missingAgreed: '50' } });
    expect(standings(set)).toEqual([
      'expiry/agreement-ended: error refuse',
      'identity/duplicate: error withhold',
      'price/above-agreed: info withhold',
      'price/change-limit: error keepPrevious',
    ]);
    expect(set.rules.get('price/change-limit')?.options).toEqual({
      risePercent: '9',
      riseAmount: '100',
      share: '0.5',
      count: 3,
      words: '7',
    });
    expect(set.files.map(({ path }) => path)).toEqual([
      join(folder, 'mine.yaml'),
      join(folder, 'sub/base.yaml'),
      'katalogvakt:recommended',
    ]);
  });

  it.each([
    ['risePercent', '"15.50"', '15.5'],
    ['risePercent', '15.50', '15.5'],
    ['risePercent', '0.1', '0.1'],
    ['riseAmount', '1000', '1000'],
    ['share', '0.25', '0.25'],
    ['words', '"007"', '007'],
    ['count', '4', 4],
  ])('takes the option %s written as %s', async (name, written, meant) => {
    const set = await loadText(`rules:\n  price/change-limit: { severity: info, ${name}: ${written} }\n`);
    expect(set.rules.get('price/change-limit')?.options[name]).toBe(meant);
  });
});

describe('a whole family', () => {
  it('is switched off, and what is said of one of its rules goes over that', async () => {
    const set = await loadText(
      'extends: katalogvakt:recommended\nrules: { price/change-limit: info, price/*: off, name/length: info }\n',
    );
    expect([...set.rules.keys()].filter((id) => id.startsWith('price/'))).toEqual(['price/change-limit']);
    expect(set.rules.get('price/change-limit')?.severity).toBe('info');
  });

  it('is on as it stands in the recommended rule set', async () => {
    const set = await loadText('rules: { price/*: on }\n');
    expect([...set.rules].map(([id, { severity, disposition }]) => [id, severity, disposition])).toEqual([
      ['price/above-agreed', 'error', 'withhold'],
      ['price/change-limit', 'warning', 'withhold'],
    ]);
  });

  it('is as severe as is said', async () => {
    const set = await loadText('rules: { price/*: warning }\n');
    expect([...set.rules.values()].map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

describe('a rule set that is wrong tells file, line, rule and what is allowed', () => {
  it.each<[string, string, Text]>([
    [
      'unknown rules',
      'rules:\n  price/above-agred: off\n  colour/red: error\n',
      {
        nb: 'mine.yaml:3: det finnes ingen regel `price/above-agred`; `katalogvakt rules` viser alle. Mente du `price/above-agreed`?\nmine.yaml:4: det finnes ingen regel `colour/red`; `katalogvakt rules` viser alle. Tillatt: `price/change-limit`, `price/above-agreed`, `identity/duplicate`, `name/length`, `expiry/agreement-ended`, `price/*`, `identity/*`, `name/*`, `expiry/*`.',
        en: 'mine.yaml:3: there is no rule `price/above-agred`; `katalogvakt rules` shows them all. Did you mean `price/above-agreed`?\nmine.yaml:4: there is no rule `colour/red`; `katalogvakt rules` shows them all. Allowed: `price/change-limit`, `price/above-agreed`, `identity/duplicate`, `name/length`, `expiry/agreement-ended`, `price/*`, `identity/*`, `name/*`, `expiry/*`.',
      },
    ],
    [
      'an unknown option, and one of a rule without any',
      'rules:\n  price/change-limit: { severity: error, risePercnt: "15" }\n  name/length: { severity: error, max: 80 }\n',
      {
        nb: 'mine.yaml:3: regelen `price/change-limit` har ikke valget `risePercnt`. Mente du `risePercent`?\nmine.yaml:4: regelen `name/length` har ikke valget `max`. Tillatt: `severity`, `disposition`, `threshold`.',
        en: 'mine.yaml:3: the rule `price/change-limit` has no option `risePercnt`. Did you mean `risePercent`?\nmine.yaml:4: the rule `name/length` has no option `max`. Allowed: `severity`, `disposition`, `threshold`.',
      },
    ],
    [
      'an option with a bad value',
      'rules:\n  price/change-limit:\n    severity: error\n    risePercent: "15,5"\n    riseAmount: 1e30\n    count: 0\n',
      {
        nb: 'mine.yaml:5: `rules.price/change-limit.risePercent` er `"15,5"`, men skal være et tall med punktum som desimaltegn, slik som `"15"` eller `"2.5"`.\nmine.yaml:6: `rules.price/change-limit.riseAmount` er `1e30`, men skal være et tall med punktum som desimaltegn, slik som `"15"` eller `"2.5"`.\nmine.yaml:7: `rules.price/change-limit.count` er `0`, men skal være minst 1.',
        en: 'mine.yaml:5: `rules.price/change-limit.risePercent` is `"15,5"`, but must be a number with a decimal point, such as `"15"` or `"2.5"`.\nmine.yaml:6: `rules.price/change-limit.riseAmount` is `1e30`, but must be a number with a decimal point, such as `"15"` or `"2.5"`.\nmine.yaml:7: `rules.price/change-limit.count` is `0`, but must be at least 1.',
      },
    ],
    [
      'a decimal comma between braces',
      'rules:\n  price/change-limit: { severity: error, risePercent: 15,5 }\n',
      {
        nb: 'mine.yaml:3: regelen `price/change-limit` har ikke valget `5`. Bruk punktum som desimaltegn, slik: `15.5`.',
        en: 'mine.yaml:3: the rule `price/change-limit` has no option `5`. Use a point as decimal sign, like this: `15.5`.',
      },
    ],
    [
      'a misspelt severity, short and long, and none at all',
      'rules:\n  price/above-agreed: eror\n  price/change-limit: { severity: fatal }\n  name/length:\n',
      {
        nb: 'mine.yaml:3: `rules.price/above-agreed` er `eror`. Mente du `error`? Tillatt: `error`, `warning`, `info`, `off`.\nmine.yaml:4: `rules.price/change-limit.severity` er `fatal`. Tillatt: `error`, `warning`, `info`, `off`.\nmine.yaml:5: `rules.name/length` er tom, men skal være `error`, `warning`, `info`, `off` eller nøkler med verdier, slik som `{ severity: error }`.',
        en: 'mine.yaml:3: `rules.price/above-agreed` is `eror`. Did you mean `error`? Allowed: `error`, `warning`, `info`, `off`.\nmine.yaml:4: `rules.price/change-limit.severity` is `fatal`. Allowed: `error`, `warning`, `info`, `off`.\nmine.yaml:5: `rules.name/length` is empty, but must be `error`, `warning`, `info`, `off` or keys with values, such as `{ severity: error }`.',
      },
    ],
    [
      'no severity anywhere',
      'rules:\n  price/change-limit: { risePercent: "20" }\n',
      {
        nb: 'mine.yaml:3: `rules.price/change-limit.severity` mangler, og regelsettet dette bygger på, har ikke regelen. Skriv for eksempel `severity: error`.',
        en: 'mine.yaml:3: `rules.price/change-limit.severity` is missing, and no rule set that this one extends has the rule. Write for example `severity: error`.',
      },
    ],
    [
      'dispositions that a rule cannot have',
      'rules:\n  expiry/agreement-ended: { severity: error, disposition: withhold }\n  price/above-agreed: { severity: error, disposition: approve }\n',
      {
        nb: 'mine.yaml:3: `rules.expiry/agreement-ended.disposition` er `withhold`. Tillatt: `refuse`, `keepPrevious`, `approve`.\nmine.yaml:4: `rules.price/above-agreed.disposition` er `approve`. Tillatt: `withhold`, `keepPrevious`, `correct`, `refuse`.',
        en: 'mine.yaml:3: `rules.expiry/agreement-ended.disposition` is `withhold`. Allowed: `refuse`, `keepPrevious`, `approve`.\nmine.yaml:4: `rules.price/above-agreed.disposition` is `approve`. Allowed: `withhold`, `keepPrevious`, `correct`, `refuse`.',
      },
    ],
    [
      'a correction by a rule that knows no right value',
      'rules:\n  price/change-limit: { severity: error, disposition: correct }\n',
      {
        nb: 'mine.yaml:3: `rules.price/change-limit.disposition` er `correct`. Tillatt: `withhold`, `keepPrevious`, `refuse`.',
        en: 'mine.yaml:3: `rules.price/change-limit.disposition` is `correct`. Allowed: `withhold`, `keepPrevious`, `refuse`.',
      },
    ],
    [
      'a disposition of what is no error, here or in the set that is extended',
      'extends: katalogvakt:recommended\nrules:\n  price/above-agreed: { severity: warning, disposition: withhold }\n  price/change-limit: { disposition: withhold }\n',
      {
        nb: 'mine.yaml:4: `rules.price/above-agreed.disposition` virker bare sammen med `severity: error`, og regelen er `warning`. Skriv `severity: error`, eller ta bort `disposition`.\nmine.yaml:5: `rules.price/change-limit.disposition` virker bare sammen med `severity: error`, og regelen er `warning`. Skriv `severity: error`, eller ta bort `disposition`.',
        en: 'mine.yaml:4: `rules.price/above-agreed.disposition` works only with `severity: error`, and the rule is `warning`. Write `severity: error`, or remove `disposition`.\nmine.yaml:5: `rules.price/change-limit.disposition` works only with `severity: error`, and the rule is `warning`. Write `severity: error`, or remove `disposition`.',
      },
    ],
    [
      'limits and requirements',
      'requires: [agrement]\ngate:\n  limits:\n    withheldPercent: -1\n    removedPercent: "2,5"\n    missingAgreed: 5.5\n',
      {
        nb: 'mine.yaml:2: `requires[0]` er `agrement`. Mente du `agreement`? Tillatt: `agreement`, `prices`, `previous`.\nmine.yaml:5: `gate.limits.withheldPercent` er `-1`, men skal være et tall fra 0 og opp med punktum som desimaltegn, eller `off`.\nmine.yaml:6: `gate.limits.removedPercent` er `"2,5"`, men skal være et tall fra 0 og opp med punktum som desimaltegn, eller `off`.\nmine.yaml:7: `gate.limits.missingAgreed` er `5.5`, men skal være et heltall fra 0 og opp, eller `off`.',
        en: 'mine.yaml:2: `requires[0]` is `agrement`. Did you mean `agreement`? Allowed: `agreement`, `prices`, `previous`.\nmine.yaml:5: `gate.limits.withheldPercent` is `-1`, but must be a number from 0 up, with a decimal point, or `off`.\nmine.yaml:6: `gate.limits.removedPercent` is `"2,5"`, but must be a number from 0 up, with a decimal point, or `off`.\nmine.yaml:7: `gate.limits.missingAgreed` is `5.5`, but must be a whole number from 0 up, or `off`.',
      },
    ],
    [
      'a file to extend that is not there',
      'extends: nowhere/other.yaml\n',
      {
        nb: 'mine.yaml:2: `extends` er `nowhere/other.yaml`, men filen nowhere/other.yaml finnes ikke. Sjekk navnet; stien regnes fra mappen filen ligger i.',
        en: 'mine.yaml:2: `extends` is `nowhere/other.yaml`, but there is no file nowhere/other.yaml. Check the name; the path counts from the folder that this file is in.',
      },
    ],
    [
      'a folder to extend',
      'extends: built-in\n',
      {
        nb: 'mine.yaml:2: `extends` er `built-in`, men built-in er en mappe. Oppgi en fil.',
        en: 'mine.yaml:2: `extends` is `built-in`, but built-in is a folder. Name a file.',
      },
    ],
    [
      'itself to extend',
      'extends: ./mine.yaml\n',
      {
        nb: 'mine.yaml:2: `extends` går i ring: mine.yaml → mine.yaml. Ta bort ett av leddene.',
        en: 'mine.yaml:2: `extends` goes round in a circle: mine.yaml → mine.yaml. Remove one of the links.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(loadText(content))).toEqual(expected);
  });

  it('a circle through another folder', async () => {
    await mkdir(join(folder, 'sub'));
    await put('sub/other.yaml', 'version: 1\nextends: ../mine.yaml\n');
    expect(await complaint(loadText('extends: sub/other.yaml\n'))).toEqual({
      nb: 'sub/other.yaml:2: `extends` går i ring: mine.yaml → other.yaml → mine.yaml. Ta bort ett av leddene.',
      en: 'sub/other.yaml:2: `extends` goes round in a circle: mine.yaml → other.yaml → mine.yaml. Remove one of the links.',
    });
  });

  it('a mistake in the file that is extended is told of that file', async () => {
    await put('base.yaml', 'version: 1\nrules:\n  name/lenght: off\n');
    expect(await complaint(loadText('extends: base.yaml\n'))).toEqual({
      nb: 'base.yaml:3: det finnes ingen regel `name/lenght`; `katalogvakt rules` viser alle. Mente du `name/length`?',
      en: 'base.yaml:3: there is no rule `name/lenght`; `katalogvakt rules` shows them all. Did you mean `name/length`?',
    });
  });
});

describe('the rule on values that cannot be read', () => {
  const unreadable = lineRule({
    ...facts,
    id: 'value/unreadable',
    sets: {},
    guards: ['price'],
    needs: [],
    check: () => [],
  });
  const priceMissing = lineRule({
    ...facts,
    id: 'price/missing',
    sets: {},
    columns: ['price'],
    needs: [],
    check: () => [],
  });

  async function loadGuarded(lines: string): Promise<RuleSet> {
    await put('mine.yaml', `version: 1\nrules: { ${lines} }\n`);
    const builtInFolder = join(folder, 'built-in');
    return ruleSetFor(
      await loadRuleSet('mine.yaml', {
        rules: [...rules, unreadable, priceMissing],
        builtInFolder,
        relativeTo: folder,
      }),
    );
  }

  it.each([
    ['off', 'price/above-agreed', 'price/above-agreed: error, value/unreadable: off'],
    ['off', 'price/above-agreed', 'price/above-agreed: error'],
    ['warning', 'price/above-agreed', 'price/above-agreed: error, value/unreadable: warning'],
    ['info', 'price/missing', 'price/missing: error, value/unreadable: info'],
  ])('cannot be %s while %s is an error', async (severity, rule, lines) => {
    expect(await complaint(loadGuarded(lines))).toEqual({
      nb: `mine.yaml: \`value/unreadable\` er \`${severity}\`, men kan ikke slås av eller gjøres mildere så lenge \`${rule}\` er \`error\`: verdier som ikke kan leses, ville sluppet forbi den. Skriv \`value/unreadable: error\`.`,
      en: `mine.yaml: \`value/unreadable\` is \`${severity}\`, but cannot be switched off or made milder while \`${rule}\` is \`error\`: values that cannot be read would slip past it. Write \`value/unreadable: error\`.`,
    });
  });

  it.each([
    'price/above-agreed: error, value/unreadable: error',
    'price/above-agreed: warning, name/length: error',
    'expiry/agreement-ended: error',
  ])('is as the buyer says where no error needs it: %s', async (lines) => {
    expect((await loadGuarded(lines)).rules.size).toBeGreaterThan(0);
  });
});
