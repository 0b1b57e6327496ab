/** A record held against the rules on its form before it is written: what they refuse is left out, and told. */
import type { DocumentElement, FormProblem } from '../engine/document.ts';
import type { NewElement } from './xml.ts';

/** @returns `undefined` where nothing is wrong with the record; a problem's row is that of its element */
export type FormOf = (element: DocumentElement) => readonly FormProblem[] | undefined;

export interface FittedRecord {
  readonly element: NewElement;
  /** What was left out: fields, or headings of columns without one. */
  readonly leftOut: readonly string[];
  /** What cannot be helped by leaving something out. */
  readonly problems: readonly FormProblem[];
}

const NOTHING: readonly never[] = [];

/** @param vital what a record is never written without, if it has it: leaving it out would make another record of it */
export function fitted(record: NewElement, formOf: FormOf, vital: (says: string) => boolean): FittedRecord {
  let element = record;
  let leftOut: readonly string[] = NOTHING;
  for (;;) {
    const placed: Placed[] = [];
    const problems = formOf(asDocument(element, undefined, placed)) ?? NOTHING;
    if (problems.length === 0) return { element, leftOut, problems };
    const refused = new Map<NewElement, readonly string[]>();
    for (const { row } of problems) {
      const found = placed[row];
      if (found === undefined || row === 0) continue;
      const said = saidBy(found);
      if (!said.some(vital)) refused.set(found.element, said);
    }
    const smaller = refused.size === 0 ? undefined : without(element, refused);
    if (smaller === undefined) return { element, leftOut, problems };
    element = smaller;
    leftOut = [...leftOut, ...[...refused.values()].flat()];
  }
}

/** An element, and what the one it stands in says. */
interface Placed {
  readonly element: NewElement;
  readonly within: string | undefined;
}

/** Its row is its place among the elements, so that what is wrong with it leads back to it. */
function asDocument(element: NewElement, within: string | undefined, placed: Placed[]): DocumentElement {
  const row = placed.push({ element, within }) - 1;
  const { name, attributes = {}, text = '', children = [], says = within } = element;
  return {
    written: name,
    attributes,
    text,
    children: children.map((child) => asDocument(child, says, placed)),
    row,
    aside: 'none',
  };
}

/** What it says itself, or what the elements within it say; else what it is a part of. */
function saidBy({ element, within }: Placed): readonly string[] {
  const said = saidIn(element);
  return said.length > 0 || within === undefined ? said : [within];
}

function saidIn({ says, children = [] }: NewElement): readonly string[] {
  return [...(says === undefined ? [] : [says]), ...children.flatMap(saidIn)];
}

/** @returns `undefined` when nothing is left: no group stands empty */
function without(element: NewElement, refused: ReadonlyMap<NewElement, unknown>): NewElement | undefined {
  if (refused.has(element)) return undefined;
  if (element.children === undefined) return element;
  const children = element.children.flatMap((child) => without(child, refused) ?? []);
  return children.length === 0 ? undefined : { ...element, children };
}
