/** The agreed price list, read like a catalogue, and the article each line is found to be. */
import { UnusableFile } from '../catalogue/catalogue.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Field } from '../catalogue/field.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { mapRows, prepareMapping } from '../mapping/map-rows.ts';
import type { RowFile, Source } from '../readers/reader.ts';
import type { AgreedArticle, AgreedVerdict, Agreement } from './agreement.ts';

export interface AgreedMatch {
  readonly article: AgreedArticle;
  readonly matchedBy: AgreedVerdict['matchedBy'];
}

export interface AgreedPriceList {
  readonly articles: number;
  /** Some articles name labels they must carry. */
  readonly demandsLabels: boolean;
  /** The article the line is: by item number, else by GTIN. */
  find(line: CatalogueLine): AgreedMatch | undefined;
  /** Articles in force that `find` never gave. */
  notFound(): readonly AgreedArticle[];
}

/**
 * @param open opens the file; passed in so that this module need not know how
 * @throws OperationalError when it cannot be read: the buyer's own file, so the buyer puts it right
 */
export async function readPriceList(
  source: Source,
  open: (source: Source) => Promise<RowFile>,
  agreement: Agreement,
  asOf: string,
): Promise<AgreedPriceList> {
  try {
    const file = await open(source);
    const mapping = await prepareMapping(file, {});
    requireColumns(source, new Set(mapping.header.columns.flatMap(({ field }) => field ?? [])));
    const list = newList(source);
    for await (const batch of mapRows(file.rows(), mapping)) {
      for (const { line } of batch) {
        const article = articleOf(line, agreement, source);
        if (isInForce(article, asOf)) list.add(article);
      }
    }
    return list;
  } catch (error) {
    throw error instanceof UnusableFile ? unreadable(source, error) : error;
  }
}

function requireColumns(source: Source, fields: ReadonlySet<Field>): void {
  const hasNumber = fields.has('itemNumber') || fields.has('gtin');
  if (hasNumber && fields.has('price')) return;
  throw new OperationalError({
    nb: `Prislisten ${source.name} mangler ${hasNumber ? 'en kolonne for pris' : 'en kolonne for varenummer eller GTIN'}. Rett overskriftsraden.`,
    en: `The price list ${source.name} lacks ${hasNumber ? 'a price column' : 'a column for item number or GTIN'}. Put its heading row right.`,
  });
}

function isInForce({ validFrom, validTo }: AgreedArticle, asOf: string): boolean {
  return (validFrom === undefined || validFrom <= asOf) && (validTo === undefined || validTo >= asOf);
}

/** Fields of the price list that must be read right, or the check would compare with nothing. */
const NEEDED = ['price', 'unit', 'packQuantity', 'priceBaseQuantity', 'currency', 'gtin', 'validFrom', 'validTo'] as const;

function articleOf(line: CatalogueLine, agreement: Agreement, source: Source): AgreedArticle {
  for (const field of NEEDED) {
    const text = line.unreadable?.[field];
    if (text === undefined) continue;
    throw new OperationalError({
      nb: `Prislisten ${source.name}, rad ${line.row}: forstår ikke «${text}» (${field}). Rett cellen.`,
      en: `The price list ${source.name}, row ${line.row}: cannot read "${text}" (${field}). Put the cell right.`,
    });
  }
  const labels = (line.ecoLabel ?? []).flatMap(({ key }) => key ?? []);
  return {
    row: line.row,
    currency: line.currency ?? agreement.currency,
    ...(line.itemNumber === undefined ? {} : { itemNumber: line.itemNumber }),
    ...(line.gtin === undefined ? {} : { gtin: line.gtin }),
    ...(line.name === undefined ? {} : { name: line.name }),
    ...(line.price === undefined ? {} : { price: line.price }),
    ...(line.unit === undefined ? {} : { unit: line.unit }),
    ...(line.packQuantity === undefined ? {} : { packQuantity: line.packQuantity }),
    ...(line.priceBaseQuantity === undefined ? {} : { priceBaseQuantity: line.priceBaseQuantity }),
    ...(labels.length === 0 ? {} : { demandedLabels: labels }),
    ...(line.validFrom === undefined ? {} : { validFrom: line.validFrom }),
    ...(line.validTo === undefined ? {} : { validTo: line.validTo }),
  };
}

