/** A Peppol BIS Catalogue 3 document with the lines of a measured catalogue: about 2.2 kB a line, as suppliers send. */
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { agreedOre, cellsOf } from './articles.mjs';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<Catalogue xmlns="${UBL}:Catalogue-2" xmlns:cac="${UBL}:CommonAggregateComponents-2" xmlns:cbc="${UBL}:CommonBasicComponents-2">
	<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:catalogue:3</cbc:CustomizationID>
	<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:catalogue_wo_response:3</cbc:ProfileID>
	<cbc:ID>KAT-1</cbc:ID>
	<cbc:IssueDate>2026-11-01</cbc:IssueDate>
	<cac:ValidityPeriod>
		<cbc:StartDate>2026-11-01</cbc:StartDate>
		<cbc:EndDate>2027-10-31</cbc:EndDate>
	</cac:ValidityPeriod>
	<cac:ReferencedContract>
		<cbc:ID>BENCH-1</cbc:ID>
	</cac:ReferencedContract>
	<cac:ProviderParty>
		<cbc:EndpointID schemeID="0192">923609016</cbc:EndpointID>
		<cac:PartyLegalEntity>
			<cbc:RegistrationName>Skarvtind Forsyning AS</cbc:RegistrationName>
		</cac:PartyLegalEntity>
	</cac:ProviderParty>
	<cac:ReceiverParty>
		<cbc:EndpointID schemeID="0192">974760673</cbc:EndpointID>
		<cac:PartyLegalEntity>
			<cbc:RegistrationName>Havneby kommune</cbc:RegistrationName>
		</cac:PartyLegalEntity>
	</cac:ReceiverParty>
	<cac:SellerSupplierParty>
		<cac:Party>
			<cac:PartyName>
				<cbc:Name>Skarvtind Forsyning AS</cbc:Name>
			</cac:PartyName>
		</cac:Party>
	</cac:SellerSupplierParty>
`;

const UNITS = new Map([
  ['stk', 'C62'],
  ['pk', 'XPK'],
  ['eske', 'XBX'],
  ['krt', 'XCT'],
  ['flaske', 'XBO'],
  ['rull', 'XRO'],
  ['par', 'PR'],
]);

/**
 * @param {number} lines
 * @param {string} path of the document; folders on the way are made
 * @param {{ everyLine?: boolean }} [faults] whether every line has one: a unit in words
 */
export function makeUbl(lines, path, { everyLine = false } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  writeFileSync(file, HEAD);
  let pieces = [];
  for (let index = 0; index < lines; index += 1) {
    const text = lineText(index + 1, cellsOf(index, agreedOre(index)));
    pieces.push(everyLine ? text.replace(UNIT, '$1stk<') : text);
    if (pieces.length < 4096) continue;
    writeFileSync(file, pieces.join(''));
    pieces = [];
  }
  pieces.push('</Catalogue>\n');
  writeFileSync(file, pieces.join(''));
  closeSync(file);
}

const UNIT = /(<cbc:OrderableUnit>)\w+</;

/** @param {number} id @param {readonly string[]} cells */
function lineText(id, cells) {
  const [number, name, description, gtin, maker, makersNumber, brand, unspsc, unit = '', content, price = ''] = cells;
  const [label, licence, , , leadTime, minimum] = cells.slice(12);
  const code = UNITS.get(unit) ?? 'C62';
  return `	<cac:CatalogueLine>
		<cbc:ID>${id}</cbc:ID>
		<cbc:OrderableIndicator>true</cbc:OrderableIndicator>
		<cbc:OrderableUnit>${code}</cbc:OrderableUnit>
		<cbc:ContentUnitQuantity unitCode="C62">${content}</cbc:ContentUnitQuantity>
		<cbc:OrderQuantityIncrementNumeric>1</cbc:OrderQuantityIncrementNumeric>
		<cbc:MinimumOrderQuantity unitCode="${code}">${minimum}</cbc:MinimumOrderQuantity>
		<cbc:PackLevelCode>TU</cbc:PackLevelCode>
		<cac:LineValidityPeriod>
			<cbc:StartDate>2026-11-01</cbc:StartDate>
			<cbc:EndDate>2027-10-31</cbc:EndDate>
		</cac:LineValidityPeriod>
		<cac:RequiredItemLocationQuantity>
			<cbc:LeadTimeMeasure unitCode="DAY">${leadTime}</cbc:LeadTimeMeasure>
			<cac:Price>
				<cbc:PriceAmount currencyID="NOK">${price.replace(',', '.')}</cbc:PriceAmount>
				<cbc:BaseQuantity unitCode="${code}">1</cbc:BaseQuantity>
			</cac:Price>
		</cac:RequiredItemLocationQuantity>
		<cac:Item>
			<cbc:Description>${description}</cbc:Description>
			<cbc:PackQuantity unitCode="C62">${content}</cbc:PackQuantity>
			<cbc:PackSizeNumeric>${content}</cbc:PackSizeNumeric>
			<cbc:Name>${name}</cbc:Name>
			<cbc:BrandName>${brand}</cbc:BrandName>
			<cac:SellersItemIdentification>
				<cbc:ID>${number}</cbc:ID>
			</cac:SellersItemIdentification>
			<cac:ManufacturersItemIdentification>
				<cbc:ID>${makersNumber}</cbc:ID>
			</cac:ManufacturersItemIdentification>
			<cac:StandardItemIdentification>
				<cbc:ID schemeID="0160">${gtin}</cbc:ID>
			</cac:StandardItemIdentification>
			<cac:CommodityClassification>
				<cbc:ItemClassificationCode listID="TST">${unspsc}</cbc:ItemClassificationCode>
			</cac:CommodityClassification>
			<cac:ClassifiedTaxCategory>
				<cbc:ID>S</cbc:ID>
				<cbc:Percent>25</cbc:Percent>
				<cac:TaxScheme>
					<cbc:ID>VAT</cbc:ID>
				</cac:TaxScheme>
			</cac:ClassifiedTaxCategory>
			<cac:ManufacturerParty>
				<cac:PartyName>
					<cbc:Name>${maker}</cbc:Name>
				</cac:PartyName>
			</cac:ManufacturerParty>${label ? certificate(label, licence ?? '') : ''}
		</cac:Item>
	</cac:CatalogueLine>
`;
}

/** @param {string} label @param {string} licence */
const certificate = (label, licence) => `
			<cac:Certificate>
				<cbc:ID>${label}</cbc:ID>
				<cbc:CertificateTypeCode>NA</cbc:CertificateTypeCode>
				<cbc:CertificateType>Environmental</cbc:CertificateType>
				<cbc:Remarks>${licence}</cbc:Remarks>
				<cac:IssuerParty>
					<cac:PartyName>
						<cbc:Name>NA</cbc:Name>
					</cac:PartyName>
				</cac:IssuerParty>
			</cac:Certificate>`;
