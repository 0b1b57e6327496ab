/** Lines as JSON, one object each, in which every value keeps its form: what lies in between, and what others read. */
import type { Field } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { extraKey, lineInJson } from '../mapping/line-json.ts';
import { type CatalogueContent, type WrittenCatalogue, withPack } from './catalogue-content.ts';

export interface JsonLines {
  /** Line end included. */
  text(line: CatalogueLine): string;
  /** Every key that some line has. */
  keys(): readonly string[];
}

/**
 * Every line has every key, so that no reader has to look far for them. Fields and columns that only later lines turn
 * out to have are added when they come.
 */
export function jsonLines(known: Iterable<Field>, headings: Iterable<string>): JsonLines {
  const fields = new Set(known);
  const extras = new Map([...headings].map((heading) => [heading, extraKey(heading)]));
  return {
    text: (line) => lineInJson(line, fields, extras),
    keys: () => [...fields, ...extras.values()],
  };
}

/** A whole catalogue, or changes to one, as lines of JSON. */
export async function* jsonlParts(content: CatalogueContent): AsyncGenerator<string, WrittenCatalogue> {
  const { survey, kind } = content;
  const fields = survey.fields.filter((field) => field !== 'action');
  const json = jsonLines(kind === 'changes' ? ['action', ...fields] : fields, survey.extras);
  let lines = 0;
  for await (const batch of content.lines()) {
    lines += batch.length;
    yield batch.map((line) => json.text(withPack(line))).join('');
  }
  return { lines, leftOut: [] };
}
