/**
 * Qualified item information of EHF Catalogue 3.0.4 (EHF QII): what holds for every type of item. The lists of properties
 * by type of item are not among these rules.
 */
import type { DocumentElement } from '../../engine/document.ts';
import { localName } from './namespaces.ts';
import { isBlank, shown } from './values.ts';

const QII = 'urn:fdc:anskaffelser.no:2022:ehf:qii';
const GROCERIES =
  'ikke_fysiske_varer legemidler naeringsmidler nonfood ol_og_alkoholholdig_drikke tobakk vin_brennevin_sterkol';
const TYPES: ReadonlySet<string> = new Set([
  `${QII}:item`,
  `${QII}:service`,
  ...GROCERIES.split(' ').map((type) => `${QII}:item:dagligvare:${type}`),
]);

const ITEM = 'cac:CatalogueLine/cac:Item';
const CLASS = `${ITEM}/cac:CommodityClassification/cbc:ItemClassificationCode`;
const MOST_CHARACTERS = 300;
/** Of the item's own values. */
const NOT_BLANK = /^(?:Name|Description|Keyword|BrandName|PackQuantity|PackSizeNumeric)$/;
/** Of elements in the item that hold its numbers, codes and days. */
const HOLDS_NOT_BLANK =
  /^(?:BuyersItemIdentification|SellersItemIdentification|ManufacturersItemIdentification|StandardItemIdentification|CommodityClassification|OriginCountry|ItemInstance|LotIdentification)$/;

interface ItemProblem {
  readonly rule: string;
  readonly at: DocumentElement;
  readonly path: string;
  readonly actual: string;
  readonly expected?: string;
}

/** Nothing for items without it. */
export function itemInformationProblems(item: DocumentElement): readonly ItemProblem[] {
  const types = item.children.flatMap(({ written, children }) =>
    localName(written) === 'CommodityClassification' ? children.filter(isType) : [],
  );
  if (types.length === 0) return [];
  const problems: ItemProblem[] = [];
  for (const at of types) {
    const actual = at.text.trim();
    if (!TYPES.has(actual))
      problems.push({ rule: 'peppol/ehf-qii-g1-r004130', at, path: CLASS, actual: shown(actual) });
  }
  for (const at of item.children) {
    const name = localName(at.written);
    if ((name === 'Name' || name === 'BrandName') && at.text.length > MOST_CHARACTERS) {
      const rule = 'peppol/ehf-qii-length';
      const [actual, expected] = [String(at.text.length), String(MOST_CHARACTERS)];
      problems.push({ rule, at, path: `${ITEM}/cbc:${name}`, actual, expected });
    }
    if (NOT_BLANK.test(name)) noteBlank(at, `${ITEM}/cbc:${name}`, problems);
    if (HOLDS_NOT_BLANK.test(name)) noteBlanksIn(at, `${ITEM}/cac:${name}`, problems);
  }
  return problems;
}

function isType({ attributes, text }: DocumentElement): boolean {
  return attributes['listID'] === 'ZZZ' && text.trim().startsWith(QII);
}

function noteBlanksIn({ children }: DocumentElement, path: string, problems: ItemProblem[]): void {
  for (const child of children) {
    const name = localName(child.written);
    if (HOLDS_NOT_BLANK.test(name)) noteBlanksIn(child, `${path}/cac:${name}`, problems);
    else noteBlank(child, `${path}/cbc:${name}`, problems);
  }
}

/** What has no text at all is another rule's. */
function noteBlank(at: DocumentElement, path: string, problems: ItemProblem[]): void {
  if (at.text !== '' && isBlank(at.text)) problems.push({ rule: 'peppol/ehf-qii-blank', at, path, actual: path });
}
