/** What a letter to the supplier may say: the facts that a template names, in the words of its language. */
import { isZero, parseDecimal } from '../../catalogue/decimal.ts';
import type { Finding } from '../../catalogue/finding.ts';
import { ANNOTATED_FILE } from '../../catalogue/own-marks.ts';
import type { Language } from '../../catalogue/text.ts';
import { workingDaysAfter } from '../../catalogue/working-days.ts';
import { causeHeadlines } from '../explanation-words.ts';
import { messageInWords, placeInWords } from '../finding-words.ts';
import { formatCount, formatMoney } from '../format-number.ts';
import { fieldTitle, formatDate } from '../format-value.ts';
import { valueInWords } from '../message.ts';
import { besideBelow, refusalParts } from '../outcome-words.ts';
import type { Run } from '../reporter.ts';
import type { Outcome, Result } from '../result.ts';
import { type SharedGroup, sharedFindings } from '../shared-findings.ts';
import { linesGoingOn, some, WORDS } from '../words.ts';

const WORKING_DAYS = 10;
/** Of one rule, and of all together: a letter is read, the table beside it is worked through. */
const EXAMPLES = { error: { each: 10, all: 100 }, warning: { each: 3, all: 60 } } as const;

interface Party {
  readonly name: string;
  /** In groups of three. */
  readonly organisationNumber?: string;
}

interface Person {
  readonly name: string;
  readonly title?: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface LetterFacts {
  /** Days, as the language writes them. */
  readonly date: string;
  readonly deadline: string;
  readonly workingDays: string;
  /** Name of the run. */
  readonly reference: string;
  readonly buyer?: Party;
  readonly contact?: Person;
  readonly supplier?: Party & { readonly contact?: Person };
  readonly agreement?: { readonly number: string; readonly name: string; readonly from: string; readonly to: string };
  readonly catalogue: { readonly file: string; readonly lines: string };
  /** By which a template chooses its words; `sentence` says it in ours. */
  readonly outcome: Outcome;
  readonly sentence: string;
  readonly lines: LineFacts;
  /** Amounts of a year with their currency; absent where volumes are not known, or no price is above the agreed one. */
  readonly effect?: { readonly above: string; readonly stopped: string; readonly goesOn: string };
  /** Why nothing goes on; empty unless the catalogue is refused. */
  readonly refusedBecause: readonly string[];
  /** `12 errors` and so on. */
  readonly counts: Readonly<Record<'errors' | 'warnings' | 'findings', string>>;
  /** Whether there is anything of the kind. */
  readonly has: Readonly<Record<'errors' | 'warnings' | 'findings' | 'effects' | 'previous', boolean>>;
  readonly errors: readonly RuleFacts[];
  readonly warnings: readonly RuleFacts[];
  readonly attachments: readonly { readonly file: string; readonly about: string }[];
}

/** How many, `12 lines`; absent where there are none. */
interface LineFacts {
  readonly read: string;
  readonly goOn?: string;
  readonly asSent?: string;
  readonly corrected?: string;
  readonly keptPrevious?: string;
  readonly withheld?: string;
}

interface RuleFacts {
  readonly rule: string;
  /** What is wrong, why it matters, what to do about it. */
  readonly title: string;
  readonly because?: string;
  readonly advice?: string;
  readonly count: string;
  readonly effect?: string;
  /** What several of the findings have in common; a sentence each. */
  readonly causes: readonly string[];
  readonly examples: readonly ExampleFacts[];
  /** Whether any of the examples has one. */
  readonly has: Readonly<Record<'places' | 'items' | 'effects', boolean>>;
  /** How many are no examples; absent where all are. */
  readonly more?: string;
}

interface ExampleFacts {
  readonly place: string;
  readonly item: string;
  readonly field: string;
  readonly given: string;
  readonly expected: string;
  readonly message: string;
  readonly effect: string;
}

export interface LetterSurroundings {
  /** Name of the run. */
  readonly reference: string;
  /** Files that go with the letter. */
  readonly attachments: readonly string[];
}

/** @throws what reading the run throws */
export async function letterFacts(
  run: Run,
  language: Language,
  { reference, attachments }: LetterSurroundings,
): Promise<LetterFacts> {
  const { result } = run;
  const words = WORDS[language];
  const days = result.agreement?.correspondence?.workingDays ?? WORKING_DAYS;
  const [errors, warnings] = [await rulesOf('error', run, language), await rulesOf('warning', run, language)];
  const { error, warning } = result.findings;
  const count = (number: number): string => formatCount(number, language);
  const refused = result.outcome === 'refused' ? refusalParts(run, (await run.grouped(1)).groups, language).why : [];
  return {
    date: formatDate(result.asOf, language),
    deadline: formatDate(workingDaysAfter(result.asOf, days), language),
    workingDays: count(days),
    reference,
    ...parties(result, language),
    catalogue: { file: nameOf(result.catalogue.file), lines: LINES[language](result.lines.read) },
    outcome: result.outcome,
    sentence: words.outcomeSentence(result.outcome, result.lines),
    lines: lineFacts(result, language),
    ...effectFacts(result, language),
    refusedBecause: refused.map(asSentence),
    counts: {
      errors: words.findingCount.error(error),
      warnings: words.findingCount.warning(warning),
      findings: DEVIATIONS[language](error + warning),
    },
    has: {
      errors: error > 0,
      warnings: warning > 0,
      findings: error + warning > 0,
      effects: errors.some(({ effect }) => effect !== undefined),
      previous: result.previous !== undefined,
    },
    errors,
    warnings,
    attachments: attachments.map((file) => ({ file, about: ABOUT[file]?.[language] ?? '' })),
  };
}

const ABOUT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  [ANNOTATED_FILE]: {
    nb: 'filen deres, med avvikene merket i cellene',
    en: 'your own file, with the deviations marked in their cells',
  },
  'findings.csv': { nb: 'alle avvikene, en rad for hvert', en: 'every deviation, a row each' },
};

