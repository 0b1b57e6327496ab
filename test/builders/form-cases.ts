/** What a test does to a document that keeps every rule, said in a few signs, and what the rules then say. */
import { parseRecord } from '../../src/readers/ubl-document.ts';
import { documentCheck, documentProblems } from '../../src/rules/peppol/document-check.ts';
import type { Specification } from '../../src/rules/peppol/model.ts';
import { documentText, newPart, type Part, part, remove } from './peppol-document.ts';

/**
 * Breaks the document in one place: `-PATH` takes an element out, `-PATH@NAME` an attribute; `PATH=TEXT` and
 * `PATH@NAME=TEXT` give another value; `+PATH` puts in an element that no document has, `+PATH<NAME` a second one of that
 * name behind the first, `+PATH<NAME=TEXT` one with that text at the end; `PATH^NAME` moves a child to the front.
 */
export function broken(root: Part, change: string): Part {
  const taken = /^-([\w/]*?)(?:@([\w:]+))?$/.exec(change);
  if (taken !== null) return withoutPart(root, taken[1] ?? '', taken[2]);
  const put = /^\+([\w/]*)(?:<([\w:]+)(?:=([\s\S]*))?)?$/.exec(change);
  if (put !== null) return withPart(root, put[1] ?? '', put[2], put[3]);
  const moved = /^([\w/]*)\^(\w+)$/.exec(change);
  if (moved !== null) return withFirst(root, moved[1] ?? '', moved[2] ?? '');
  const [, path = '', attribute, text = ''] = /^([\w/]*?)(?:@([\w:]+))?=([\s\S]*)$/.exec(change) ?? [];
  const changed = part(root, path);
  if (attribute === undefined) changed.text = text;
  else changed.attributes[attribute] = text;
  return root;
}

function withoutPart(root: Part, path: string, attribute: string | undefined): Part {
  if (attribute === undefined) remove(root, path);
  else delete part(root, path).attributes[attribute];
  return root;
}

function withPart(root: Part, path: string, name: string | undefined, text: string | undefined): Part {
  const parent = part(root, path);
  const same =
    name === undefined
      ? -1
      : parent.children.findIndex((child) => child.name === name || child.name.endsWith(`:${name}`));
  const [like] = same < 0 ? [] : parent.children.slice(same);
  if (text !== undefined || like === undefined) parent.children.push(newPart(name ?? 'cbc:Other', text ?? 'x'));
  else parent.children.splice(same, 0, structuredClone(like));
  return root;
}

function withFirst(root: Part, path: string, name: string): Part {
  const { children } = part(root, path);
  const moved = part(root, path === '' ? name : `${path}/${name}`);
  children.splice(children.indexOf(moved), 1);
  children.unshift(moved);
  return root;
}

/** Ids of the rules that say something of the document, each once, in order; `peppol/` is left out. */
export function saidOf(
  root: Part,
  specification: Specification,
  isOn = (_: string): boolean => true,
): readonly string[] {
  const found = documentProblems(parseRecord(documentText(root)), documentCheck(specification, isOn));
  return [...new Set(found.map(({ rule }) => rule.replace('peppol/', '')))].sort();
}
