import { describe, expect, it } from 'vitest';
import { catalogueRule, groupRule, type LineRule, lineRule } from './rule.ts';
import { checkExamples, runCatalogueExample, runGroupExample, runLineExample } from './run-examples.ts';

const WORDS = {
  title: { nb: 'Navnet er kort', en: 'The name is short' },
  fault: { nb: 'For langt navn', en: 'Name too long' },
  because: { nb: 'Det kuttes ellers.', en: 'It is cut off else.' },
  advice: { nb: 'Kort det ned.', en: 'Shorten it.' },
  source: 'A test',
} as const;

const short = lineRule({
  ...WORDS,
  id: 'name/short',
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['name'],
  options: { properties: { max: { type: 'integer' } }, defaults: { max: 3 } },
  passes: [{ why: 'short', line: { name: 'Te' } }],
  fails: [{ why: 'long', line: { name: 'Kaffe' }, finds: [{ field: 'name', actual: 'Kaffe' }] }],
  message: { nb: 'Navnet {actual} er for langt', en: 'The name {actual} is too long' },
  check: ({ name }, { options }) => (name.length > options.max ? [{ field: 'name', actual: name }] : []),
});

/** The rule with something about it changed. */
const but = (changes: Partial<LineRule>): readonly string[] => checkExamples({ ...short, ...changes }, 'name/short');

describe('a rule is held against its examples', () => {
  it('and is in order when all of them hold', () => expect(but({})).toEqual([]));

  it.each<[string, Partial<LineRule>, string]>([
    ['an id unlike its file', { id: 'name/brief' }, 'the id is name/brief, the file is name/short'],
    ['no example that passes', { passes: [] }, 'no example passes'],
    ['no example that fails', { fails: [] }, 'no example fails'],
    [
      'a passing example that fails',
      { passes: [{ why: 'long', line: { name: 'Kaffe' } }] },
      '"long" should pass but gives [{"actual":"Kaffe","field":"name"}]',
    ],
    [
      'a failing example that passes',
      { fails: [{ why: 'short', line: { name: 'Te' } }] },
      '"short" should fail but passes',
    ],
    [
      'a failing example that gives something else',
      { fails: [{ why: 'long', line: { name: 'Kaffe' }, finds: [{ field: 'name' }] }] },
      '"long" should give [{"field":"name"}] but gives [{"actual":"Kaffe","field":"name"}]',
    ],
    [
      'a placeholder that nothing supplies',
      { message: { nb: 'Over {limit}', en: 'Above {limit}' } },
      '{limit} is not supplied in [{"actual":"Kaffe","field":"name"}]',
    ],
    [
      'placeholders of one language only',
      { message: { nb: 'Navnet {actual}', en: 'The name' } },
      'message has other placeholders in nb than in en',
    ],
    [
      'a message that no example shows',
      { message: { long: { nb: 'Langt', en: 'Long' } } },
      'no failing example shows the message long',
    ],
    ['a missing translation', { advice: { nb: 'Kort det ned.', en: ' ' } }, 'advice is empty in en'],
    ['a forgotten translation', { advice: { nb: 'OK', en: 'OK' } }, 'advice is the same in nb and en'],
    ['a missing heading', { fault: { nb: '', en: 'Name too long' } }, 'fault is empty in nb'],
    ['a heading that says the opposite', { fault: short.title }, 'fault is the same as title in nb'],
    ['no source', { source: '' }, 'source is empty'],
    [
      'defaults that its own schema refuses',
      { options: { properties: { max: { type: 'string' } }, defaults: { max: 3 } } },
      'the defaults of the options: /max must be string',
    ],
    [
      'an error that does nothing with the line',
      { sets: { strict: { severity: 'error' } } },
      'strict: an error without a disposition',
    ],
    [
      'a line that refuses the catalogue',
      { sets: { strict: { severity: 'error', disposition: 'refuse' } } },
      'strict: refuse does not fit a line rule',
    ],
  ])('%s is told', (_, changes, complaint) => expect(but(changes)).toContain(complaint));
});

describe('examples are asked as the engine asks', () => {
  it('a rule that lacks a field, an agreed article or a previous line says nothing', () => {
    const blunt = (needs: LineRule['needs'], needsOneOf?: LineRule['needsOneOf']): LineRule => ({
      ...short,
      needs,
      ...(needsOneOf === undefined ? {} : { needsOneOf }),
      check: () => [{}],
    });
    const example = { why: '', line: { name: 'Te' } };
    for (const need of ['price', 'agreed', 'previous', 'scope', 'labelDemands'] as const) {
      expect(runLineExample(blunt([need]), example)).toEqual([]);
    }
    expect(runLineExample(blunt([], ['agreed', 'previous']), example)).toEqual([]);
    expect(runLineExample(blunt([], ['agreed', 'previous']), { ...example, previous: {} })).toEqual([{}]);
    expect(runLineExample(blunt(['name', 'agreed']), { ...example, agreed: {} })).toEqual([{}]);
    expect(runLineExample(blunt(['scope']), { ...example, agreement: { scope: ['44'] } })).toEqual([{}]);
  });

  it('figures are exact decimals, and an article is found by number or by GTIN', () => {
    let seen: unknown;
    const spy: LineRule = {
      ...short,
      needs: [],
      check: ({ price }, { agreed }) => {
        seen = [price, agreed?.matchedBy, agreed?.price.kind];
        return [];
      },
    };
    runLineExample(spy, {
      why: '',
      line: { gtin: '7038840000105', price: '9.90' },
      agreed: { gtin: '07038840000105', price: '9.9' },
    });
    expect(seen).toEqual(['9.9', 'gtin', 'kept']);
  });

  it('lines of a group are told equal by their values, and only lines that have what is needed are in it', () => {
    const group = groupRule({
      ...WORDS,
      id: 'name/group',
      sets: {},
      needs: ['name'],
      passes: [],
      fails: [],
      message: WORDS.title,
      keys: { name: ({ name }) => name },
      check: (members) =>
        members.map((member) => ({ member, actual: String(member.fingerprint === members[0]?.fingerprint) })),
    });
    const lines = [{ name: 'Te' }, { name: 'Te', price: '1' }, { price: '1' }, { price: '1' }, { name: 'Te' }];
    expect(runGroupExample(group, { why: '', lines })).toEqual([
      { row: 2, actual: 'true' },
      { row: 3, actual: 'false' },
      { row: 6, actual: 'true' },
    ]);
  });

  it('a catalogue rule sees its options, else their defaults', () => {
    const rule = catalogueRule({
      ...WORDS,
      id: 'file/some',
      sets: {},
      needs: [],
      options: { properties: { max: {} }, defaults: { max: 3 } },
      passes: [],
      fails: [],
      message: WORDS.title,
      check: ({ options, lines }) => [{ actual: `${options.max} ${lines}` }],
    });
    expect(runCatalogueExample(rule, { why: '' })).toEqual([{ actual: '3 1' }]);
    expect(runCatalogueExample(rule, { why: '', options: { max: 4 }, fileProblem: 'empty' })).toEqual([
      { actual: '4 0' },
    ]);
  });
});
