/** Catalogues as UBL with every element that a field comes from. */
import { AGREEMENT, type BuiltLine } from './built-lines.ts';
import { aUbl, EHF_1, PEPPOL_3, xmlText } from './ubl.ts';

/** What today's specifications and the retired EHF 1.0 call the same things. */
export interface UblCodes {
  readonly customization: string;
  readonly gtin: string;
  readonly unspsc: string;
  /** The letters or words for a label, and the element they stand in. */
  readonly labels: Readonly<Record<string, string>>;
  readonly labelIn: 'ID' | 'CertificateTypeCode';
}

export const PEPPOL: UblCodes = {
  customization: PEPPOL_3,
  gtin: '0160',
  unspsc: 'TST',
  labels: { svanemerket: 'SVANEN', eu_ecolabel: 'EU_ECO_LABEL', fsc_mix: 'FOREST_STEWARDSHIP_COUNCIL_MIX' },
  labelIn: 'CertificateTypeCode',
};
export const EHF: UblCodes = {
  ...PEPPOL,
  customization: `${PEPPOL_3}:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0`,
};
export const RETIRED_EHF: UblCodes = {
  customization: EHF_1,
  gtin: 'GTIN',
  unspsc: 'UNSPSC',
  labels: { svanemerket: 'NEO', eu_ecolabel: 'EU Ecolabel', fsc_mix: 'FSC Mix' },
  labelIn: 'ID',
};

export function ublCatalogue(lines: readonly BuiltLine[], codes: UblCodes): string {
  return aUbl({
    lines: lines.map((line, at) => ublLine(line, at, codes)),
    header: header(),
    customization: codes.customization,
  });
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Line ends as references: as they stand, they would be made one kind. */
const escaped = (text: string): string => xmlText(text).replace(/\r/g, '&#xD;').replace(/"/g, '&quot;');

function basic(name: string, text: string | undefined, attributes: Attributes = {}): string {
  if (text === undefined) return '';
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const inside = given.map(([key, value]) => ` ${key}="${escaped(value ?? '')}"`).join('');
  return `<cbc:${name}${inside}>${escaped(text)}</cbc:${name}>`;
}

function group(name: string, ...content: readonly string[]): string {
  const inside = content.join('');
  return inside === '' ? '' : `<cac:${name}>${inside}</cac:${name}>`;
}

function header(): string {
  const { agreementNumber, supplierId, supplierName } = AGREEMENT;
  return (
    group('ReferencedContract', basic('ID', agreementNumber)) +
    group(
      'SellerSupplierParty',
      group(
        'Party',
        group('PartyIdentification', basic('ID', supplierId, { schemeID: '0192' })),
        group('PartyName', basic('Name', supplierName)),
      ),
    )
  );
}

function ublLine(line: BuiltLine, at: number, codes: UblCodes): string {
  const quantity = { unitCode: line.unit };
  return group(
    'CatalogueLine',
    basic('ID', String(at + 1)),
    basic('Note', line.lineNote),
    basic('OrderableIndicator', line.orderable),
    basic('OrderableUnit', line.unit),
    basic('OrderQuantityIncrementNumeric', line.orderInterval),
    basic('MinimumOrderQuantity', line.minOrderQuantity, quantity),
    basic('MaximumOrderQuantity', line.maxOrderQuantity, quantity),
    group('LineValidityPeriod', basic('StartDate', line.validFrom), basic('EndDate', line.validTo)),
    comparison(line.comparisonPrice),
    group('ReplacedRelatedItem', basic('ID', line.replaces)),
    group('ReplacementRelatedItem', basic('ID', line.replacedBy)),
    group(
      'RequiredItemLocationQuantity',
      measured('LeadTimeMeasure', line.leadTime),
      group(
        'Price',
        basic('PriceAmount', line.price, { currencyID: line.currency }),
        basic('BaseQuantity', line.priceBaseQuantity, quantity),
        group('ValidityPeriod', basic('StartDate', line.priceValidFrom), basic('EndDate', line.priceValidTo)),
      ),
    ),
    item(line, codes),
  );
}

function item(line: BuiltLine, codes: UblCodes): string {
  const classified = (list: string, code: string | undefined): string =>
    group('CommodityClassification', basic('ItemClassificationCode', code, { listID: list }));
  return group(
    'Item',
    basic('Description', line.description),
    basic('PackQuantity', line.packQuantity, { unitCode: line.packUnit }),
    basic('PackSizeNumeric', line.packQuantity),
    basic('Name', line.name),
    ...(line.keywords?.split(', ') ?? []).map((word) => basic('Keyword', word)),
    basic('BrandName', line.brand),
    group('SellersItemIdentification', basic('ID', line.itemNumber)),
    group('ManufacturersItemIdentification', basic('ID', line.manufacturerItemNumber)),
    group('StandardItemIdentification', basic('ID', line.gtin, { schemeID: codes.gtin })),
    document(line.imageUrl, basic('DocumentTypeCode', 'PRODUCT_IMAGE')),
    document(line.sds, basic('DocumentTypeCode', '53')),
    document(line.productUrl, basic('DocumentDescription', 'Produktside')),
    group('OriginCountry', basic('IdentificationCode', line.countryOfOrigin)),
    classified(codes.unspsc, line.unspsc),
    classified('HS', line.customsCode),
    group('ClassifiedTaxCategory', basic('ID', line.vatCategory), basic('Percent', line.vatRate)),
    line.co2 === undefined
      ? ''
      : group('AdditionalItemProperty', basic('Name', 'NetEmissionQuantity'), basic('Value', line.co2)),
    group('ManufacturerParty', group('PartyName', basic('Name', line.manufacturer))),
    certificate(line, codes),
    line.weight === undefined ? '' : group('Dimension', basic('AttributeID', 'GW'), measured('Measure', line.weight)),
  );
}

/** `12 KGM`: the code goes into the attribute. */
function measured(name: string, text: string | undefined): string {
  const [amount, unitCode] = text?.split(' ') ?? [];
  return basic(name, amount, { unitCode });
}

/** `9.9 NOK / 1 LTR`. */
function comparison(text: string | undefined): string {
  const [amount, currencyID, quantity, unitCode] = text?.split(/ (?:\/ )?/) ?? [];
  return group(
    'ItemComparison',
    basic('PriceAmount', amount, { currencyID }),
    basic('Quantity', quantity, { unitCode }),
  );
}

function document(uri: string | undefined, kind: string): string {
  if (uri === undefined) return '';
  const address = group('Attachment', group('ExternalReference', basic('URI', uri)));
  return group('ItemSpecificationDocumentReference', basic('ID', 'NA'), kind, address);
}

function certificate({ ecoLabel, ecoLicence }: BuiltLine, { labels, labelIn }: UblCodes): string {
  if (ecoLabel === undefined) return '';
  const word = labels[ecoLabel];
  return group(
    'Certificate',
    basic('ID', labelIn === 'ID' ? word : 'NA'),
    basic('CertificateTypeCode', labelIn === 'ID' ? 'NA' : word),
    basic('CertificateType', 'Environmental'),
    basic('Remarks', ecoLicence),
    group('IssuerParty', group('PartyName', basic('Name', 'NA'))),
  );
}
