/** Whose rules a document must keep, by what it says of itself. */
import type { DocumentClaims } from '../../engine/document.ts';
import type { Specification } from './model.ts';

const EHF = /^urn:fdc:anskaffelser\.no:2019:ehf:postaward:|:urn:fdc:anskaffelser\.no:2019:ehf:spec:3\./;
const PEPPOL = /^urn:fdc:peppol\.eu:poacc:/;

/**
 * EHF before Peppol, whose identifiers its own begin with; one of the two is enough, so that a slip in the other is
 * told. @returns `undefined` for documents that claim neither, such as those of retired specifications
 */
export function specificationOf({ root, customization, profile }: DocumentClaims): Specification | undefined {
  const claims = [customization.trim(), profile.trim()];
  if (root === 'ApplicationResponse') return claims.some((claim) => PEPPOL.test(claim)) ? 'response' : undefined;
  if (claims.some((claim) => EHF.test(claim))) return 'ehf';
  return claims.some((claim) => PEPPOL.test(claim)) ? 'peppol' : undefined;
}
