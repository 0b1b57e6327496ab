/** What a BMEcat document says once for all its articles. */
import { tell, type XmlNode } from './xml-node.ts';
import { attributeOf, child, childrenNamed } from './xml-tree.ts';

export interface BmecatHeader {
  /** Of the catalogue. */
  readonly id: string;
  readonly version: string;
  /** ISO 639-1, of texts that name none. */
  readonly language: string;
  readonly currency: string;
  /** What file names of pictures are to be put behind; only where it is an address. */
  readonly mimeRoot: string;
  readonly agreementNumber: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly period: Period;
  /** Day it was made. */
  readonly issued: string;
}

/** Days as written, empty where none is given. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const NO_HEADER: BmecatHeader = {
  id: '',
  version: '',
  language: '',
  currency: '',
  mimeRoot: '',
  agreementNumber: '',
  supplierId: '',
  supplierName: '',
  period: { from: '', to: '' },
  issued: '',
};

/** @param node the element `HEADER` */
export function readBmecatHeader(node: XmlNode): BmecatHeader {
  const catalog = child(node, 'CATALOG');
  const agreements = childrenNamed(node, 'AGREEMENT');
  const agreement = agreements.find((one) => attributeOf(one, 'default').toLowerCase() === 'true') ?? agreements[0];
  const root = tell(child(catalog, 'MIME_ROOT'));
  const own = periodOf(catalog, 'valid_start_date', 'valid_end_date');
  const agreed = periodOf(agreement, 'agreement_start_date', 'agreement_end_date');
  return {
    id: tell(child(catalog, 'CATALOG_ID')),
    version: tell(child(catalog, 'CATALOG_VERSION')),
    language: catalogLanguage(childrenNamed(catalog, 'LANGUAGE')),
    currency: tell(child(catalog, 'CURRENCY')),
    mimeRoot: /^https?:/i.test(root) ? root : '',
    agreementNumber: tell(child(agreement, 'AGREEMENT_ID')),
    ...supplierOf(node),
    period: own.from === '' && own.to === '' ? agreed : own,
    issued: periodOf(catalog, 'generation_date', '').from,
  };
}

/** The edition of 2005 lists all parties and points to one of them. */
function supplierOf(node: XmlNode): Pick<BmecatHeader, 'supplierId' | 'supplierName'> {
  const supplier = child(node, 'SUPPLIER');
  const reference = tell(child(node, 'SUPPLIER_IDREF'));
  const parties = childrenNamed(child(node, 'PARTIES'), 'PARTY');
  const party =
    parties.find((one) => reference !== '' && childrenNamed(one, 'PARTY_ID').some((id) => tell(id) === reference)) ??
    parties.find((one) => childrenNamed(one, 'PARTY_ROLE').some((role) => tell(role).toLowerCase() === 'supplier'));
  return {
    supplierId: tell(child(supplier, 'SUPPLIER_ID')) || reference || tell(child(party, 'PARTY_ID')),
    supplierName: tell(child(supplier, 'SUPPLIER_NAME')) || tell(child(child(party, 'ADDRESS'), 'NAME')),
  };
}

/** The one marked so, else Norwegian where the catalogue has it, else the first. */
function catalogLanguage(nodes: readonly XmlNode[]): string {
  const marked = nodes.find((one) => attributeOf(one, 'default').toLowerCase() === 'true');
  if (marked !== undefined) return languageCode(tell(marked));
  const all = nodes.map((one) => languageCode(tell(one)));
  return all.find((code) => NORWEGIAN.has(code)) ?? all[0] ?? '';
}

const NORWEGIAN: ReadonlySet<string> = new Set(['nb', 'no', 'nn']);

const TWO_LETTERS: Readonly<Record<string, string>> = {
  nob: 'nb',
  nor: 'no',
  nno: 'nn',
  swe: 'sv',
  dan: 'da',
  deu: 'de',
  ger: 'de',
  eng: 'en',
};

/** ISO 639-1 of what the format's two editions call a language: `deu`, `ger`, `DE`, `nb-NO`; others in small letters. */
export function languageCode(text: string): string {
  const code = text.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return TWO_LETTERS[code] ?? code;
}

/** Whether a reader of the one takes a text in the other: Norwegian goes by several names. */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || (NORWEGIAN.has(one) && NORWEGIAN.has(other));
}

/**
 * The days given by `DATETIME` elements of these types, or, as in the edition of 2005, by elements named so.
 */
export function periodOf(node: XmlNode | undefined, start: string, end: string): Period {
  const dayOf = (type: string): string => {
    const dated = childrenNamed(node, 'DATETIME').find((one) => attributeOf(one, 'type').toLowerCase() === type);
    if (dated !== undefined) {
      for (const part of dated.children) part.told = true;
      return tell(child(dated, 'DATE'));
    }
    return tell(child(node, type.toUpperCase()));
  };
  return { from: dayOf(start), to: dayOf(end) };
}
