import { describe, expect, it } from 'vitest';
import { withDashesHidden, withDashesShown, wordProblem } from './told-words.ts';

const options = {
  known: ['help', 'files', 'rules', 'map', 'as-of', 'allow-partly'],
  repeatable: ['files', 'map'],
  valued: ['files', 'rules', 'map', 'as-of'],
};
const told = (...words: string[]): string | undefined => wordProblem(words, options)?.en;

describe('nothing is to be said of', () => {
  it.each([
    [['check', 'a.csv', 'b.csv']],
    [['check', 'a.csv', '--rules', 'x.yaml', '--map', 'price=F', '--map', 'name=B']],
    [['check', '--rules=x.yaml', '--as-of=2026-01-31', 'a.csv']],
    [['check', 'a.csv', '--asOf', '2026-01-31', '--no-allow-partly']],
    [['check', '--', '--odd-name.csv']],
    [['check', '-', '-h']],
  ])('%j', (words) => {
    expect(wordProblem(words, options)).toBeUndefined();
  });
});

describe('the user is told of', () => {
  it.each([
    [['check', 'a', '--alow-partly'], 'There is no option --alow-partly. Did you mean --allow-partly?'],
    [['check', 'a', '--zzzzzzzzzzzz=1'], 'There is no option --zzzzzzzzzzzz.'],
    [['check', 'a', '--no-alow-partly'], 'There is no option --no-alow-partly. Did you mean --allow-partly?'],
    [['check', 'a', '--rules', 'x', '--rules=y'], '--rules is given more than once. Keep only one.'],
    [['check', 'a', '--rules'], '--rules lacks a value.'],
    [['check', 'a', '--rules', '--as-of', '2026-01-31'], '--rules lacks a value.'],
    [['check', 'a', '--rules', ''], '--rules lacks a value.'],
    [['check', 'a', '--rules='], '--rules lacks a value.'],
  ])('%j', (words, text) => {
    expect(told(...words)).toBe(text);
  });
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
