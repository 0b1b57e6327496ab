/** What is to be said of the buyer's own files, once they are read: the same in a run and by `--agreement-only`. */
import type { AgreedArticle } from '../../agreement/agreement.ts';
import { isCountable } from '../../agreement/effect.ts';
import { lintAgreement } from '../../agreement/lint/lint-agreement.ts';
import { lintArticles } from '../../agreement/lint/lint-articles.ts';
import type { AgreementRemark, ListRemark } from '../../agreement/lint/remark.ts';
import type { ListFault } from '../../agreement/list-faults.ts';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import type { PriceListFile } from '../../agreement/price-list.ts';
import type { ReadVolumes } from '../../agreement/read-volumes.ts';
import { columnLetter } from '../../catalogue/column-letter.ts';
import { comparableGtin } from '../../catalogue/gtin.ts';
import { fieldsOf } from '../../diff/previous-version.ts';

/** A price list with its entries, and what could not be read of it. */
export interface ReadList extends PriceListFile {
  readonly entries: readonly AgreedArticle[];
  readonly faults?: readonly ListFault[];
}

export interface ReadAgreement {
  readonly loaded: LoadedAgreement;
  readonly day: string;
  /** Absent where the agreement has none, or it is too long to be held against itself. */
  readonly prices?: ReadList | undefined;
  /** Dated lists that terms rest on. */
  readonly lists: readonly ReadList[];
  readonly volumes?: { readonly file: string; readonly read: ReadVolumes } | undefined;
  /** As reports name them. */
  readonly files: { readonly agreement: string; readonly aliases: string };
}

/** @returns file by file, each in the order of its rows */
export function remarksOnAgreement(given: ReadAgreement): readonly AgreementRemark[] {
  const { loaded, day, prices, lists, volumes, files } = given;
  const listed = prices?.entries ?? [];
  const agreed: Agreed = { listed, numbers: numbersIn([listed, ...lists.map(({ entries }) => entries)], loaded) };
  return [
    ...lintAgreement(loaded.agreement, listed, day).map(
      (text): AgreementRemark => ({ severity: 'warning', file: files.agreement, text }),
    ),
    ...[...(prices === undefined ? [] : [prices]), ...lists].flatMap((list) => remarksOnList(list, loaded, day)),
    ...remarksOnAliases(loaded, agreed, files.aliases),
    ...(volumes === undefined ? [] : remarksOnVolumes(volumes, agreed)),
  ];
}

function remarksOnList(list: ReadList, { agreement }: LoadedAgreement, day: string): readonly AgreementRemark[] {
  const fields = fieldsOf(list.mapping);
  const hasUnits = fields.has('unit');
  const found: ListRemark[] = [
    ...(list.faults ?? []).map(({ row, fault, field }) => ({
      severity: 'error' as const,
      row,
      text: fault,
      ...(field === undefined ? {} : { field }),
    })),
    ...lintArticles(list.entries, {
      day,
      currencies: new Set([agreement.currency, ...Object.keys(agreement.pricing?.rates ?? {})]),
      hasUnits,
    }),
    ...(hasUnits ? [] : [WITHOUT_UNITS]),
    ...(fields.has('priceTiers') ? [TIERS_UNUSED] : []),
  ];
  return found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)).map((remark) => placed(remark, list));
}

const WITHOUT_UNITS: ListRemark = {
  severity: 'warning',
  text: { nb: 'prislisten har ingen kolonne for enhet', en: 'the price list has no column for the unit' },
};

const TIERS_UNUSED: ListRemark = {
  severity: 'warning',
  field: 'priceTiers',
  text: {
    nb: 'staffelprisene i prislisten brukes ikke; før dem opp som tiers under priceTerms',
    en: 'the prices by quantity in the price list are not used; put them under priceTerms, as tiers',
  },
};

function placed({ field, ...remark }: ListRemark, { source, mapping }: PriceListFile): AgreementRemark {
  const column = field === undefined ? undefined : mapping.header.columns.find((one) => one.field === field);
  return { ...remark, file: source.name, ...(column === undefined ? {} : { column: columnLetter(column.index) }) };
}

interface Agreed {
  readonly listed: readonly AgreedArticle[];
  /** What articles are known by, in lists and terms. */
  readonly numbers: ReadonlySet<string>;
}

function numbersIn(lists: readonly (readonly AgreedArticle[])[], { agreement }: LoadedAgreement): ReadonlySet<string> {
  const numbers = new Set((agreement.pricing?.terms ?? []).flatMap(({ scope }) => scope.articles ?? []));
  for (const { itemNumber, gtin } of lists.flat()) {
    if (itemNumber !== undefined) numbers.add(itemNumber);
    if (gtin !== undefined) numbers.add(comparableGtin(gtin));
  }
  return numbers;
}

function remarksOnAliases({ aliases = [] }: LoadedAgreement, { numbers }: Agreed, file: string) {
  return aliases.flatMap(({ row, catalogue, agreed }): readonly AgreementRemark[] => {
    const at = { severity: 'warning', file, item: catalogue, ...(row === undefined ? {} : { row }) } as const;
    if (!numbers.has(agreed) && !numbers.has(comparableGtin(agreed))) {
      const nb = `viser til ${agreed}, som ikke er en avtalt vare`;
      return [{ ...at, text: { nb, en: `points to ${agreed}, which is not an agreed article` } }];
    }
    if (!numbers.has(catalogue) || catalogue === agreed) return [];
    const nb = `er selv et avtalt varenummer, men viser til ${agreed}`;
    return [{ ...at, text: { nb, en: `is an agreed item number itself, but points to ${agreed}` } }];
  });
}

function remarksOnVolumes(
  { file, read: { rows, faults } }: NonNullable<ReadAgreement['volumes']>,
  { listed, numbers }: Agreed,
): readonly AgreementRemark[] {
  const byNumber = new Map(listed.map((article) => [article.itemNumber ?? article.gtin ?? '', article]));
  const unread = faults.map(({ row, column, fault }): AgreementRemark => {
    const at = column === undefined ? {} : { column: columnLetter(column) };
    const text = { nb: `${fault.nb}; raden er ikke regnet med`, en: `${fault.en}; the row is not counted` };
    return { severity: 'warning', file, row, ...at, text };
  });
  const others = rows.flatMap(({ row, itemNumber, gtin, entry }): readonly AgreementRemark[] => {
    const item = itemNumber ?? gtin ?? '';
    const at = { severity: 'warning', file, row, item } as const;
    const isKnown = numbers.has(itemNumber ?? '') || (gtin !== undefined && numbers.has(comparableGtin(gtin)));
    if (!isKnown && listed.length > 0)
      return [{ ...at, text: { nb: 'ikke en avtalt vare', en: 'not an agreed article' } }];
    const article = byNumber.get(item);
    if (article === undefined || entry === undefined || isCountable(article, entry)) return [];
    const [own, agreed] = [entry.unit ?? '–', article.unit ?? '–'];
    const nb = `mengden er i ${own}, som ikke kan regnes om til ${agreed}`;
    return [{ ...at, text: { nb, en: `the volume is in ${own}, which cannot be converted to ${agreed}` } }];
  });
  return [...unread, ...others].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
