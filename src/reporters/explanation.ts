/** One price step by step, for the terminal: which article it is, what is agreed and why, and what that says of a line. */
import type { DerivationStep } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import { derivationInWords } from './derivation-words.ts';
import { formatMoney } from './format-number.ts';
import { formatDate } from './format-value.ts';
import { oneLine } from './one-line.ts';

export interface Explanation {
  readonly item: string;
  readonly asOf: string;
  readonly agreement: { readonly number: string; readonly name: string; readonly currency: string };
  /** The catalogue's file, where one was given. */
  readonly catalogue?: string;
  /** Lines of the catalogue with the item; without a catalogue, the item by itself. */
  readonly lines: readonly ExplainedLine[];
}

export interface ExplainedLine {
  /** Absent without a catalogue. */
  readonly row?: number;
  readonly name?: string;
  /** What was offered, and its currency. */
  readonly price?: string;
  readonly currency?: string;
  /** Absent where it is no agreed article. */
  readonly agreed?: {
    readonly name?: string;
    readonly steps: readonly DerivationStep[];
    readonly verdict: string;
  };
  /** What rules say of it, in words. */
  readonly findings: readonly { readonly rule: string; readonly message: string }[];
}

const WORDS = {
  nb: {
    agreement: 'Avtale',
    row: 'rad',
    article: 'Avtalt vare',
    notAgreed: 'Varen er ikke avtalt: verken prislisten eller et prisvilkår har den.',
    steps: 'Avtalt pris, steg for steg',
    offered: 'Tilbudt pris',
    verdict: 'Vurdering',
    kept: 'Prisen er innenfor den avtalte.',
    none: 'Ingen pris å sammenligne med.',
    notPriced: 'Varen er avtalt uten pris.',
    otherwise: 'Prisen avviker fra den avtalte.',
    withoutCatalogue: 'Med --catalogue FIL vurderes også prisen som tilbys.',
  },
  en: {
    agreement: 'Agreement',
    row: 'row',
    article: 'Agreed article',
    notAgreed: 'No agreed article: neither the price list nor a price term has it.',
    steps: 'Agreed price, step by step',
    offered: 'Offered price',
    verdict: 'Verdict',
    kept: 'The price is within the agreed one.',
    none: 'No price to compare with.',
    notPriced: 'The article is agreed without a price.',
    otherwise: 'The price differs from the agreed one.',
    withoutCatalogue: 'With --catalogue FILE the offered price is judged, too.',
  },
} as const satisfies Record<Language, object>;

/** Longer names are cut. */
const LENGTH = 120;

/** As text for a terminal. */
export function describeExplanation(explanation: Explanation, language: Language): string {
  const { item, asOf, agreement, catalogue, lines } = explanation;
  const words = WORDS[language];
  const head = [
    `${item}${catalogue === undefined ? '' : `, ${catalogue}`}`,
    `${words.agreement} ${agreement.number}, ${oneLine(agreement.name, LENGTH)}, ${formatDate(asOf, language)}`,
  ];
  const parts = lines.map((line) => linePart(line, language, agreement.currency));
  const hint = catalogue === undefined ? [words.withoutCatalogue] : [];
  return `${[...head, ...parts.flatMap((part) => ['', ...part]), ...(hint.length > 0 ? ['', ...hint] : [])].join('\n')}\n`;
}

function linePart(line: ExplainedLine, language: Language, currency: string): readonly string[] {
  const words = WORDS[language];
  const { row, name, agreed, price } = line;
  const head =
    row === undefined ? [] : [`${words.row} ${row}${name === undefined ? '' : `: ${oneLine(name, LENGTH)}`}`];
  const findings = line.findings.map(({ rule, message }) => `  ${message} (${rule})`);
  if (agreed === undefined) return [...head, words.notAgreed, ...findings];
  const steps = derivationInWords(agreed.steps, language, currency).map(
    ({ title, value }, at) => `${String(at + 1).padStart(4)}. ${title}: ${value}`,
  );
  const offered =
    price === undefined
      ? []
      : [`${words.offered}: ${formatMoney(price, language, 'prose', line.currency ?? currency)}`];
  const verdict =
    row === undefined
      ? []
      : [words.verdict, ...(findings.length > 0 ? findings : [`  ${verdictWords(agreed.verdict, language)}`])];
  return [
    ...head,
    ...(agreed.name === undefined ? [] : [`${words.article}: ${oneLine(agreed.name, LENGTH)}`]),
    words.steps,
    ...steps,
    ...offered,
    ...verdict,
  ];
}

function verdictWords(kind: string, language: Language): string {
  const words = WORDS[language];
  if (kind === 'kept' || kind === 'none' || kind === 'notPriced') return words[kind];
  return words.otherwise;
}
