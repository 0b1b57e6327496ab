/** Whose VAT rates hold, as far as agreement and line tell. */
import type { Agreement } from '../../agreement/agreement.ts';

const BY_CURRENCY: Readonly<Record<string, string>> = { NOK: 'NO', SEK: 'SE', DKK: 'DK' };

/** @returns ISO 3166-1 alpha-2; nothing where it cannot be known: many countries have the euro */
export function vatCountry(currency: string | undefined, agreement: Agreement | undefined): string | undefined {
  const money = currency ?? agreement?.currency;
  if (money === 'EUR') return agreement?.timeZone === 'Europe/Helsinki' ? 'FI' : undefined;
  return money === undefined ? undefined : BY_CURRENCY[money];
}
