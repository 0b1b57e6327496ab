/** Whole findings on a document that a test broke, and documents with other text in place of some. */
import { parseRecord } from '../../src/readers/ubl-document.ts';
import { documentCheck, documentProblems } from '../../src/rules/peppol/document-check.ts';
import type { Specification } from '../../src/rules/peppol/model.ts';
import { broken } from './form-cases.ts';
import { documentText, ehfDocument, type Part, peppolDocument, responseDocument } from './peppol-document.ts';

const WHOLE: Readonly<Record<Specification, () => Part>> = {
  peppol: peppolDocument,
  ehf: ehfDocument,
  response: responseDocument,
};

/** For the place stands the line of the file at which it points; of the root its name alone. */
export type Finding = readonly [rule: string, at: string, path: string, values?: object];

/** What is broken, by which changes, and all that is then said. */
export type Case = readonly [why: string, changes: string, ...findings: readonly Finding[]];

/** What the rules say of a text, in their order; `peppol/` is left out. */
export function findingsIn(
  specification: Specification,
  text: string,
  isOn = (_: string): boolean => true,
): readonly Finding[] {
  const rows = text.split('\n');
  return documentProblems(parseRecord(text), documentCheck(specification, isOn)).map(
    ({ rule, row, element, ...values }) => {
      const at = (rows[row - 1] ?? '').trim().replace(/ xmlns=.*/, '');
      return [rule.replace('peppol/', ''), at, element, values];
    },
  );
}

/** A document with changes in it. @param changes separated by `&`; see {@link broken} */
export function textOf(specification: Specification, changes: string): string {
  return documentText(changes.split(' & ').reduce(broken, WHOLE[specification]()));
}

export function findingsOf(specification: Specification, changes: string): readonly Finding[] {
  return findingsIn(specification, textOf(specification, changes));
}

/** A document with other text in place of some, each once. */
export function edited(
  specification: Specification,
  ...edits: readonly (readonly [from: string, to: string])[]
): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the document has no ${from}`);
    return text.replace(from, () => to);
  }, documentText(WHOLE[specification]()));
}
