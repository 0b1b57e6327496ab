/** From how many breaches of a rule on something is said of the catalogue as a whole. */
import { compare, type Decimal, decimal, divide, multiply } from '../catalogue/decimal.ts';
import type { ConfigProblem, KeyPath } from './schema-problems.ts';
import { described, type JsonSchema, object, type SchemaWords, WORDS } from './schema-words.ts';
import type { Threshold, ThresholdLimit } from './standing.ts';

/** Lines that break a rule, of those it was asked about. */
export interface Breaches {
  readonly rule: string;
  readonly lines: number;
  readonly of: number;
  readonly threshold: Threshold;
}

export interface Exceeded {
  readonly level: 'error' | 'warning';
  readonly limit: { readonly kind: 'count' | 'percent'; readonly value: Decimal };
  /** To two decimals. */
  readonly percent: Decimal;
}

/** @returns the strictest limit that is passed; exactly the limit is not too many */
export function exceeded({ lines, of, threshold }: Breaches): Exceeded | undefined {
  if (lines === 0 || lines < (threshold.atLeast ?? 0)) return undefined;
  for (const level of ['error', 'warning'] as const) {
    const limit = limitOf(threshold[level]);
    if (limit === undefined || !isAbove(lines, of, limit)) continue;
    return { level, limit, percent: divide(decimal(String(lines * 100)), decimal(String(of)), 2) };
  }
  return undefined;
}

function isAbove(lines: number, of: number, { kind, value }: Exceeded['limit']): boolean {
  if (kind === 'count') return compare(decimal(String(lines)), value) > 0;
  // Not by the rounded percentage: 5.004 % is more than 5 %.
  return compare(decimal(String(lines * 100)), multiply(value, decimal(String(of)))) > 0;
}

const PERCENT = /^(\d+(?:\.\d+)?) ?%$/;

function limitOf(limit: ThresholdLimit | undefined): Exceeded['limit'] | undefined {
  if (limit === undefined || limit === 'off') return undefined;
  const [, percent] = PERCENT.exec(limit) ?? [];
  return { kind: percent === undefined ? 'count' : 'percent', value: decimal(percent ?? limit) };
}

/** A count may be written as a number. */
export function writtenThreshold({ warning, error, atLeast }: Threshold): Threshold {
  return {
    ...(warning === undefined ? {} : { warning: String(warning) }),
    ...(error === undefined ? {} : { error: String(error) }),
    ...(atLeast === undefined ? {} : { atLeast }),
  };
}

/** @param rule where the rule stands */
export function thresholdProblems(threshold: Threshold | undefined, rule: KeyPath): readonly ConfigProblem[] {
  const [warning, error] = [limitOf(threshold?.warning), limitOf(threshold?.error)];
  if (warning === undefined || error === undefined || warning.kind !== error.kind) return [];
  if (compare(warning.value, error.value) < 0) return [];
  return [
    {
      keys: [...rule, 'threshold', 'warning'],
      text: {
        nb: `\`threshold\` advarer fra ${threshold?.warning}, men avviser alt fra ${threshold?.error}: advarselen kommer aldri. Sett \`warning\` lavere enn \`error\`.`,
        en: `\`threshold\` warns from ${threshold?.warning} on, but refuses from ${threshold?.error} on: the warning never comes. Set \`warning\` below \`error\`.`,
      },
    },
  ];
}

function limitSchema(example: string): JsonSchema {
  return {
    type: ['string', 'integer'],
    pattern: '^(?:off|\\d+|\\d+(?:\\.\\d+)? ?%)$',
    minimum: 0,
    examples: [example, 10, 'off'],
    [WORDS]: {
      allowed: {
        nb: 'en andel slik som `"5 %"` eller `"0.5 %"`, et antall slik som `10`, eller `off`',
        en: 'a share such as `"5 %"` or `"0.5 %"`, a number such as `10`, or `off`',
      },
    } satisfies SchemaWords,
  };
}

export const THRESHOLD_SCHEMA: JsonSchema = described(
  'Hvor mange linjer som kan bryte regelen før det sies noe om hele katalogen. Hva som skjer med hver linje, endres ikke.',
  'How many lines may break the rule before something is said of the whole catalogue. What becomes of each line stays as it is.',
  object({
    warning: described(
      'Flere enn dette: en advarsel om katalogen.',
      'More than this: a warning about the catalogue.',
      limitSchema('1 %'),
    ),
    error: described(
      'Flere enn dette: hele katalogen blir avvist (se regelen catalogue/too-many-breaches).',
      'More than this: the whole catalogue is refused (see the rule catalogue/too-many-breaches).',
      limitSchema('5 %'),
    ),
    atLeast: described(
      'Færre brudd enn dette er aldri for mange, uansett hvor stor andel de er.',
      'Fewer breaches than this are never too many, whatever their share.',
      { type: 'integer', minimum: 1 },
    ),
  }),
);
