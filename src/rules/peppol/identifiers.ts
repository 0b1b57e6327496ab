/** Which rule asks what of a party identifier, by the code of its scheme. */
import * as is from './check-digits.ts';
import type { Specification } from './model.ts';
import { normalized } from './values.ts';

export interface IdentifierRule {
  readonly rule: string;
  readonly keeps: (value: string) => boolean;
  /** Blanks around the value count. */
  readonly exact?: true;
  /** Only of `cbc:EndpointID`. */
  readonly endpoint?: true;
  readonly severity?: 'warning';
}

const common = (number: string, keeps: IdentifierRule['keeps'], more: Omit<IdentifierRule, 'rule' | 'keeps'> = {}) => ({
  rule: `peppol/common-r${number}`,
  keeps,
  ...more,
});

const BOTH: readonly (readonly [string, IdentifierRule])[] = [
  ['0088', common('040', is.isGln)],
  ['0208', common('043', is.isBelgian)],
  ['0201', common('044', is.isIpa)],
  ['0210', common('045', is.isCodiceFiscale)],
  ['9907', common('046', is.isCodiceFiscale, { endpoint: true })],
  ['0211', common('047', is.isPartitaIva)],
];

const PEPPOL: ReadonlyMap<string, IdentifierRule> = new Map([
  ...BOTH,
  ['0192', common('041', is.isOrganisationNumber)],
  ['0184', common('042', is.isCvr, { exact: true })],
  ['0007', common('049', is.isSwedish)],
  ['0151', common('050', is.isAbn)],
  ['0096', common('052', is.isDanishP, { exact: true })],
  ['0198', common('053', is.isDanishSe, { exact: true })],
  ['0106', common('054', is.isKvk)],
  ['0190', common('055', is.isOin)],
  ['9944', common('056-1', is.isDutchVat)],
  ['0217', common('057', is.isDutchEstablishment)],
]);

const EHF: ReadonlyMap<string, IdentifierRule> = new Map([
  ...BOTH,
  ['0192', { rule: 'peppol/ehf-common-r003', keeps: is.isOrganisationNumber }],
  ['9906', common('048', is.isPartitaIva, { endpoint: true })],
  ['0007', common('049', is.isTenDigits, { severity: 'warning' })],
  ['0151', common('050', is.isAbn, { severity: 'warning' })],
]);

export function identifierRules(specification: Specification): ReadonlyMap<string, IdentifierRule> {
  return specification === 'ehf' ? EHF : PEPPOL;
}

export function keeps({ keeps: test, exact }: IdentifierRule, text: string): boolean {
  return test(exact === true ? text : normalized(text));
}
