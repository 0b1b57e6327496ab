/** What stands once in a UBL catalogue, above its lines. */
import { type FileRemark, UnusableFile } from '../catalogue/catalogue.ts';
import { type DocumentHeader, headerFrom } from '../catalogue/document-header.ts';
import { attributeOf, child, childText, type XmlElement } from './xml-tree.ts';

export interface UblHeader {
  readonly customization: string;
  readonly profile: string;
  readonly issued: string;
  readonly actionCode: string;
  readonly agreementNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly currency: string;
  /** The specification it follows, where that is no longer in use. */
  readonly olderGeneration?: string;
  /** What another document with the same lines would say. */
  readonly document: DocumentHeader;
}

const CURRENT = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3';

/** Retired specifications by what their identifiers have in common; the first that fits. */
const OLDER: readonly (readonly [RegExp, string])[] = [
  [/ehf:katalog:ver(\d[\d.]*)/i, 'EHF Katalog '],
  [/peppol1a:ver(\d[\d.]*)/i, 'Peppol BIS 1A '],
  [/^oioubl-(\d[\d.]*)/i, 'OIOUBL '],
  [/^oioubl/i, 'OIOUBL'],
  [/cenbii|biitrns|biicoretrdm|^urn:www\.peppol\.eu/i, 'CEN BII'],
];

/**
 * @param root with all children above the first line
 * @throws UnusableFile `notACatalogue` for a Punch Out message, which has the same root element
 */
export function ublHeader(root: XmlElement): UblHeader {
  const customization = childText(root, 'CustomizationID');
  if (/trns:punch_out/i.test(customization)) throw new UnusableFile('notACatalogue', { detail: 'Punch Out' });
  const period = child(root, 'ValidityPeriod');
  const seller = child(child(root, 'SellerSupplierParty'), 'Party');
  const provider = child(root, 'ProviderParty');
  const olderGeneration = olderName(customization);
  return {
    document: documentOf(root),
    customization,
    profile: childText(root, 'ProfileID'),
    issued: childText(root, 'IssueDate'),
    actionCode: childText(root, 'ActionCode'),
    agreementNumber: childText(child(root, 'ReferencedContract'), 'ID'),
    supplierId: partyId(seller) || partyId(provider),
    supplierName: partyName(seller) || partyName(provider),
    validFrom: childText(period, 'StartDate'),
    validTo: childText(period, 'EndDate'),
    currency: childText(root, 'PricingCurrencyCode') || childText(root, 'DocumentCurrencyCode'),
    ...(olderGeneration === undefined ? {} : { olderGeneration }),
  };
}

function olderName(customization: string): string | undefined {
  if (customization.startsWith(CURRENT)) return undefined;
  for (const [pattern, name] of OLDER) {
    const match = pattern.exec(customization);
    if (match !== null) return `${name}${match[1] ?? ''}`;
  }
  return undefined;
}

/** A registered number before one that the parties agreed on. */
function partyId(party: XmlElement | undefined): string {
  const identification = child(child(party, 'PartyIdentification'), 'ID');
  const ids = [
    identification,
    child(child(party, 'PartyLegalEntity'), 'CompanyID'),
    child(party, 'EndpointID'),
    child(child(party, 'PartyTaxScheme'), 'CompanyID'),
  ].filter((element) => element !== undefined && element.text.trim() !== '');
  const registered = ids.find((element) => REGISTERED.test(attributeOf(element, 'schemeID')));
  return (registered ?? ids[0])?.text.trim() ?? '';
}

function documentOf(root: XmlElement): DocumentHeader {
  const period = child(root, 'ValidityPeriod');
  const party = (name: string): XmlElement | undefined => child(root, name);
  const values: readonly (readonly [string, string])[] = [
    ['id', childText(root, 'ID')],
    ['version', childText(root, 'VersionID')],
    ['name', childText(root, 'Name')],
    ['validFrom', childText(period, 'StartDate')],
    ['validTo', childText(period, 'EndDate')],
    ['agreementNumber', childText(child(root, 'ReferencedContract'), 'ID')],
    ...partyValues('supplier', [child(party('SellerSupplierParty'), 'Party'), party('ProviderParty')]),
    ...partyValues('buyer', [party('ReceiverParty'), child(party('ContractorCustomerParty'), 'Party')]),
  ];
  return headerFrom(values.filter(([, value]) => value !== ''));
}

const ORGANISATION = /^(?:0192|NO:ORGNR|NO:ORG)$/i;
const LOCATION = /^(?:0088|GLN)$/i;

/** What the first of its elements says that says it. */
function partyValues(
  name: string,
  elements: readonly (XmlElement | undefined)[],
): readonly (readonly [string, string])[] {
  const ids = elements.flatMap((element) => [
    child(child(element, 'PartyIdentification'), 'ID'),
    child(child(element, 'PartyLegalEntity'), 'CompanyID'),
    child(element, 'EndpointID'),
  ]);
  const idOf = (scheme: RegExp): string => {
    const found = ids.find((id) => id !== undefined && scheme.test(attributeOf(id, 'schemeID')));
    return found?.text.trim() ?? '';
  };
  const endpoint = elements.map((element) => child(element, 'EndpointID')).find((found) => found !== undefined);
  const scheme = attributeOf(endpoint, 'schemeID');
  return [
    [`${name}.name`, elements.map(partyName).find((text) => text !== '') ?? ''],
    [`${name}.organisationNumber`, idOf(ORGANISATION)],
    [`${name}.gln`, idOf(LOCATION)],
    // Schemes were called by letters once: those are no addresses today.
    [`${name}.endpoint`, /^\d{4}$/.test(scheme) ? `${scheme}:${endpoint?.text.trim() ?? ''}` : ''],
  ];
}

/** Norwegian organisation number and GLN, as the schemes are called today and were. */
const REGISTERED = /^(?:0192|0088|NO:ORGNR|NO:ORG|GLN)$/i;

function partyName(party: XmlElement | undefined): string {
  return (
    childText(child(party, 'PartyName'), 'Name') || childText(child(party, 'PartyLegalEntity'), 'RegistrationName')
  );
}

/** Remarks on the document as a whole. */
export function headerRemarks({ olderGeneration }: UblHeader): readonly FileRemark[] {
  return olderGeneration === undefined ? [] : [{ kind: 'olderGeneration', specification: olderGeneration }];
}
