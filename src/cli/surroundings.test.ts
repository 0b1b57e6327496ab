import { describe, expect, it } from 'vitest';
import { OperationalError } from '../catalogue/error.ts';
import { describeFailure } from './failure.ts';
import { askedLanguage, engineSettings, systemLanguage } from './surroundings.ts';

describe('the language', () => {
  it.each([
    [{ LC_ALL: 'nb_NO.UTF-8', LANG: 'en_US' }, 'nb'],
    [{ LC_ALL: '', LC_MESSAGES: 'nn_NO', LANG: 'en_US' }, 'nb'],
    [{ LANG: 'no' }, 'nb'],
    [{ LANG: 'sv_SE' }, 'en'],
    [{ LANG: 'nonsense' }, 'en'],
    [{ LANG: 'C' }, 'en'],
  ])('of %o is %s', (environment, language) => {
    expect(systemLanguage(environment)).toBe(language);
  });
  it.each([
    [['check', 'a', '--lang', 'en'], 'en'],
    [['--lang=nb', 'check'], 'nb'],
    [['check', '--lang', 'no'], 'nb'],
    [['check', '--lang=nn'], 'nb'],
    [['check', '--lang'], undefined],
    [['check', '--lang', 'sv'], undefined],
    [['check', 'nb'], undefined],
  ])('asked for by %j is %s', (words, language) => {
    expect(askedLanguage(words)).toBe(language);
  });
});

describe('a failure is told', () => {
  const never = new AbortController().signal;
  it('in the user’s words when it is the user’s', () => {
    const error = new OperationalError({ nb: 'Finner ikke a.', en: 'Cannot find a.' });
    expect(describeFailure(error, 'nb', never)).toEqual({ error: 'katalogvakt: Finner ikke a.\n', code: 2 });
  });
  it('with stack and cause when it is ours', () => {
    const { error, code } = describeFailure(new Error('outer', { cause: new Error('inner') }), 'en', never);
    expect([code, error]).toEqual([
      2,
      expect.stringMatching(/^Something went wrong in katalogvakt itself\..*\nError: outer\n.*Error: inner\n/s),
    ]);
  });
  it('as interrupted when it was', () => {
    expect(describeFailure(new Error('aborted'), 'en', AbortSignal.abort())).toEqual({
      error: 'Interrupted. Nothing was written.\n',
      code: 130,
    });
  });
});

describe('the engine', () => {
  it.each(['22.8.0', '22.23.3', '24.21.0', '26.0.0'])('of Node %s is not told what it does not know', (version) => {
    expect(engineSettings(version)).toBeUndefined();
  });
  it.each(['20.19.0', '20.20.2'])('of Node %s is told both', (version) => {
    expect(engineSettings(version)).toMatch(/^--interrupt-budget=\d+ --no-allocation-site-pretenuring$/);
  });
});