interface GrowingList extends AgreedPriceList {
  add(article: AgreedArticle): void;
}

function newList(source: Source): GrowingList {
  const articles: AgreedArticle[] = [];
  const byItem = new Map<string, AgreedArticle>();
  const byGtin = new Map<string, AgreedArticle>();
  const found = new Set<AgreedArticle>();
  let demandsLabels = false;
  const enter = (map: Map<string, AgreedArticle>, key: string | undefined, article: AgreedArticle): void => {
    if (key === undefined) return;
    const other = map.get(key);
    if (other !== undefined) requireSame(source, key, other, article);
    else map.set(key, article);
  };
  return {
    get articles() {
      return articles.length;
    },
    get demandsLabels() {
      return demandsLabels;
    },
    add(article) {
      articles.push(article);
      demandsLabels ||= article.demandedLabels !== undefined;
      enter(byItem, article.itemNumber, article);
      enter(byGtin, article.gtin === undefined ? undefined : comparableGtin(article.gtin), article);
    },
    find(line) {
      const byNumber = line.itemNumber === undefined ? undefined : byItem.get(line.itemNumber);
      const article = byNumber ?? (line.gtin === undefined ? undefined : byGtin.get(comparableGtin(line.gtin)));
      if (article === undefined) return undefined;
      found.add(article);
      return { article, matchedBy: byNumber === undefined ? 'gtin' : 'itemNumber' };
    },
    notFound: () => articles.filter((article) => !found.has(article)),
  };
}

/** The same article twice with different prices: nobody can say which is agreed, so nothing is guessed. */
function requireSame(source: Source, key: string, a: AgreedArticle, b: AgreedArticle): void {
  if (a.price === b.price && a.currency === b.currency && a.unit === b.unit) return;
  throw new OperationalError({
    nb: `Prislisten ${source.name} har ${key} to ganger med ulik pris, valuta eller enhet (rad ${a.row} og ${b.row}). Behold den som er avtalt.`,
    en: `The price list ${source.name} has ${key} twice with different price, currency or unit (rows ${a.row} and ${b.row}). Keep the one agreed.`,
  });
}

function unreadable(source: Source, error: UnusableFile): OperationalError {
  const where = error.row === undefined ? { nb: '', en: '' } : { nb: `, rad ${error.row}`, en: `, row ${error.row}` };
  const reason = UNREADABLE[error.problem];
  return new OperationalError(
    {
      nb: `Prislisten ${source.name}${where.nb} kan ikke brukes: ${reason.nb}.`,
      en: `The price list ${source.name}${where.en} cannot be used: ${reason.en}.`,
    },
    { cause: error },
  );
}

const UNREADABLE = {
  empty: { nb: 'filen er tom', en: 'the file is empty' },
  noLines: { nb: 'den har overskrifter, men ingen varer', en: 'it has headings but no articles' },
  noHeadings: { nb: 'fant ingen overskriftsrad', en: 'no heading row was found' },
  cutOff: { nb: 'filen er avkuttet', en: 'the file is cut off' },
  encrypted: { nb: 'den er passordbeskyttet', en: 'it is password-protected' },
  legacyWorkbook: { nb: 'lagre den som .xlsx', en: 'save it as .xlsx' },
  notACatalogue: { nb: 'den er verken CSV eller Excel', en: 'it is neither CSV nor Excel' },
  damaged: { nb: 'filen er skadet', en: 'the file is damaged' },
} as const satisfies Record<UnusableFile['problem'], { nb: string; en: string }>;
