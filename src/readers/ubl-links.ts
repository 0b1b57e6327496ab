/** The pictures and documents of a UBL line. */
import { attributeOf, child, childText, childTexts, type XmlElement } from './xml-tree.ts';

export interface Links {
  readonly image: string;
  readonly sds: string;
  readonly page: string;
  /** `Name=Link; Name=Link`. */
  readonly others: string;
}

const NO_LINKS: Links = { image: '', sds: '', page: '', others: '' };

const IMAGE_CODE = /^PRODUCT_IMAGE$/i;
/** UN/CEFACT 1001: safety and hazard data sheet. */
const SDS_CODE = '53';
const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|tiff?|bmp|svg)(?:[?#]|$)/i;
const SDS_WORDS =
  /sikkerhetsdatablad|säkerhetsdatablad|sikkerhedsdatablad|safety (?:data ?)?sheet|sicherheitsdatenblatt|\bM?SDS\b|\bHMS\b/i;
const IMAGE_WORDS = /\b(?:bilde|produktbilde|bild|billede|image|picture|photo|foto)\b/i;
const PAGE_WORDS = /\b(?:produktside|nettside|produktlenke|product page|web ?page|website|webbside|hjemmeside|url)\b/i;

interface Link {
  readonly kind: 'image' | 'sds' | 'page' | 'other';
  readonly name: string;
  readonly target: string;
}

export function linksOf(references: readonly XmlElement[]): Links {
  if (references.length === 0) return NO_LINKS;
  const links = references.flatMap(linkOf);
  // The main picture is the one that says so; the others come as they stand.
  const marked = references.findIndex((element) => IMAGE_CODE.test(childText(element, 'DocumentTypeCode')));
  const main = references[marked];
  const preferred = main === undefined ? undefined : linkOf(main)[0];
  const image = preferred ?? links.find(({ kind }) => kind === 'image');
  const sds = links.find(({ kind }) => kind === 'sds');
  const page = links.find(({ kind }) => kind === 'page');
  const used = [image, sds, page].map((link) => link?.target);
  return {
    image: image?.target ?? '',
    sds: sds?.target ?? '',
    page: page?.target ?? '',
    others: links
      .filter(({ target }) => !used.includes(target))
      .map(({ name, target }) => (name === '' ? target : `${name}=${target}`))
      .join('; '),
  };
}

function linkOf(reference: XmlElement): readonly Link[] {
  const attachment = child(reference, 'Attachment');
  const embedded = child(attachment, 'EmbeddedDocumentBinaryObject');
  const link = childText(child(attachment, 'ExternalReference'), 'URI');
  const target = link || attributeOf(embedded, 'filename');
  if (target === '') return [];
  const code = childText(reference, 'DocumentTypeCode');
  const words = [childTexts(reference, 'DocumentDescription').join(' '), childText(reference, 'DocumentType')];
  const name = words.find((text) => text.trim() !== '') ?? (code || childText(reference, 'ID'));
  const said = `${name} ${childText(reference, 'ID')}`;
  // A file within the document has no address that anybody could open.
  const kind = link === '' ? 'other' : kindOf(code, said, target);
  return [{ kind, name: name.trim(), target }];
}

function kindOf(code: string, said: string, target: string): Link['kind'] {
  if (IMAGE_CODE.test(code)) return 'image';
  if (code === SDS_CODE || SDS_WORDS.test(said)) return 'sds';
  if (IMAGE_WORDS.test(said) || IMAGE_FILE.test(target)) return 'image';
  return PAGE_WORDS.test(said) ? 'page' : 'other';
}
