/** Puts more items at the end of a list in a configuration file; what stands in it, comments too, stays as it is. */
import { Document, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

/** Lists of plain items below an item are written one item to a line: a hundred of them are read like a table. */
function flowInside(item: YAMLMap): YAMLMap {
  for (const { value } of item.items) {
    if (!isSeq(value)) continue;
    for (const inner of (value as YAMLSeq).items) (inner as YAMLMap).flow = true;
  }
  return item;
}

/**
 * @param source of a file that fits its schema; `undefined` for a new one
 * @param head the comment a new file begins with
 * @returns the file's new text
 */
export function withAppended(
  source: string | undefined,
  list: string,
  items: readonly Readonly<Record<string, unknown>>[],
  head: string,
): string {
  const document = source === undefined ? new Document({ version: 1, [list]: [] }) : parseDocument(source);
  if (source === undefined) document.commentBefore = ` ${head}`;
  const sequence = document.get(list) as YAMLSeq;
  // An empty list is written as `[]`, and what is added to it would stand on that line.
  sequence.flow = false;
  for (const item of items) sequence.add(flowInside(document.createNode(item) as YAMLMap));
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
