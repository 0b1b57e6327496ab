/** `PEPPOL-T19-B00101` as `peppol/t19-b00101`, `EHF-T19-B00101` as `peppol/ehf-t19-b00101`. */
export function ruleIdOf(published: string): string {
  return `peppol/${published.replace(/^PEPPOL-/, '').toLowerCase()}`;
}
