/** Catalogues as lines of JSON: numbers as numbers, digits as they stand. */
import { type Field, fieldKind, isField } from '../../src/catalogue/field.ts';
import type { BuiltLine } from './built-lines.ts';

export function jsonlCatalogue(lines: readonly BuiltLine[]): string {
  return lines
    .map((line) => {
      const members = Object.entries(line).map(([key, value]) => `${JSON.stringify(key)}:${json(key, value)}`);
      return `{${members.join(',')}}\n`;
    })
    .join('');
}

const BARE = new Set(['decimal', 'money', 'percent', 'boolean']);

function json(key: string, value: string): string {
  if (isField(key) && BARE.has(fieldKind(key satisfies Field))) return value;
  if (key === 'ecoLabel') return JSON.stringify([{ key: value }]);
  return JSON.stringify(value);
}