function parties(
  { agreement }: Result,
  language: Language,
): Pick<LetterFacts, 'buyer' | 'contact' | 'supplier' | 'agreement'> {
  if (agreement === undefined) return {};
  const { correspondence = {}, number, name, supplier, period } = agreement;
  const { buyer, contact, supplierContact, supplierOrganisationNumber } = correspondence;
  return {
    ...(buyer === undefined ? {} : { buyer: party(buyer.name, buyer.organisationNumber) }),
    ...(contact === undefined ? {} : { contact }),
    supplier: {
      ...party(supplier, supplierOrganisationNumber),
      ...(supplierContact === undefined ? {} : { contact: supplierContact }),
    },
    agreement: { number, name, from: formatDate(period.from, language), to: formatDate(period.to, language) },
  };
}

function party(name: string, organisationNumber: string | undefined): Party {
  if (organisationNumber === undefined) return { name };
  return { name, organisationNumber: organisationNumber.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0') };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

const LINES = { nb: some('nb', 'linje', 'linjer'), en: some('en', 'line', 'lines') } as const;
const DEVIATIONS = { nb: some('nb', 'avvik', 'avvik'), en: some('en', 'deviation', 'deviations') } as const;

function lineFacts({ lines, outcome }: Result, language: Language): LineFacts {
  const refused = outcome === 'refused';
  const shown = {
    goOn: refused ? 0 : linesGoingOn(lines),
    asSent: lines.asSent,
    corrected: lines.corrected,
    keptPrevious: lines.keptPrevious,
    withheld: lines.withheld,
  };
  const inWords = LINES[language];
  const present = Object.entries(shown).filter(([, count]) => count > 0);
  return {
    read: inWords(lines.read),
    ...Object.fromEntries(present.map(([name, count]) => [name, inWords(count)])),
  };
}

function effectFacts({ effect }: Result, language: Language): Pick<LetterFacts, 'effect'> {
  if (effect === undefined) return {};
  const { asSent, stopped, goesOn, currency } = effect;
  const above = parseDecimal(asSent.above);
  if (above === undefined || isZero(above)) return {};
  const money = (amount: string): string => formatMoney(amount, language, 'prose', currency);
  return { effect: { above: money(asSent.above), stopped: money(stopped.above), goesOn: money(goesOn.above) } };
}

async function rulesOf(wanted: keyof typeof EXAMPLES, run: Run, language: Language): Promise<readonly RuleFacts[]> {
  const { each, all } = EXAMPLES[wanted];
  const groups = await sharedFindings(run, all, ({ severity }) => severity === wanted);
  return groups.map((group) => {
    const told = group.told.slice(0, each);
    return ruleFacts({ ...group, told, more: group.count - told.length }, run, language);
  });
}

function ruleFacts(group: SharedGroup, run: Run, language: Language): RuleFacts {
  const rule = run.rule(group.rule);
  const currency = run.result.agreement?.currency;
  const { effect, below } = group;
  const examples = group.told.map((finding) => exampleFacts(finding, run, language));
  return {
    rule: group.rule,
    title: rule?.fault[language] ?? group.rule,
    ...(rule === undefined ? {} : { because: rule.because[language], advice: rule.advice[language] }),
    count: formatCount(group.count, language),
    ...(effect === undefined
      ? {}
      : { effect: besideBelow(formatMoney(effect, language, 'prose', currency), below, language, currency) }),
    causes: causeHeadlines(group, language),
    examples,
    has: {
      places: examples.some(({ place }) => place !== ''),
      items: examples.some(({ item }) => item !== ''),
      effects: examples.some(({ effect }) => effect !== ''),
    },
    ...(group.more === 0 ? {} : { more: formatCount(group.more, language) }),
  };
}

function exampleFacts(finding: Finding, run: Run, language: Language): ExampleFacts {
  const { result } = run;
  const currency = result.agreement?.currency;
  const value = (of: string | undefined): string => valueInWords(finding, of, language, 'prose', currency);
  return {
    place: placeInWords(finding, result, language),
    item: finding.item ?? '',
    field: finding.field === undefined ? '' : fieldTitle(finding.field, language),
    given: value(finding.actual),
    expected: value(finding.expected),
    message: asSentence(messageInWords(run, finding, language, currency)),
    effect: finding.effect === undefined ? '' : formatMoney(finding.effect, language, 'prose', currency),
  };
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
