import { describe, expect, it } from 'vitest';
import { decimal } from '../catalogue/decimal.ts';
import { type CatalogueFacts, decideCatalogue } from './decide-catalogue.ts';

const lines = (given: Partial<CatalogueFacts['lines']>): CatalogueFacts['lines'] => ({
  read: 0,
  asSent: 0,
  corrected: 0,
  keptPrevious: 0,
  withheld: 0,
  keptMissing: 0,
  ...given,
});
const facts = (given: Partial<CatalogueFacts> = {}): CatalogueFacts => ({
  lines: lines({ read: 3, asSent: 3 }),
  refusedBy: [],
  missing: [],
  missingAgreed: 0,
  ...given,
});

describe('the outcome', () => {
  it.each<[string, Partial<CatalogueFacts['lines']>, string]>([
    ['every line as sent', { read: 3, asSent: 3 }, 'approved'],
    ['a line withheld', { read: 3, asSent: 2, withheld: 1 }, 'partly'],
    ['a line corrected', { read: 3, asSent: 2, corrected: 1 }, 'partly'],
    ['nothing but corrected lines', { read: 1, corrected: 1 }, 'partly'],
    ['a line of the previous version in its place', { read: 1, keptPrevious: 1 }, 'partly'],
    ['every line as sent, and one that was missing', { read: 3, asSent: 3, keptMissing: 1 }, 'partly'],
    ['all withheld, but one that was missing', { read: 1, withheld: 1, keptMissing: 1 }, 'partly'],
  ])('%s', (_, given, outcome) => {
    expect(decideCatalogue(facts({ lines: lines(given) }), {})).toEqual({ outcome, refusedBecause: [] });
  });

  it('all withheld: nothing is left', () => {
    expect(decideCatalogue(facts({ lines: lines({ read: 2, withheld: 2 }) }), {})).toEqual({
      outcome: 'refused',
      refusedBecause: [{ reason: 'nothingLeft' }],
    });
  });

  it('a file without lines that a rule refuses is refused for that alone', () => {
    expect(decideCatalogue(facts({ lines: lines({}), refusedBy: ['file/empty'] }), {}).refusedBecause).toEqual([
      { reason: 'rule', rule: 'file/empty' },
    ]);
  });

  it('all reasons are told: what is missing, rules, limits', () => {
    const decision = decideCatalogue(
      facts({ missing: ['prices'], refusedBy: ['expiry/agreement-ended'], missingAgreed: 2 }),
      {
        missingAgreed: decimal('1'),
      },
    );
    expect(decision.refusedBecause).toEqual([
      { reason: 'missing', what: 'prices' },
      { reason: 'rule', rule: 'expiry/agreement-ended' },
      { reason: 'limit', limit: 'missingAgreed', allowed: '1', actual: '2' },
    ]);
  });
});

describe('a limit', () => {
  const third = facts({ lines: lines({ read: 3, asSent: 2, withheld: 1 }), removed: { lines: 1, of: 8 } });
  it.each([
    ['withheldPercent', '33.32', true],
    ['withheldPercent', '33.33', false],
    ['withheldPercent', '0', true],
    ['removedPercent', '12.49', true],
    ['removedPercent', '12.5', false],
  ])('%s of %s', (limit, allowed, refuses) => {
    expect(decideCatalogue(third, { [limit]: decimal(allowed) }).outcome).toBe(refuses ? 'refused' : 'partly');
  });
  it('on lines removed says nothing without a previous version', () => {
    expect(decideCatalogue(facts(), { removedPercent: decimal('0') }).outcome).toBe('approved');
  });
  it('of nothing is not exceeded by nothing', () => {
    const none = facts({ removed: { lines: 0, of: 0 } });
    expect(
      decideCatalogue(none, {
        removedPercent: decimal('0'),
        withheldPercent: decimal('0'),
        missingAgreed: decimal('0'),
      }).outcome,
    ).toBe('approved');
  });
});
