/** Which namespace a prefix stands for: documents choose their prefixes themselves, and may change them on the way. */
import type { DocumentElement } from '../../engine/document.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd';

const USUAL_PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${UBL}:CommonAggregateComponents-2`, 'cac'],
  [`${UBL}:CommonBasicComponents-2`, 'cbc'],
]);

/** Namespaces by prefix; an empty one is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

export const NO_SCOPE: Scope = new Map();

/** @param local of the root element */
export function rootNamespace(local: string): string {
  return `${UBL}:${local}-2`;
}

/** The scope in an element: the very same where it declares nothing. */
export function scopeIn(scope: Scope, { attributes }: DocumentElement): Scope {
  let inside: Map<string, string> | undefined;
  for (const name in attributes) {
    if (!isDeclaration(name)) continue;
    inside ??= new Map(scope);
    inside.set(name.slice(6), attributes[name] ?? '');
  }
  return inside ?? scope;
}

/** `xmlns` or `xmlns:PREFIX`. */
export function isDeclaration(name: string): boolean {
  return name.startsWith('xmlns') && (name.length === 5 || name.charCodeAt(5) === 58);
}

export function localName(written: string): string {
  return written.slice(written.indexOf(':') + 1);
}

export function namespaceOf(written: string, scope: Scope): string {
  const colon = written.indexOf(':');
  return scope.get(colon < 0 ? '' : written.slice(0, colon)) ?? '';
}

/** The name with the prefix that the specifications use; as written where it is of neither namespace. */
export function usualName(written: string, scope: Scope): string {
  const prefix = USUAL_PREFIXES.get(namespaceOf(written, scope));
  return prefix === undefined ? `?${written}` : `${prefix}:${localName(written)}`;
}
