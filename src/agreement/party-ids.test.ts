import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGln, isOrganisationNumber, partyNumber } from './party-ids.ts';

describe('an organisation number', () => {
  it.each(['974760673', '974683520', '984661185', '984297793', '964338531', '948164256'])('%s is one', (number) => {
    expect(isOrganisationNumber(number)).toBe(true);
  });

  it.each(['987654321', '931093222', '974760674', '97476067', '9747606733', '000000000', '97476067x', ''])(
    '%s is none',
    (number) => {
      expect(isOrganisationNumber(number)).toBe(false);
    },
  );

  it('is never right with one digit changed', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = [...'974760673'];
        digits[place] = String((Number(digits[place]) + step) % 10);
        expect(isOrganisationNumber(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('a GLN', () => {
  it.each(['7080000000005', '7350053850019'])('%s is one', (number) => {
    expect(isGln(number)).toBe(true);
  });

  it.each(['7080000857049', '708000000000', '0000000000000', '36282818705', '036282818705', 'x080000000005'])(
    '%s is none',
    (number) => {
      expect(isGln(number)).toBe(false);
    },
  );
});

describe('a party\u2019s number', () => {
  it.each([
    ['974760673', 'organisationNumber', '974760673', true],
    ['NO 974 760 673 MVA', 'organisationNumber', '974760673', true],
    ['no974760673mva', 'organisationNumber', '974760673', true],
    ['0192:974760673', 'organisationNumber', '974760673', true],
    ['NO 987654321 MVA', 'organisationNumber', '987654321', false],
    ['0192:987654321', 'organisationNumber', '987654321', false],
    ['7080000000005', 'gln', '7080000000005', true],
    ['7080000857049', 'gln', '7080000857049', false],
  ])('%s', (text, scheme, number, valid) => {
    expect(partyNumber(text)).toEqual({ scheme, number, valid });
  });

  it.each([
    '10042',
    '942888711',
    '987654321',
    '123456785',
    '97476067',
    '9747606731',
    'NOK974760673',
    '',
    '70800000000055',
  ])('or a customer\u2019s own: %s', (text) => {
    expect(partyNumber(text)).toBeUndefined();
  });
});
