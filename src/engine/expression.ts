/**
 * The only door for `@marcbachmann/cel-js`: expressions over a line, written in a rule set. The language is CEL, which
 * always ends; types are checked when the rule set is loaded. Amounts are exact decimals, regular expressions those of RE2.
 * What could take long all the same is left out: comprehensions in comprehensions, and `cel.bind`.
 */
import { type ASTNode, Environment, EvaluationError, ParseError, TypeError as TypeFault } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  multiply,
  parseDecimal,
  subtract,
} from '../catalogue/decimal.ts';
import { FIELD_NAMES, FIELDS, type Field, type FieldKind, fieldKind, isField } from '../catalogue/field.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import { remembering } from '../catalogue/remembering.ts';
import type { Text } from '../catalogue/text.ts';
import { nearest } from './nearest.ts';
import { didYouMean } from './schema-problems.ts';

export interface Expression {
  /** Fields that a line must give before it can be asked; not those that it only asks `given()` of. */
  readonly fields: readonly Field[];
  /** @throws EvaluationFault where the line's values have no answer: text cut beyond its end, a division by zero */
  evaluate(line: CatalogueLine, asOf: string): boolean;
}

/** What the author of an expression must put right, and where in it, from 0. */
export class ExpressionFault extends Error {
  readonly text: Text;
  readonly offset: number;

  constructor(text: Text, offset: number, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'ExpressionFault';
    this.text = text;
    this.offset = offset;
  }
}

/** An expression that is right has no answer for a line. */
export class EvaluationFault extends Error {}

/** @throws ExpressionFault for what is no expression, names what is not there, or does not come to yes or no */
export function compileExpression(source: string): Expression {
  const asWritten = parsed(source, []);
  const edits = editsOf(asWritten.ast, source);
  const rewritten = applied(source, edits);
  const { evaluate, check, ast } = parsed(rewritten, edits);
  const { valid, type, error } = check();
  if (!valid) throw fault(error, rewritten, edits);
  if (type !== 'bool') throw new ExpressionFault(notYesOrNo(String(type)), 0);
  const names = [...new Set(nodesOf(ast).flatMap(({ op, args }) => (op === 'id' ? [args as string] : [])))];
  const fields = names.filter(isField);
  const asked = names.flatMap((name) => (name.startsWith(GIVEN) ? [name.slice(GIVEN.length) as Field] : []));
  const values: Record<string, unknown> = {};
  return {
    fields,
    evaluate(line, asOf) {
      values['asOf'] = asOf;
      for (const field of fields) values[field] = fieldValue(line, field);
      for (const field of asked) values[GIVEN + field] = line[field] !== undefined;
      try {
        return evaluate(values) === true;
      } catch (error) {
        if (error instanceof EvaluationError) throw new EvaluationFault(firstLine(error), { cause: error });
        throw error;
      }
    },
  };
}

/** An exact decimal, as expressions know it. */
class Amount {
  readonly decimal: Decimal;

  constructor(value: Decimal) {
    this.decimal = value;
  }
}

const amountOf = remembering((text) => new Amount(decimal(text)));
const patternOf = remembering((pattern) => RE2JS.compile(pattern));

/** How an expression is asked whether a line gives a field: `given(brand)` reads this variable. */
const GIVEN = 'given_';

const TYPES: Readonly<Record<FieldKind, string>> = {
  text: 'string',
  digits: 'string',
  unit: 'string',
  currency: 'string',
  date: 'string',
  status: 'string',
  action: 'string',
  decimal: 'decimal',
  money: 'decimal',
  percent: 'decimal',
  boolean: 'bool',
  labels: 'list<string>',
};

function fieldValue(line: CatalogueLine, field: Field): unknown {
  const value = line[field];
  if (value === undefined || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return value.map(({ key, text }) => key ?? text);
  return TYPES[fieldKind(field)] === 'decimal' ? amountOf(value) : value;
}

/** What an expression may call. All else is left out, so that none can take long. */
const FUNCTIONS = new Set(
  'size contains startsWith endsWith matches indexOf lastIndexOf substring trim split lower upper given days exists exists_one all filter'.split(
    ' ',
  ),
);
const COMPREHENSIONS = new Set(['exists', 'exists_one', 'all', 'filter']);

function newEnvironment(): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 300, maxDepth: 40, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 4 },
  })
    .registerType('decimal', { ctor: Amount, fields: {} })
    .registerVariable('asOf', 'string')
    .registerFunction('decimal(string): decimal', (text: string) => amountOf(text))
    .registerFunction('given(dyn): bool', () => true)
    .registerFunction('lower(string): string', (text: string) => text.toLowerCase())
    .registerFunction('upper(string): string', (text: string) => text.toUpperCase())
    .registerFunction('days(string, string): int', (from: string, to: string) => BigInt(daysBetween(from, to)))
    .registerFunction('string.matchesRe2(string): bool', (text: string, pattern: string) =>
      patternOf(pattern).test(text),
    )
    .registerOperator('-decimal: decimal', (value: Amount) => amountOf(subtract(decimal('0'), value.decimal)));
  for (const field of FIELD_NAMES) {
    environment.registerVariable(field, TYPES[fieldKind(field)]);
    environment.registerVariable(GIVEN + field, 'bool');
  }
  for (const [left, right] of [
    ['decimal', 'decimal'],
    ['decimal', 'int'],
    ['int', 'decimal'],
  ] as const) {
    for (const [sign, holds] of COMPARISONS) {
      // Equality is the same both ways, and is known both ways once it is.
      if (sign === '==' && left === 'int') continue;
      environment.registerOperator(`${left} ${sign} ${right}: bool`, (a: Amount | bigint, b: Amount | bigint) =>
        holds(compare(exact(a), exact(b))),
      );
    }
    for (const [sign, reckon] of ARITHMETIC) {
      environment.registerOperator(`${left} ${sign} ${right}: decimal`, (a: Amount | bigint, b: Amount | bigint) =>
        amountOf(reckon(exact(a), exact(b))),
      );
    }
  }
  return environment;
}

