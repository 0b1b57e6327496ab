/** UBL catalogues for tests, in the ways different programs write them. */

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';
const AGGREGATE = `${UBL}:CommonAggregateComponents-2`;
const BASIC = `${UBL}:CommonBasicComponents-2`;

export const PEPPOL_3 = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3';
export const EHF_1 =
  'urn:www.cenbii.eu:transaction:biitrns019:ver2.0:extended:urn:www.peppol.eu:bis:peppol1a:ver2.0:extended:urn:www.difi.no:ehf:katalog:ver1.0';

/** `cac`: as the specifications show it; `own`: other prefixes; `default`: each element says its namespace itself. */
export type PrefixStyle = 'cac' | 'own' | 'default';

export interface UblDocument {
  readonly lines: readonly string[];
  /** Children of the root above the lines, with `cac:` and `cbc:`. */
  readonly header?: string;
  /** Which specification it claims to follow; one without rules on its form by itself. */
  readonly customization?: string;
  readonly style?: PrefixStyle;
  /** Declared; nothing is when it is empty. */
  readonly encoding?: string;
  readonly lineEnd?: string;
  readonly root?: string;
}

/** A whole document as text, one line of the file for each catalogue line. */
export function aUbl(document: UblDocument): string {
  const { lines, header = '', customization, style = 'cac', encoding = 'UTF-8', root = 'Catalogue' } = document;
  const end = document.lineEnd ?? '\n';
  const namespaces: Readonly<Record<PrefixStyle, string>> = {
    cac: `xmlns="${UBL}:${root}-2" xmlns:cac="${AGGREGATE}" xmlns:cbc="${BASIC}"`,
    own: `xmlns:k="${UBL}:${root}-2" xmlns:a="${AGGREGATE}" xmlns:b="${BASIC}"`,
    default: `xmlns="${UBL}:${root}-2"`,
  };
  const rootName = style === 'own' ? `k:${root}` : root;
  const declaration = encoding === '' ? '' : `<?xml version="1.0" encoding="${encoding}"?>${end}`;
  const inside = [`<cbc:CustomizationID>${customization}</cbc:CustomizationID>`, header, ...lines].filter(Boolean);
  const body = inside.map((text) => `\t${inStyle(text, style)}`).join(end);
  return `${declaration}<${rootName} ${namespaces[style]}>${end}${body}${end}</${rootName}>${end}`;
}

function inStyle(text: string, style: PrefixStyle): string {
  if (style === 'cac') return text;
  if (style === 'own') return text.replace(/(<\/?)cac:/g, '$1a:').replace(/(<\/?)cbc:/g, '$1b:');
  return text
    .replace(/<cac:(\w+)/g, `<$1 xmlns="${AGGREGATE}"`)
    .replace(/<cbc:(\w+)/g, `<$1 xmlns="${BASIC}"`)
    .replace(/<\/c[ab]c:/g, '</');
}

/** What stands in a line beside its item number. */
export interface UblLineParts {
  readonly id?: string;
  readonly name?: string;
  readonly price?: string;
  readonly unit?: string;
  readonly gtin?: string;
  /** Children of `cac:CatalogueLine` in front of the price. */
  readonly line?: string;
  /** Instead of the one price. */
  readonly conditions?: string;
  /** Children of `cac:Item` behind the numbers. */
  readonly item?: string;
}

export function aUblLine(itemNumber: string, parts: UblLineParts = {}): string {
  const {
    id = itemNumber,
    name = `Vare ${itemNumber}`,
    price = '10.00',
    unit = 'C62',
    gtin,
    line = '',
    item = '',
  } = parts;
  const conditions = parts.conditions ?? aPrice(price);
  const number =
    gtin === undefined
      ? ''
      : `<cac:StandardItemIdentification><cbc:ID schemeID="0160">${gtin}</cbc:ID></cac:StandardItemIdentification>`;
  return (
    `<cac:CatalogueLine><cbc:ID>${xmlText(id)}</cbc:ID><cbc:OrderableUnit>${unit}</cbc:OrderableUnit>${line}${conditions}` +
    `<cac:Item><cbc:Name>${xmlText(name)}</cbc:Name><cac:SellersItemIdentification><cbc:ID>${xmlText(itemNumber)}</cbc:ID>` +
    `</cac:SellersItemIdentification>${number}${item}</cac:Item></cac:CatalogueLine>`
  );
}

/** One `cac:RequiredItemLocationQuantity`. @param from the lowest quantity */
export function aPrice(price: string, from = '', period = '', inFront = ''): string {
  const [start = '', end = ''] = period.split('/');
  const day = (name: string, text: string) => (text === '' ? '' : `<cbc:${name}>${text}</cbc:${name}>`);
  const lowest = from === '' ? '' : `<cbc:MinimumQuantity unitCode="C62">${from}</cbc:MinimumQuantity>`;
  const validity =
    period === '' ? '' : `<cac:ValidityPeriod>${day('StartDate', start)}${day('EndDate', end)}</cac:ValidityPeriod>`;
  return `<cac:RequiredItemLocationQuantity>${inFront}${lowest}<cac:Price><cbc:PriceAmount currencyID="NOK">${price}</cbc:PriceAmount>${validity}</cac:Price></cac:RequiredItemLocationQuantity>`;
}

export function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A document as the bytes of a file. */
export function xmlBytes(text: string, encoding: 'utf8' | 'latin1' | 'utf16le' | 'utf16be', mark = false): Buffer {
  const marked = mark ? `\ufeff${text}` : text;
  return encoding === 'utf16be' ? Buffer.from(marked, 'utf16le').swap16() : Buffer.from(marked, encoding);
}
