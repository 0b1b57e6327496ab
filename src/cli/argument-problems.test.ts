import { describe, expect, it } from 'vitest';
import {
  commandProblem,
  optionProblem,
  withDashesHidden,
  withDashesShown,
  withHelpAsOption,
} from './argument-problems.ts';

const options = {
  known: ['help', 'files', 'rules', 'map', 'as-of', 'allow-partly'],
  repeatable: ['files', 'map'],
  valued: ['files', 'rules', 'map', 'as-of'],
};
const told = (...words: string[]): string | undefined => optionProblem(words, options)?.en;

describe('nothing is to be said of', () => {
  it.each([
    [['check', 'a.csv', 'b.csv']],
    [['check', 'a.csv', '--rules', 'x.yaml', '--map', 'price=F', '--map', 'name=B']],
    [['check', '--rules=x.yaml', '--as-of=2026-01-31', 'a.csv']],
    [['check', 'a.csv', '--asOf', '2026-01-31', '--no-allow-partly']],
    [['check', '--', '--odd-name.csv']],
    [['check', '-', '-h']],
  ])('%j', (words) => {
    expect(optionProblem(words, options)).toBeUndefined();
  });
});

describe('the user is told of', () => {
  it.each([
    [['check', 'a', '--alow-partly'], 'There is no option --alow-partly. Did you mean --allow-partly?'],
    [['check', 'a', '--zzzzzzzzzzzz=1'], 'There is no option --zzzzzzzzzzzz.'],
    [['check', 'a', '--no-alow-partly'], 'There is no option --no-alow-partly. Did you mean --allow-partly?'],
    [['check', 'a', '--rules', 'x', '--rules=y'], '--rules is given more than once. Keep only one.'],
    [['check', 'a', '--rules'], '--rules needs a value.'],
    [['check', 'a', '--rules', '--as-of', '2026-01-31'], '--rules needs a value.'],
    [['check', 'a', '--rules', ''], '--rules needs a value.'],
    [['check', 'a', '--rules='], '--rules needs a value.'],
  ])('%j', (words, text) => {
    expect(told(...words)).toBe(text);
  });
});

describe('a command', () => {
  const problem = (...words: string[]): string | undefined => commandProblem(words, ['check', 'diff'])?.en;

  it.each([
    [['chekc', 'a.csv'], 'There is no command chekc. Did you mean check?'],
    [['--lang', 'en', 'chekc'], 'There is no command chekc. Did you mean check?'],
    [['katalog.csv'], 'There is no command katalog.csv.'],
  ])('that does not exist is named, with the nearest one: %j', (words, text) => {
    expect(problem(...words)).toBe(text);
  });
  it.each([[['check', 'chekc']], [['--lang', 'nb', 'diff']], [['--help']], [[]]])('%j is none or known', (words) => {
    expect(problem(...words)).toBeUndefined();
  });
});

it.each([
  [['help'], ['--help']],
  [
    ['help', 'check'],
    ['check', '--help'],
  ],
  [
    ['--lang', 'nb', 'help', 'check'],
    ['--lang', 'nb', 'check', '--help'],
  ],
  [
    ['--lang', 'help', 'check'],
    ['--lang', 'help', 'check'],
  ],
  [
    ['check', 'help'],
    ['check', 'help'],
  ],
])('%j is understood as %j', (words, meant) => {
  expect(withHelpAsOption(words)).toEqual(meant);
});

it('a lone dash comes through the parser as it was', () => {
  const [hidden] = withDashesHidden(['-']);
  expect(hidden).not.toBe('-');
  expect(withDashesShown({ files: [hidden, 'a'], out: hidden, quiet: true })).toEqual({
    files: ['-', 'a'],
    out: '-',
    quiet: true,
  });
});