const COMPARISONS: readonly (readonly [string, (order: number) => boolean])[] = [
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
  ['==', (order) => order === 0],
];

/** More decimals than any price has. */
const QUOTIENT_DECIMALS = 10;

const ARITHMETIC: readonly (readonly [string, (a: Decimal, b: Decimal) => Decimal])[] = [
  ['+', add],
  ['-', subtract],
  ['*', multiply],
  ['/', quotient],
];

function quotient(a: Decimal, b: Decimal): Decimal {
  if (isZero(b)) throw new EvaluationError('division by zero');
  return divide(a, b, QUOTIENT_DECIMALS);
}

function exact(value: Amount | bigint): Decimal {
  return typeof value === 'bigint' ? decimal(String(value)) : value.decimal;
}

const DAY_MILLISECONDS = 86_400_000;

/** Whole days of the calendar. */
function daysBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
  if (!Number.isInteger(days)) throw new EvaluationError('days() takes two dates');
  return days;
}

const ENVIRONMENT = newEnvironment();

interface Parsed {
  readonly ast: ASTNode;
  readonly check: () => { readonly valid: boolean; readonly type?: unknown; readonly error?: unknown };
  readonly evaluate: (values: Record<string, unknown>) => unknown;
}

/** @param edits what was changed of the expression as written */
function parsed(source: string, edits: readonly Edit[]): Parsed {
  try {
    const evaluate = ENVIRONMENT.parse(source);
    return { ast: evaluate.ast, check: () => evaluate.check(), evaluate };
  } catch (error) {
    throw fault(error, source, edits);
  }
}

/** A stretch of the expression that is read as something else. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Numbers with decimals become exact ones, `given(brand)` a question of its own, and `matches` that of RE2.
 * @throws ExpressionFault for what may not be called
 */
function editsOf(ast: ASTNode, source: string): readonly Edit[] {
  const edits: Edit[] = [];
  const look = (node: ASTNode, within: boolean): void => {
    const called = calledBy(node);
    requireAllowed(node, called, within);
    const edit = editOf(node, called, source);
    if (edit !== undefined) edits.push(edit);
    // What is asked whether it is given, is not looked at.
    if (called === 'given') return;
    for (const child of childrenOf(node)) look(child, within || isComprehension(node, called));
  };
  look(ast, false);
  return edits.sort((a, b) => a.start - b.start);
}

function calledBy({ op, args }: ASTNode): string | undefined {
  return op === 'call' || op === 'rcall' ? (args as readonly [string, ...unknown[]])[0] : undefined;
}

function isComprehension({ op }: ASTNode, called: string | undefined): boolean {
  return op === 'rcall' && called !== undefined && COMPREHENSIONS.has(called);
}

function requireAllowed(node: ASTNode, called: string | undefined, within: boolean): void {
  if (called !== undefined && !FUNCTIONS.has(called)) throw new ExpressionFault(noFunction(called), node.start);
  if (within && isComprehension(node, called)) throw new ExpressionFault(NESTED, node.start);
}

function editOf(node: ASTNode, called: string | undefined, source: string): Edit | undefined {
  const { op, args, start, end } = node;
  if (op === 'value' && typeof args === 'number') return { start, end, text: exactNumber(source, start, end) };
  if (called === 'given') return givenEdit(node, source);
  return called === 'matches' ? matchesEdit(node, source) : undefined;
}

function exactNumber(source: string, start: number, end: number): string {
  const written = source.slice(start, end);
  const value = parseDecimal(written);
  if (value === undefined) throw new ExpressionFault(noDecimal(written), start);
  return `decimal("${value}")`;
}

function givenEdit({ args, start, end }: ASTNode, source: string): Edit {
  const [field] = (args as readonly [string, readonly ASTNode[]])[1];
  const name = field?.op === 'id' ? (field.args as string) : source.slice(field?.start ?? start, field?.end ?? end);
  if (!isField(name)) throw new ExpressionFault(noField(name), field?.start ?? start);
  return { start, end, text: GIVEN + name };
}

