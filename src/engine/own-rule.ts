/** Rules without code: an expression over the line, written in a rule set. */
import { decimal, parseDecimal } from '../catalogue/decimal.ts';
import { type Field, type FieldKind, fieldKind, isField } from '../catalogue/field.ts';
import type { Parameters } from '../catalogue/finding.ts';
import type { CatalogueLine } from '../catalogue/line.ts';
import type { Text } from '../catalogue/text.ts';
import { compileExpression, EvaluationFault, type Expression, ExpressionFault } from './expression.ts';
import type { OwnRuleDefinition, WrittenLine } from './own-rule-schema.ts';
import { type ExampleLine, type LineExample, type LineRule, lineRule } from './rule.ts';
import { runLineExample } from './run-examples.ts';
import type { ConfigProblem } from './schema-problems.ts';

/** @returns the rule, or what is wrong with its definition, with keys from the definition on */
export function ownRule(
  id: string,
  definition: OwnRuleDefinition,
): { readonly rule?: LineRule; readonly problems: readonly ConfigProblem[] } {
  const { when, expect, message } = definition;
  const problems: ConfigProblem[] = [];
  const compiled = (key: 'when' | 'expect', source: string | undefined): Expression | undefined => {
    if (source === undefined) return undefined;
    try {
      return compileExpression(source);
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      problems.push({ keys: [key], offset: error.offset, text: said(key, error.text) });
      return undefined;
    }
  };
  const condition = compiled('when', when);
  const expectation = compiled('expect', expect);
  const named = placeholdersIn(message);
  for (const name of named) {
    if (!isField(name) && !GIVEN_ANYWAY.has(name)) problems.push({ keys: ['message'], text: noPlaceholder(name) });
  }
  if (expectation === undefined || problems.length > 0) return { problems };
  const rule = ruleOf(id, definition, condition, expectation, [...named].filter(isField));
  return { rule, problems: exampleProblems(rule, definition) };
}

const GIVEN_ANYWAY: ReadonlySet<string> = new Set(['actual', 'field', 'item']);

function ruleOf(
  id: string,
  definition: OwnRuleDefinition,
  condition: Expression | undefined,
  expectation: Expression,
  named: readonly Field[],
): LineRule {
  const { title, field, message } = definition;
  const needs = [...new Set([...(condition?.fields ?? []), ...expectation.fields])];
  return lineRule({
    id,
    title,
    fault: definition.fault ?? { nb: `Brutt: ${title.nb}`, en: `Broken: ${title.en}` },
    because: definition.because ?? { nb: 'Kjøperen krever det.', en: 'The buyer demands it.' },
    advice: definition.advice ?? {
      nb: 'Rett linjen slik regelen krever, eller spør avtaleforvalteren.',
      en: 'Change the line as the rule demands, or ask the agreement manager.',
    },
    source: definition.source ?? { nb: 'Kjøperens regelsett', en: "The buyer's rule set" },
    sets: {},
    needs,
    passes: examplesOf(definition.passes),
    fails: examplesOf(definition.fails),
    message: {
      broken: { nb: withForms(message.nb), en: withForms(message.en) },
      unanswered: {
        nb: 'Regelen kan ikke kontrollere linjen: {why}',
        en: 'The rule cannot check the line: {why}',
      },
    },
    check(line, { asOf }) {
      try {
        if (condition?.evaluate(line, asOf) === false || expectation.evaluate(line, asOf)) return NONE;
      } catch (error) {
        if (!(error instanceof EvaluationFault)) throw error;
        return [{ message: 'unanswered', parameters: { why: error.message } }];
      }
      const actual = field === undefined ? undefined : textOf(line, field);
      return [
        {
          message: 'broken',
          ...(field === undefined ? {} : { field }),
          ...(actual === undefined ? {} : { actual }),
          parameters: valuesOf(line, named),
        },
      ];
    },
  });
}

/** A value is shown as its field's values are, whatever field the finding is about. */
function withForms(template: string): string {
  return template.replace(/\{([A-Za-z0-9]+)\}/g, (whole, name: string) => {
    const form = isField(name) ? FORMS[fieldKind(name)] : undefined;
    return form === undefined ? whole : `{${name}:${form}}`;
  });
}

const FORMS: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  digits: 'text',
  currency: 'text',
  boolean: 'text',
  labels: 'text',
  status: 'text',
  action: 'text',
  decimal: 'decimal',
  money: 'money',
  percent: 'percent',
  date: 'date',
  unit: 'unit',
};

const NONE: readonly never[] = [];

function textOf(line: CatalogueLine, field: Field): string | undefined {
  const value = line[field];
  if (value === undefined || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : value.map(({ text: words }) => words).join(', ');
}

function valuesOf(line: CatalogueLine, named: readonly Field[]): Parameters {
  return Object.fromEntries(named.map((field) => [field, textOf(line, field) ?? '–']));
}

function placeholdersIn({ nb, en }: Text): ReadonlySet<string> {
  return new Set([...`${nb} ${en}`.matchAll(/\{([A-Za-z0-9]+)(?::[a-z]+)?\}/g)].map(([, name]) => name ?? ''));
}

function examplesOf(lines: readonly WrittenLine[] | undefined): readonly LineExample[] {
  return (lines ?? []).map((line) => ({ why: '', line: exampleLine(line) }));
}

function exampleLine(line: WrittenLine): ExampleLine {
  const values = Object.entries(line).map(([field, value]) => {
    if (typeof value === 'boolean') return [field, value];
    const kind = isField(field) ? fieldKind(field) : 'text';
    if (kind === 'labels')
      return [
        field,
        String(value)
          .split('|')
          .map((label) => ({ key: label.trim(), text: label.trim() })),
      ];
    return [field, DECIMALS.has(kind) ? (parseDecimal(String(value)) ?? decimal('0')) : String(value)];
  });
  return Object.fromEntries(values) as ExampleLine;
}

const DECIMALS: ReadonlySet<string> = new Set(['decimal', 'money', 'percent']);

/** An example that the rule does not treat as it says is a mistake in one of them. */
function exampleProblems(rule: LineRule, { passes, fails }: OwnRuleDefinition): readonly ConfigProblem[] {
  const wrong = (which: 'passes' | 'fails', at: number): boolean => {
    const example = rule[which][at];
    if (example === undefined) return false;
    return runLineExample(rule, example).length > 0 !== (which === 'fails');
  };
  const among = (which: 'passes' | 'fails', lines: readonly WrittenLine[] | undefined): readonly ConfigProblem[] =>
    (lines ?? []).flatMap((_, at) => (wrong(which, at) ? [{ keys: [which, at], text: EXAMPLE_FAULTS[which] }] : []));
  return [...among('passes', passes), ...among('fails', fails)];
}

const EXAMPLE_FAULTS = {
  passes: {
    nb: 'linjen skal godtas, men gir funn.',
    en: 'the line should pass, but is reported.',
  },
  fails: {
    nb: 'linjen skal gi funn, men godtas, eller mangler et felt som regelen trenger.',
    en: 'the line should be reported, but passes, or lacks a field that the rule needs.',
  },
} as const satisfies Record<string, Text>;

function said(key: string, { nb, en }: Text): Text {
  return { nb: `\`${key}\`: ${nb}`, en: `\`${key}\`: ${en}` };
}

function noPlaceholder(name: string): Text {
  return {
    nb: `\`{${name}}\` i meldingen er ikke noe felt. Bruk navnet på et felt, \`{actual}\` eller \`{item}\`.`,
    en: `\`{${name}}\` in the message is not a field. Use the name of a field, \`{actual}\` or \`{item}\`.`,
  };
}
