/** Holds the buyer's own files against themselves: everything that is to be said of them, not only what stops a run. */
import type { AgreedArticle } from '../agreement/agreement.ts';
import { isCountable } from '../agreement/effect.ts';
import { lintAgreement } from '../agreement/lint/lint-agreement.ts';
import { lintArticles } from '../agreement/lint/lint-articles.ts';
import type { AgreementRemark, ListRemark } from '../agreement/lint/remark.ts';
import { newListFaults } from '../agreement/list-faults.ts';
import { type LoadedAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import { articleSource, NO_PRICE, noteFaults, openPriceList, type PriceListFile } from '../agreement/price-list.ts';
import { readVolumes } from '../agreement/read-volumes.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { columnLetter } from '../catalogue/column-letter.ts';
import { comparableGtin } from '../catalogue/gtin.ts';
import type { Language } from '../catalogue/text.ts';
import { fieldsOf } from '../diff/previous-version.ts';
import { mapRow } from '../mapping/map-rows.ts';
import { openFile } from '../readers/open-file.ts';
import type { Source } from '../readers/reader.ts';
import { LABEL_WORDS } from './label-words.ts';
import { withAliases } from './load-aliases.ts';
import { dayIn, type Surroundings } from './load-inputs.ts';
import { openList } from './open-list.ts';
import { withTemporaryFolder } from './temporary-folder.ts';
import { unusable } from './unusable.ts';
import { sourceIn, workspaceOf } from './workspace.ts';

export interface LintRequest {
  /** The `agreement.yaml`. */
  readonly agreement: string;
  readonly volumes?: string | undefined;
  readonly language?: Language | undefined;
  readonly asOf?: string | undefined;
}

export interface LintedAgreement {
  readonly number: string;
  readonly name: string;
  readonly asOf: string;
  readonly language: Language;
  readonly articles: number;
  readonly remarks: readonly AgreementRemark[];
}

/** @throws OperationalError for files that cannot be read at all, and for an agreement whose form is wrong */
export function lintFiles(request: LintRequest, around: Surroundings): Promise<LintedAgreement> {
  return withTemporaryFolder((folder) => lintIn(folder, request, around));
}

async function lintIn(folder: string, request: LintRequest, around: Surroundings): Promise<LintedAgreement> {
  const written = await loadAgreement(request.agreement, LABEL_WORDS);
  const language = request.language ?? written.agreement.language ?? around.locale;
  around.speaks?.(language);
  const asOf = request.asOf ?? dayIn(written.agreement.timeZone, around.now);
  const workspace = workspaceOf(request.agreement, around.currentFolder);
  const named = (path: string): Source => sourceIn(workspace, path);
  const loaded = await withAliases(written, named);
  const { agreement } = loaded;
  const own = named(request.agreement).name;
  const { articles, remarks } = await lintPrices(loaded, named, asOf, folder);
  const volumesFile = request.volumes ?? loaded.volumesFile;
  return {
    number: agreement.number,
    name: agreement.name,
    asOf,
    language,
    articles: articles.length,
    remarks: [
      ...lintAgreement(agreement, articles, asOf).map((text) => ({ severity: 'warning', file: own, text }) as const),
      ...remarks,
      ...lintAliases(loaded, articles, loaded.aliasesFile === undefined ? own : named(loaded.aliasesFile).name),
      ...(volumesFile === undefined ? [] : await lintVolumes(named(volumesFile), loaded, articles)),
    ],
  };
}

interface LintedPrices {
  readonly articles: readonly AgreedArticle[];
  readonly remarks: readonly AgreementRemark[];
}

async function lintPrices(
  { agreement, pricesFile, pricesSheet }: LoadedAgreement,
  named: (path: string) => Source,
  day: string,
  folder: string,
): Promise<LintedPrices> {
  if (pricesFile === undefined) return { articles: [], remarks: [] };
  const source = named(pricesFile);
  const list = await openPriceList(source, (file) => openList(file, pricesSheet, { folder, limits: undefined }), {
    vat: agreement.vat,
    listPrices: agreement.pricing !== undefined,
  });
  const { articleOf, listPrices } = articleSource(list, agreement, day);
  const faults = newListFaults(source.name, Number.POSITIVE_INFINITY);
  const articles: AgreedArticle[] = [];
  try {
    for await (const batch of list.file.rows()) {
      for (const raw of batch) {
        const line = mapRow(raw, list.mapping);
        if (line === undefined || noteFaults(line, faults, listPrices)) continue;
        const article = articleOf(line);
        if (article.price === undefined && !(listPrices && article.listPrice !== undefined))
          faults.add(line.row, NO_PRICE, 'price');
        else articles.push(article);
      }
    }
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
  const fields = fieldsOf(list.mapping);
  const found: ListRemark[] = [
    ...faults.told.map(({ row, fault, field }) => ({
      severity: 'error' as const,
      row,
      text: fault,
      ...(field === undefined ? {} : { field }),
    })),
    ...lintArticles(articles, {
      day,
      currencies: new Set([agreement.currency, ...Object.keys(agreement.pricing?.rates ?? {})]),
      hasUnits: fields.has('unit'),
    }),
    ...(fields.has('unit') ? [] : [withoutUnits]),
  ];
  found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { articles, remarks: found.map((remark) => placed(remark, list)) };
}

const withoutUnits: ListRemark = {
  severity: 'warning',
  text: { nb: 'prislisten har ingen kolonne for enhet', en: 'the price list has no column for the unit' },
};

function placed({ field, ...remark }: ListRemark, { source, mapping }: PriceListFile): AgreementRemark {
  const column = field === undefined ? undefined : mapping.header.columns.find((one) => one.field === field);
  return { ...remark, file: source.name, ...(column === undefined ? {} : { column: columnLetter(column.index) }) };
}

function numbersOf(articles: readonly AgreedArticle[], { agreement }: LoadedAgreement): ReadonlySet<string> {
  return new Set([
    ...articles.flatMap(({ itemNumber, gtin }) => [
      ...(itemNumber === undefined ? [] : [itemNumber]),
      ...(gtin === undefined ? [] : [comparableGtin(gtin)]),
    ]),
    ...(agreement.pricing?.terms ?? []).flatMap(({ scope }) => scope.articles ?? []),
  ]);
}

function lintAliases(
  loaded: LoadedAgreement,
  articles: readonly AgreedArticle[],
  file: string,
): readonly AgreementRemark[] {
  const known = numbersOf(articles, loaded);
  return (loaded.aliases ?? []).flatMap(({ row, catalogue, agreed }): AgreementRemark[] => {
    const at = { severity: 'warning', file, item: catalogue, ...(row === undefined ? {} : { row }) } as const;
    if (!known.has(agreed) && !known.has(comparableGtin(agreed))) {
      return [
        {
          ...at,
          text: {
            nb: `viser til ${agreed}, som ikke er en avtalt vare`,
            en: `points to ${agreed}, which is no agreed article`,
          },
        },
      ];
    }
    if (!known.has(catalogue) || catalogue === agreed) return [];
    return [
      {
        ...at,
        text: {
          nb: `er selv et avtalt varenummer, men viser til ${agreed}`,
          en: `is an agreed item number itself, but points to ${agreed}`,
        },
      },
    ];
  });
}

async function lintVolumes(
  source: Source,
  loaded: LoadedAgreement,
  articles: readonly AgreedArticle[],
): Promise<readonly AgreementRemark[]> {
  const { rows, faults } = await readVolumes(source, (file) => openFile(file));
  const known = numbersOf(articles, loaded);
  const byNumber = new Map(articles.map((article) => [article.itemNumber ?? article.gtin ?? '', article]));
  const file = source.name;
  const unread = faults.map(({ row, column, fault }): AgreementRemark => {
    const at = column === undefined ? {} : { column: columnLetter(column) };
    return {
      severity: 'warning',
      file,
      row,
      ...at,
      text: { nb: `${fault.nb}; raden er ikke regnet med`, en: `${fault.en}; the row does not count` },
    };
  });
  const others = rows.flatMap(({ row, itemNumber, gtin, entry }): AgreementRemark[] => {
    const item = itemNumber ?? gtin ?? '';
    const isKnown = known.has(itemNumber ?? '') || (gtin !== undefined && known.has(comparableGtin(gtin)));
    const at = { severity: 'warning', file, row, item } as const;
    if (!isKnown && articles.length > 0)
      return [{ ...at, text: { nb: 'ikke en avtalt vare', en: 'no agreed article' } }];
    const article = byNumber.get(item);
    return article === undefined || entry === undefined || isCountable(article, entry)
      ? []
      : [
          {
            ...at,
            text: {
              nb: `mengden er i ${entry.unit ?? '–'}, som ikke kan regnes om til ${article.unit ?? '–'}`,
              en: `the volume is in ${entry.unit ?? '–'}, which cannot be brought to ${article.unit ?? '–'}`,
            },
          },
        ];
  });
  return [...unread, ...others].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
