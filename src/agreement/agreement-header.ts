/** What an agreement says that stands once in a catalogue document. */
import type { DocumentHeader } from '../catalogue/document-header.ts';
import type { Agreement } from './agreement.ts';

export function headerOfAgreement({ number, name, period, currency, supplier, buyer }: Agreement): DocumentHeader {
  return {
    name,
    agreementNumber: number,
    validFrom: period.from,
    validTo: period.to,
    currency,
    supplier,
    ...(buyer === undefined ? {} : { buyer }),
  };
}
