/** What a thread must be told before it can help with a pass, as plain data, and how it makes the pass of it. */
import type { Agreement } from '../agreement/agreement.ts';
import { type ArticlesData, articlesFrom } from '../agreement/article-index.ts';
import { articleSource, keyedArticles, type PriceListFile } from '../agreement/price-list.ts';
import type { Language } from '../catalogue/text.ts';
import type { FormerLines, PreviousVersion } from '../diff/previous-version.ts';
import {
  type FormerLinesData,
  fieldsOf,
  formerLinesFrom,
  keyedLines,
  type MappedFile,
} from '../diff/previous-version.ts';
import { relatedLines } from '../diff/relate-lines.ts';
import { type PlainRules, plainRules, rulesFrom } from '../engine/plain-rules.ts';
import type { PreparedRules } from '../engine/prepare-rules.ts';
import { type Mapping, mappingFrom, type PlainMapping, plainMapping } from '../mapping/map-rows.ts';
import { csvFile } from '../readers/csv.ts';
import type { Pass } from '../readers/passed.ts';
import type { Source, TextFile } from '../readers/reader.ts';
import { linePass } from './line-pass.ts';
import type { Inputs } from './load-inputs.ts';
import { ruleById } from './rule-by-id.ts';

interface PlainFile {
  readonly text: TextFile;
  readonly mapping: PlainMapping;
}

interface ArticlesSetup {
  readonly kind: 'articles';
  readonly file: PlainFile;
  readonly source: Source;
  readonly agreement: Agreement;
  readonly asOf: string;
}

interface KeyedLinesSetup {
  readonly kind: 'keyedLines';
  readonly file: PlainFile;
  readonly current: PlainMapping;
}

interface RelatedLinesSetup {
  readonly kind: 'relatedLines';
  readonly file: PlainFile;
  readonly previous: { readonly file: PlainFile; readonly data: FormerLinesData };
}

interface LinePassSetup {
  readonly kind: 'lines';
  readonly file: PlainFile;
  readonly name: string;
  readonly rules: PlainRules;
  readonly asOf: string;
  /** Of the reports. */
  readonly language: Language;
  readonly agreement?: Agreement;
  readonly prices?: { readonly file: PlainFile; readonly source: Source; readonly data: ArticlesData };
  readonly previous?: RelatedLinesSetup['previous'];
}

export type PassSetup = ArticlesSetup | KeyedLinesSetup | RelatedLinesSetup | LinePassSetup;

/** @returns `undefined` when the file is no text file: only those are read in pieces */
export function keyedArticlesSetup(list: PriceListFile, agreement: Agreement, asOf: string): PassSetup | undefined {
  const file = plainFile(list);
  return file === undefined ? undefined : { kind: 'articles', file, source: list.source, agreement, asOf };
}

export function keyedLinesSetup(previous: MappedFile, current: Mapping): PassSetup | undefined {
  const file = plainFile(previous);
  return file === undefined ? undefined : { kind: 'keyedLines', file, current: plainMapping(current) };
}

export function relatedLinesSetup(
  current: MappedFile,
  opened: MappedFile,
  previous: PreviousVersion,
): PassSetup | undefined {
  const file = plainFile(current);
  const former = withData(plainFile(opened), previous.data());
  return file === undefined || former === undefined ? undefined : { kind: 'relatedLines', file, previous: former };
}

/** @returns `undefined` when one of the files is no text file: what is kept of a workbook stays in its thread */
export function linePassSetup(
  { source, asOf, language, agreement, prices, previous: opened }: Inputs,
  catalogue: MappedFile,
  prepared: PreparedRules,
  previous: PreviousVersion | undefined,
): PassSetup | undefined {
  const file = plainFile(catalogue);
  const list = prices === undefined ? undefined : withData(plainFile(prices.list), prices.data());
  const former = opened === undefined ? undefined : withData(plainFile(opened), previous?.data());
  if (file === undefined) return undefined;
  if ((prices !== undefined && list === undefined) || (opened !== undefined && former === undefined)) return undefined;
  return {
    kind: 'lines',
    file,
    name: source.name,
    rules: plainRules(prepared),
    asOf,
    language,
    ...(agreement === undefined ? {} : { agreement: agreement.agreement }),
    ...(prices === undefined || list === undefined ? {} : { prices: { ...list, source: prices.list.source } }),
    ...(former === undefined ? {} : { previous: former }),
  };
}

function plainFile({ file, mapping }: MappedFile): PlainFile | undefined {
  return file.text === undefined ? undefined : { text: file.text, mapping: plainMapping(mapping) };
}

function withData<D>(file: PlainFile | undefined, data: D | undefined) {
  return file === undefined || data === undefined ? undefined : { file, data };
}

/** The pass, and the file it goes over. */
export function passFrom(setup: PassSetup): { readonly file: MappedFile; readonly pass: Pass<unknown> } {
  const file = mappedFile(setup.file);
  switch (setup.kind) {
    case 'articles':
      return {
        file,
        pass: keyedArticles(articleSource({ ...file, source: setup.source }, setup.agreement, setup.asOf)),
      };
    case 'keyedLines':
      return { file, pass: keyedLines(file, mappingFrom(setup.current)) };
    case 'relatedLines':
      return { file, pass: relatedLines(formerLinesOf(setup.previous, file.mapping), file.mapping) };
    case 'lines':
      return { file, pass: linePassFrom(file, setup) };
  }
}

function linePassFrom(file: MappedFile, setup: LinePassSetup): Pass<unknown> {
  const { asOf, agreement, prices, previous } = setup;
  const articles =
    prices === undefined || agreement === undefined
      ? undefined
      : articlesFrom(
          prices.data,
          articleSource({ ...mappedFile(prices.file), source: prices.source }, agreement, asOf),
        );
  const grounds = {
    asOf,
    columns: fieldsOf(file.mapping),
    ...(agreement === undefined ? {} : { agreement }),
    ...(articles === undefined ? {} : { prices: articles }),
    ...(previous === undefined ? {} : { previous: formerLinesOf(previous, file.mapping) }),
  };
  return linePass(file, setup.name, rulesFrom(setup.rules, ruleById), grounds, setup.language);
}

function formerLinesOf({ file, data }: RelatedLinesSetup['previous'], current: Mapping): FormerLines {
  return formerLinesFrom(data, mappedFile(file), current);
}

function mappedFile({ text, mapping }: PlainFile): MappedFile {
  return { file: csvFile(text), mapping: mappingFrom(mapping) };
}
