/**
 * Overrides that hold for some lines only. Which of them hold follows from few values of a line, and the same values come
 * again and again: how the rules stand is worked out once for each combination that is met.
 */
import { type Field, fieldKind } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { remembering } from '../catalogue/remembering.ts';
import type { LineCondition } from './standing.ts';

/**
 * @param make what is worked out for the overrides that hold, by their place in the list
 * @returns the same object for every line for which the same ones hold
 */
export function byCombination<T extends object>(
  conditions: readonly LineCondition[],
  make: (holds: readonly boolean[]) => T,
): (line: CatalogueLine) => T {
  const classes = fieldsAskedFor(conditions).map((field) => classesOf(field, conditions));
  const made = new Map<string, T>();
  const root: Branch<T> = { next: [] };
  const leafFor = (line: CatalogueLine): T => {
    const held = conditions.map((_, at) => classes.every(({ classOf, holds }) => holds[classOf(line)]?.[at] === true));
    const name = held.map(Number).join('');
    const known = made.get(name) ?? make(held);
    made.set(name, known);
    return known;
  };
  return (line) => {
    let branch = root;
    for (const { classOf } of classes) {
      const which = classOf(line);
      let next = branch.next[which];
      if (next === undefined) {
        next = { next: [] };
        branch.next[which] = next;
      }
      branch = next;
    }
    branch.leaf ??= leafFor(line);
    return branch.leaf;
  };
}

/** By the class of the line's value in one field after the other. */
interface Branch<T> {
  readonly next: Branch<T>[];
  leaf?: T;
}

/** Values of a field are in one class when the same conditions hold for them, as far as they ask for that field. */
interface Classes {
  readonly classOf: (line: CatalogueLine) => number;
  /** By class, then by condition. */
  readonly holds: readonly (readonly boolean[])[];
}

function fieldsAskedFor(conditions: readonly LineCondition[]): readonly Field[] {
  const fields = conditions.flatMap(({ unspsc, field }): string[] => [
    ...(unspsc === undefined ? [] : ['unspsc']),
    ...Object.keys(field ?? {}),
  ]);
  return [...new Set(fields)] as Field[];
}

function classesOf(field: Field, conditions: readonly LineCondition[]): Classes {
  const holds: boolean[][] = [];
  const known = new Map<string, number>();
  const classWhere = (held: boolean[]): number => {
    const name = held.map(Number).join('');
    const which = known.get(name) ?? holds.push(held) - 1;
    known.set(name, which);
    return which;
  };
  const tests = conditions.map((condition) => testOf(field, condition));
  const absent = classWhere(tests.map((test) => test === undefined));
  const classOfText = remembering((text) => classWhere(tests.map((test) => test?.(text) ?? true)));
  return {
    holds,
    classOf(line) {
      const text = textOf(line, field);
      return text === undefined ? absent : classOfText(text);
    },
  };
}

type Test = (text: string) => boolean;

/** What a condition asks of one field; `undefined` when that is nothing. */
function testOf(field: Field, { unspsc, field: fields }: LineCondition): Test | undefined {
  const values = fields?.[field];
  const prefixes = field === 'unspsc' ? unspsc : undefined;
  if (values === undefined && prefixes === undefined) return undefined;
  const among = new Set(values?.map(compared));
  return (text) =>
    (prefixes === undefined || prefixes.some((prefix) => text.startsWith(prefix))) &&
    (values === undefined || comparedValues(text, field).some((value) => among.has(value)));
}

/** People write one brand in several ways. */
function compared(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

const SEPARATOR = '\n';

function comparedValues(text: string, field: Field): readonly string[] {
  return fieldKind(field) === 'labels' ? text.split(SEPARATOR).map(compared) : [compared(text)];
}

/** Labels go by their key, or else by the words that stood there. */
function textOf(line: CatalogueLine, field: Field): string | undefined {
  const value = line[field];
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return value.map(({ key, text }) => key ?? text).join(SEPARATOR);
}
