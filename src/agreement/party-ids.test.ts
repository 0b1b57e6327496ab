import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGln, isOrganisationNumber } from './party-ids.ts';

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