function matchesEdit({ args, start }: ASTNode, source: string): Edit {
  const [, receiver, given] = args as readonly [string, ASTNode, readonly ASTNode[]];
  const [pattern] = Array.isArray(given) ? given : [];
  if (pattern?.op !== 'value' || typeof pattern.args !== 'string')
    throw new ExpressionFault(PATTERN_NOT_TOLD, pattern?.start ?? start);
  try {
    patternOf(pattern.args);
  } catch (error) {
    throw new ExpressionFault(noPattern(firstLine(error)), pattern.start, error);
  }
  const name = source.indexOf('matches', receiver.end);
  return { start: name, end: name + 'matches'.length, text: 'matchesRe2' };
}

function applied(source: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

/** Where in the expression as written. */
function writtenOffset(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (offset < start + shift + text.length) return Math.min(offset - shift, start);
    shift += text.length - (end - start);
  }
  return offset - shift;
}

function nodesOf(node: ASTNode): readonly ASTNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf({ args }: ASTNode): readonly ASTNode[] {
  const inside = (value: unknown): readonly ASTNode[] => {
    if (Array.isArray(value)) return value.flatMap(inside);
    return typeof value === 'object' && value !== null && 'op' in value ? [value as ASTNode] : [];
  };
  return inside(args);
}

function firstLine(error: unknown): string {
  return String((error as { readonly message?: unknown } | undefined)?.message ?? error).split('\n', 1)[0] ?? '';
}

/** A fault of the language's own, in words. */
function fault(error: unknown, source: string, edits: readonly Edit[]): ExpressionFault {
  if (!(error instanceof ParseError || error instanceof TypeFault || error instanceof EvaluationError)) throw error;
  const { code, range } = error as {
    readonly code?: string;
    readonly range?: { readonly start: number; readonly end: number };
  };
  const start = range?.start ?? 0;
  const offset = writtenOffset(start, edits);
  const said = firstLine(error).replaceAll('matchesRe2', 'matches');
  if (code === 'unknown_variable') return new ExpressionFault(noField(source.slice(start, range?.end)), offset, error);
  return new ExpressionFault(
    { nb: NORWEGIAN.reduce((text, [from, to]) => text.replace(from, to), `${said}.`), en: `${said}.` },
    offset,
    error,
  );
}

const NORWEGIAN: readonly (readonly [RegExp, string])[] = [
  [/^no such overload: /, 'typene passer ikke sammen: '],
  [/^found no matching overload for /, 'verdiene passer ikke til funksjonen '],
  [/^Unexpected token: EOF\.$/, 'uttrykket slutter for tidlig.'],
  [/^Unexpected token: /, 'ventet ikke '],
  [/^Unexpected character: =\.$/, 'ett likhetstegn; likhet skrives `==`.'],
  [/^Unexpected character: /, 'ukjent tegn: '],
  [/^Expected (\w+), got EOF\.$/, 'uttrykket slutter for tidlig; ventet $1.'],
  [/^Exceeded max(\w+) \((\d+)\)\.$/, 'uttrykket er for stort ($1: høyst $2).'],
];

function noField(name: string): Text {
  const meantByTitle = FIELD_NAMES.filter((field) => {
    const { nb, en } = FIELDS[field].title;
    return [nb, en].some((title) => title.toLowerCase() === name.toLowerCase());
  });
  const near = meantByTitle.length > 0 ? meantByTitle : nearest(name, [...FIELD_NAMES, 'asOf']);
  const known = FIELD_NAMES.join(', ');
  const meant =
    near.length > 0 ? didYouMean(near) : { nb: `Kjente felt: ${known}, asOf.`, en: `Known fields: ${known}, asOf.` };
  return { nb: `det finnes ikke noe felt \`${name}\`. ${meant.nb}`, en: `there is no field \`${name}\`. ${meant.en}` };
}

function noFunction(name: string): Text {
  const near = nearest(name, [...FUNCTIONS]);
  const known = [...FUNCTIONS].join(', ');
  const meant = near.length > 0 ? didYouMean(near) : { nb: `Tillatt: ${known}.`, en: `Allowed: ${known}.` };
  return {
    nb: `det finnes ingen funksjon \`${name}\`. ${meant.nb}`,
    en: `there is no function \`${name}\`. ${meant.en}`,
  };
}

function notYesOrNo(type: string): Text {
  return {
    nb: `uttrykket må være sant eller usant, men gir ${type}.`,
    en: `the expression must be true or false, but gives ${type}.`,
  };
}

function noDecimal(written: string): Text {
  return {
    nb: `\`${written}\` må skrives med punktum og uten eksponent, slik som \`12.5\`.`,
    en: `\`${written}\` must be written with a decimal point and no exponent, such as \`12.5\`.`,
  };
}

function noPattern(why: string): Text {
  return { nb: `mønsteret kan ikke brukes: ${why}.`, en: `the pattern cannot be used: ${why}.` };
}

const PATTERN_NOT_TOLD: Text = {
  nb: 'mønsteret i `matches` må stå i uttrykket, i anførselstegn.',
  en: 'the pattern of `matches` must stand in the expression, in quotes.',
};

const NESTED: Text = {
  nb: 'en gjennomgang av en liste kan ikke stå inne i en annen.',
  en: 'one walk through a list cannot stand inside another.',
};
