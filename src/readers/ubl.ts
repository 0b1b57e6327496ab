/** UBL catalogues in XML: Peppol BIS Catalogue, EHF Catalogue, OIOUBL. What reads them is loaded when one comes. */
import type { Reader } from './reader.ts';

export const ublReader: Reader = {
  format: 'ubl',
  recognises: (head) => UBL_ROOT.test(narrow(head)),
  async open(source, options) {
    const { openUbl } = await import('./ubl-document.ts');
    return openUbl(source, options);
  },
};

/** The root element, whichever document of UBL it is: an order must be refused by who knows what it is. */
const UBL_ROOT =
  /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>\s*)*<(?:[\w.-]+:)?(?:Catalogue\w*[\s>/]|[A-Z]\w*\s[^>]*["']urn:oasis:names:specification:ubl:)/;

/** Text of the first bytes; letters beyond ASCII may come out wrong. */
function narrow(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  return text.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').replace(/\0/g, '');
}
