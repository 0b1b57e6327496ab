/** A tag as it is written, with one attribute read or changed. */
export type { TextEdit } from '../xml-patch.ts';

const PATTERNS = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = PATTERNS.get(name);
  if (known !== undefined) return known;
  const pattern = new RegExp(`(\\s${name.replace('.', '\\.')}\\s*=\\s*)("[^"]*"|'[^']*')`);
  PATTERNS.set(name, pattern);
  return pattern;
}

/** The value as written, references and all; `undefined` where there is no such attribute. */
export function attributeIn(tag: string, name: string): string | undefined {
  return patternOf(name).exec(tag)?.[2]?.slice(1, -1);
}

/** @param value holds no quotes and no markup */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = patternOf(name);
  if (pattern.test(tag)) return tag.replace(pattern, (_, before: string) => `${before}"${value}"`);
  return tag.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}="${value}"${slash}>`);
}
