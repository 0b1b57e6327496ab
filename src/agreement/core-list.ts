/** The articles of the agreement's core assortment, by item number or GTIN. */
import { comparableGtin } from '../catalogue/gtin.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { AgreedArticle } from './agreement.ts';

/** Notes line after line. */
export interface CoreTaker {
  /** @param article the line's agreed article */
  add(line: CatalogueLine, article: AgreedArticle | undefined): void;
  /** Positions on the list of the articles that lines were found to be. */
  readonly offered: ReadonlySet<number>;
}

/**
 * @param core item numbers and GTINs; absent: the agreement has no such list
 * @returns makes a taker for some lines
 */
export function coreTakerOf(core: readonly string[] | undefined): () => CoreTaker {
  if (core === undefined) return () => NONE;
  const positions = new Map(core.map((number, position) => [comparableGtin(number), position]));
  return () => {
    const offered = new Set<number>();
    const find = (number: string | undefined): number | undefined =>
      number === undefined ? undefined : positions.get(comparableGtin(number));
    return {
      offered,
      add(line, article) {
        const position = find(line.itemNumber) ?? find(line.gtin) ?? find(article?.itemNumber) ?? find(article?.gtin);
        if (position !== undefined) offered.add(position);
      },
    };
  };
}

const NONE: CoreTaker = { offered: new Set(), add() {} };
