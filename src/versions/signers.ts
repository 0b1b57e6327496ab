/** Who must approve: how many, and who may. */
import type { SignersFile } from '../agreement/signers-schema.ts';
import { compare, decimal, parseDecimal } from '../catalogue/decimal.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { YearlyEffect } from '../reporters/result.ts';
import type { Approval } from './manifest.ts';

export interface Demand {
  readonly required: number;
  /** Why it is more than usual. */
  readonly because?: 'aboveEffect' | 'effectUnknown';
}

/**
 * @param effect of the prices that go on; nobody can say that one that is not known is small
 * @returns how many must approve
 */
export function demandOf(signers: SignersFile | undefined, effect: YearlyEffect | undefined): Demand {
  const required = signers?.required ?? 1;
  const above = signers?.aboveEffect;
  if (above === undefined || above.required <= required) return { required };
  if (effect === undefined) return { required: above.required, because: 'effectUnknown' };
  const most = parseDecimal(String(above.amount)) ?? decimal('0');
  return compare(decimal(effect.goesOn.above), most) > 0
    ? { required: above.required, because: 'aboveEffect' }
    : { required };
}

/** @throws OperationalError for an empty name, one that may not sign, and one that has signed already */
export function requireMaySign(by: string, signers: SignersFile | undefined, approvedBy: readonly Approval[]): void {
  if (by.trim() === '') {
    throw new OperationalError({
      nb: 'Oppgi hvem som godkjenner, slik: --by "Kari Nordmann".',
      en: 'Say who approves, like this: --by "Kari Nordmann".',
    });
  }
  const names = signers?.names;
  if (names !== undefined && !names.some((name) => isSamePerson(name, by))) {
    throw new OperationalError({
      nb: `${by} står ikke blant dem som kan godkjenne på avtalen: ${names.join(', ')} (signers.names i agreement.yaml).`,
      en: `${by} is not among those who may approve for the agreement: ${names.join(', ')} (signers.names in agreement.yaml).`,
    });
  }
  const before = approvedBy.find((approval) => isSamePerson(approval.by, by));
  if (before === undefined) return;
  throw new OperationalError({
    nb: `${before.by} har signert allerede. Den andre signaturen må være en annens.`,
    en: `${before.by} has signed already. The second signature must be somebody else\u2019s.`,
  });
}

/** Capitals and spaces make nobody another person. */
function isSamePerson(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
