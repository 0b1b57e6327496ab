/**
 * The shape of a rule. A rule is a pure function of a line (or a group of lines, or the whole catalogue) that returns
 * problems, usually none. The engine adds the rule's id, the severity and the place. Messages are templates, so that a
 * finding can be rendered in any language long after the run.
 */
import type { AgreedArticle, AgreedVerdict, Agreement, AlmostAgreed, Evidence } from '../agreement/agreement.ts';
import type {
  AmbiguousField,
  Aside,
  BlankRows,
  CatalogueSheet,
  Column,
  ColumnDoubt,
  FileProblem,
  FileRemark,
} from '../catalogue/catalogue.ts';
import type { Field } from '../catalogue/field.ts';
import type { DerivationStep, Disposition, Parameters, Severity } from '../catalogue/finding.ts';
import type { CatalogueLine, FixKind, LineValues, ToldPack } from '../catalogue/line.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { References, Search } from './references.ts';
import type { Breaches } from './threshold.ts';

export const BUILT_IN_SETS = ['recommended', 'strict', 'supplier'] as const;
export type BuiltInSet = (typeof BUILT_IN_SETS)[number];

/** `refuse`: the whole catalogue is refused. */
export type RuleDisposition = Disposition | 'refuse';

/** How a rule set treats a rule. The disposition applies to errors only. */
export interface Standing {
  readonly severity: Severity | 'off';
  readonly disposition?: RuleDisposition;
  /** Options of the rule, where a built-in set does not use the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What the run must have before a rule is run. */
export type RunNeed =
  | 'agreement'
  /** The agreement has a scope, by UNSPSC. */
  | 'scope'
  | 'labelDemands'
  /** A scope, or label demands by UNSPSC. */
  | 'classDemands'
  /** Label demands in the price list. */
  | 'articleDemands'
  /** The agreement says which labels count. */
  | 'recognisedLabels'
  /** A register of label licences. */
  | 'labelRegister'
  | 'agreedLeadTime'
  /** The agreed price list. */
  | 'prices'
  | 'previousVersion'
  /** The day of the previous version is known. */
  | 'datedPrevious'
  /** Versions before the previous one. */
  | 'formerVersions'
  /** The buyers' search log. */
  | 'searches'
  /** A list of valid UNSPSC codes. */
  | 'classList'
  /** The links of the catalogue were opened. */
  | 'linkStates';

/** What is read only for a run with a rule that uses it. */
export type RunUse =
  /** What the lines of older versions said; comes with the `formerVersions`. */
  'formerContents';

/** What a line must be: an agreed article, or an article that the previous version had. */
export type LineNeed = 'agreed' | 'previous';

/** A needed field must be given and readable. A rule that was not run because of its needs is listed in the reports. */
export type Need = Field | RunNeed | LineNeed;

/** One breach of a rule. Values are text in canonical form; how they are displayed depends on the field. */
export interface Problem {
  readonly field?: Field;
  readonly actual?: string;
  readonly expected?: string;
  /** Values for the placeholders of the message. */
  readonly parameters?: Parameters;
  /** The name of the message, if the rule has several. */
  readonly message?: string;
  /** Makes this problem less severe than the rule set says; it cannot make it more severe. */
  readonly severity?: Severity;
  /** The correct values, if there is exactly one right answer. */
  readonly correction?: LineValues;
  readonly derivation?: readonly DerivationStep[];
  /** The rules that this problem replaces, instead of those that the rule replaces. */
  readonly replaces?: readonly string[];
  /** The place in a document, more exact than line and field. */
  readonly at?: { readonly row: number; readonly element: string };
}

/** Options that a rule set can give a rule; `schema` is the JSON Schema of its properties. */
export interface RuleOptions {
  readonly properties: Readonly<Record<string, object>>;
  readonly defaults: Readonly<Record<string, unknown>>;
}

/** What reports say of a rule: enough to put its findings into words, long after the run. */
export type RuleWords = Pick<
  RuleFacts,
  'id' | 'title' | 'fault' | 'because' | 'advice' | 'source' | 'message' | 'hint'
>;

interface RuleFacts {
  /** Folder and file name: `price/above-agreed`. */
  readonly id: string;
  /** The requirement, as a sentence. */
  readonly title: Text;
  /** What is wrong when the rule is broken, as a heading over its findings. */
  readonly fault: Text;
  /** The harm that a breach does. */
  readonly because: Text;
  /** How the supplier corrects it. */
  readonly advice: Text;
  /** Where the rule comes from; a plain string if it is only a name, which is the same in every language. */
  readonly source: string | Text;
  readonly sets: { readonly [S in BuiltInSet]?: Standing };
  /** Columns that the file must have, besides those of needed fields. */
  readonly columns?: readonly Field[];
  /** The file must have at least one of these columns. */
  readonly anyColumn?: readonly Field[];
  /** If the run has this, `anyColumn` is not required. */
  readonly insteadOfColumn?: RunNeed;
  /** Columns that are required only if the run lacks the need named. */
  readonly columnsWithout?: { readonly [N in RunNeed]?: readonly Field[] };
  /** What the rule looks at if the run has it; it is run without, too. */
  readonly uses?: readonly RunUse[];
  /** Fields whose values it checks: if an error rule uses one of them, this rule must be an error that withholds, too. */
  readonly guards?: readonly Field[];
  /** The rule gives corrections, so a rule set may use the disposition `correct`. */
  readonly corrects?: true;
  /** General rules whose findings on the same line are replaced by a finding of this rule. */
  readonly replaces?: readonly string[];
  readonly options?: RuleOptions;
  /**
   * The placeholders are `{actual}`, `{expected}`, `{field}`, `{item}` and the problem's own parameters, displayed like
   * the values of the field. A format can be given: `{name:money}`, `{name:percent}`, `{name:date}`, `{name:decimal}`,
   * `{name:unit}`, `{name:label}`, `{name:percents}` (several, separated by `, `), `{name:anylabel}`, `{name:field}`.
   * A rule with several messages names them, and each problem names its message.
   */
  readonly message: Text | Readonly<Record<string, Text>>;
  /**
   * What whoever checks may type to settle it: a template as the message is, and told behind it. The supplier, who
   * has only the file, is never told of it.
   */
  readonly hint?: Text | Readonly<Record<string, Text>>;
}

/** What a rule may use besides the line. */
export interface RunContext {
  /** The day the check is for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly agreement?: Agreement | undefined;
  /** Fields needed by error rules that are on: an unreadable value in one of them is an error too. Absent: all fields. */
  readonly neededByErrors?: ReadonlySet<Field> | undefined;
  /** Fields that the file has a column for. Absent: all fields. */
  readonly columns?: ReadonlySet<Field> | undefined;
  /** Word lists and the like; what is derived from them is prepared once, see `preparedOnce`. */
  readonly references?: References | undefined;
  /** The day of the previous version, `YYYY-MM-DD`, if known. */
  readonly previousDay?: string | undefined;
}

export interface LineContext extends RunContext {
  readonly agreed?: AgreedVerdict | undefined;
  /** An entry of the price list that the line may be meant to be, if it is not an agreed article. */
  readonly almostAgreed?: AlmostAgreed | undefined;
  /** The same article in the previous version. */
  readonly previous?: CatalogueLine | undefined;
}

type Given<N extends Need> = { readonly [F in N & keyof CatalogueLine]-?: NonNullable<CatalogueLine[F]> };
type RunGiven<N extends Need> = (Extract<
  N,
  'agreement' | 'scope' | 'labelDemands' | 'classDemands' | 'recognisedLabels'
> extends never
  ? unknown
  : { readonly agreement: Agreement }) &
  ('recognisedLabels' extends N ? { readonly agreement: { readonly recognisedLabels: readonly string[] } } : unknown) &
  ('scope' extends N ? { readonly agreement: { readonly scope: readonly string[] } } : unknown) &
  ('agreedLeadTime' extends N
    ? { readonly agreement: Agreement & { readonly delivery: { readonly leadTime: string } } }
    : unknown);
type LineGiven<N extends Need> = RunGiven<N> &
  ('agreed' extends N ? { readonly agreed: AgreedVerdict } : unknown) &
  ('previous' extends N ? { readonly previous: CatalogueLine } : unknown);

/** Lines and articles in examples: values as plain text. */
export type ExampleLine = { readonly [F in keyof Omit<LineValues, 'orderable' | 'ecoLabel'>]?: string } & {
  readonly orderable?: boolean;
  readonly ecoLabel?: LineValues['ecoLabel'];
  readonly unreadable?: CatalogueLine['unreadable'];
  readonly problems?: CatalogueLine['problems'];
  readonly extra?: CatalogueLine['extra'];
  readonly pack?: Omit<ToldPack, 'quantity'> & { readonly quantity: string };
  readonly row?: number;
};
export type ExampleArticle = {
  readonly [K in keyof Omit<AgreedArticle, 'row' | 'demandedLabels' | 'core' | 'pack'>]?: string;
} & {
  readonly pack?: ExampleLine['pack'];
  readonly core?: true;
  readonly demandedLabels?: readonly string[];
};

interface ExampleRun {
  /** What the example shows, in English. */
  readonly why: string;
  readonly asOf?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly agreement?: Partial<Agreement>;
  /** Word lists and the like. */
  readonly references?: References;
}
/** All problems that a failing example must give; corrections and derivations are not compared. */
type Expected = { readonly finds?: readonly Omit<Problem, 'correction' | 'derivation'>[] };

export interface LineExample extends ExampleRun {
  readonly line: ExampleLine;
  /** The line's article in the agreed price list. */
  readonly agreed?: ExampleArticle;
  /** The line's entry in each of the dated lists that the agreement names. */
  readonly lists?: readonly ExampleArticle[];
  /** What the line was matched by; absent: item number, or GTIN if only that matches the article. */
  readonly matchedBy?: Evidence;
  /** Another agreed article, and what in the line points to it. */
  readonly conflict?: ExampleArticle & { readonly by: Evidence };
  /** What the line may be meant to be, if it is not an agreed article. */
  readonly almostAgreed?: { readonly reason: AlmostAgreed['reason']; readonly article: ExampleArticle };
  /** Fields that the file has a column for; absent: all. */
  readonly columns?: readonly Field[];
  /** The line in the previous version, and the day of that version. */
  readonly previous?: ExampleLine;
  readonly previousDay?: string;
}
export interface GroupExample extends ExampleRun {
  readonly lines: readonly ExampleLine[];
}
export interface CatalogueExample extends ExampleRun {
  readonly agreedNotOffered?: readonly ExampleArticle[];
  readonly coreNotOffered?: CatalogueContext['coreNotOffered'];
  readonly searchesWithoutHit?: CatalogueContext['searchesWithoutHit'];
  readonly told?: Partial<NonNullable<CatalogueContext['told']>>;
  readonly change?: AssortmentChange;
  readonly missingFields?: readonly Field[];
  readonly fileProblem?: FileProblem;
  /** What was found at the place of the fault. */
  readonly fileDetail?: string;
  readonly ambiguous?: readonly AmbiguousField[];
  readonly remarks?: readonly FileRemark[];
  readonly doubts?: readonly ColumnDoubt[];
  readonly pricesVat?: PricesVat;
  readonly sheetsAlike?: readonly CatalogueSheet[];
  readonly hiddenColumns?: readonly Column[];
  readonly asides?: readonly Aside[];
  readonly blankRows?: readonly BlankRows[];
  readonly blankColumns?: readonly Column[];
  readonly breaches?: readonly Breaches[];
  readonly issued?: CatalogueContext['issued'];
}

export interface LineRule extends RuleFacts {
  readonly kind: 'line';
  readonly needs: readonly Need[];
  /** At least one of these is needed too. */
  readonly needsOneOf?: readonly LineNeed[];
  /** It reports only prices that differ from the agreed one, so that it is not run for lines whose price is as agreed. */
  readonly offAgreedOnly?: true;
  /** It reports fixes of this kind, and is run only with `--fix`. */
  readonly fixes?: FixKind;
  readonly passes: readonly LineExample[];
  readonly fails: readonly (LineExample & Expected)[];
  /** False: the line does not say enough for the rule, so it counts as not checked. Absent: always true. */
  isTold?(line: CatalogueLine, context: LineContext): boolean;
  check(
    line: CatalogueLine,
    context: LineContext & { readonly options: Readonly<Record<string, unknown>> },
  ): readonly Problem[];
}

/** A line in a group of lines with the same key; what the engine keeps of every line. */
export interface GroupMember {
  /** Position in the file, from 0. */
  readonly ordinal: number;
  readonly row: number;
  readonly item: string | undefined;
  readonly name?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  /** Equal for lines whose cells are all equal. */
  readonly fingerprint: number;
}

export interface GroupRule extends RuleFacts {
  readonly kind: 'group';
  readonly needs: readonly Field[];
  readonly passes: readonly GroupExample[];
  readonly fails: readonly (GroupExample & {
    readonly finds?: readonly (Omit<Problem, 'correction'> & { readonly row: number })[];
  })[];
  /** Lines with the same key are compared. A rule can have several keys; a key is undefined if the line has none. */
  keys: Readonly<Record<string, (line: CatalogueLine) => string | undefined>>;
  /** Called for every key that two or more lines share. @returns problems by the member they are about */
  check(
    members: readonly GroupMember[],
    key: string,
    value: string,
  ): readonly (Problem & { readonly member: GroupMember })[];
}

/** A value that some lines have; absent: they do not have the field. */
export interface ToldValue {
  readonly value: string | undefined;
  readonly lines: number;
  /** Of the first of them. */
  readonly row: number;
}
/** The different values of a field, in order of first use. */
export type ToldValues = readonly ToldValue[];

/** How the assortment changed since the previous version. */
export interface AssortmentChange {
  readonly before: number;
  /** How many of those the new catalogue lacks, and how many articles are new. */
  readonly removed: number;
  readonly added: number;
}

/** An article of the core assortment, as the agreement names it. */
export interface CoreArticle {
  /** Item number or GTIN. */
  readonly number: string;
  readonly name?: string;
}

/** What a line is replaced by and what it replaces, according to the lines. */
export interface Succession {
  /** What replaces it, what replaces that, and so on; empty if nothing is named or it cannot be found. */
  readonly chain: readonly CatalogueLine[];
  /** The last of the chain is replaced by the line itself. */
  readonly loops: boolean;
  /** It names a successor that is not in the catalogue. */
  readonly isMissing: boolean;
  /** Lines that it replaces: in the catalogue, otherwise in the previous version. */
  readonly replaced: readonly CatalogueLine[];
}

export interface SuccessionExample extends ExampleRun {
  readonly lines: readonly ExampleLine[];
  /** Lines of the previous version that the catalogue no longer has. */
  readonly former?: readonly ExampleLine[];
}

/** Run after the last line, for lines that replace another, are replaced, or are discontinued. */
export interface SuccessionRule extends RuleFacts {
  readonly kind: 'succession';
  readonly needs: readonly Field[];
  readonly passes: readonly SuccessionExample[];
  readonly fails: readonly (SuccessionExample & {
    readonly finds?: readonly (Omit<Problem, 'correction'> & { readonly row: number })[];
  })[];
  /** The lines have only the fields for what the item is, and when, in which unit and at what price it is sold. */
  check(
    line: CatalogueLine,
    context: RunContext & Succession & { readonly options: Readonly<Record<string, unknown>> },
  ): readonly Problem[];
}

/** What is known after the last line. */
export interface CatalogueContext extends RunContext {
  readonly lines: number;
  /** Agreed articles that no line was matched to. */
  readonly agreedNotOffered: readonly AgreedArticle[];
  /** Articles of the agreement's core list that no line was matched to. */
  readonly coreNotOffered?: readonly CoreArticle[];
  /** Searches in the buyers' log that no line matches, in the order of the log. */
  readonly searchesWithoutHit?: readonly Search[];
  /** What the lines say about whose catalogue it is. Absent: it cannot be read. */
  readonly told?: Readonly<Record<'agreementNumber' | 'supplierId' | 'supplierName', ToldValues>>;
  /** Absent without a previous version. */
  readonly change?: AssortmentChange;
  /** Required fields for which no column was found; several names: one of them would be enough. */
  readonly missingFields: readonly Field[];
  /** Fields that several columns could equally well be. */
  readonly ambiguous?: readonly AmbiguousField[];
  /** What the reader noticed that the supplier should know. */
  readonly remarks?: readonly FileRemark[];
  /** Columns that are not what they seem. */
  readonly doubts?: readonly ColumnDoubt[];
  readonly pricesVat?: PricesVat;
  /** The sheet that was read, and those that look as much like a catalogue. */
  readonly sheetsAlike?: readonly CatalogueSheet[];
  /** Hidden columns that are used for a field. */
  readonly hiddenColumns?: readonly Column[];
  /** The days on which this catalogue and the previous version were issued, if both say so. */
  readonly issued?: { readonly day: string; readonly previous: string };
  /** Rows that are not articles; the first thousand. */
  readonly asides?: readonly Aside[];
  /** Empty rows between the lines, as first and last row; the first thousand. */
  readonly blankRows?: readonly BlankRows[];
  /** Empty columns. */
  readonly blankColumns?: readonly Column[];
  /** Lines that break rules with a threshold. */
  readonly breaches?: readonly Breaches[];
  /** Why the file cannot be used, with the row and what was found there. */
  readonly fileProblem?: { readonly problem: FileProblem; readonly row?: number; readonly detail?: string };
}

/** What the heading of the price says of VAT; where no column is the price, that of a column of prices with VAT. */
export interface PricesVat {
  readonly heading: string;
  /** From 0. */
  readonly index: number;
  readonly says: Agreement['vat'];
  readonly isPrice: boolean;
}

/** A problem with the whole catalogue; `article` if it is about an agreed article. */
export interface CatalogueProblem extends Problem {
  readonly article?: AgreedArticle;
  readonly row?: number;
}

export interface CatalogueRule extends RuleFacts {
  readonly kind: 'catalogue';
  readonly needs: readonly RunNeed[];
  readonly passes: readonly CatalogueExample[];
  readonly fails: readonly (CatalogueExample & Expected)[];
  check(
    context: CatalogueContext & { readonly options: Readonly<Record<string, unknown>> },
  ): readonly CatalogueProblem[];
}

/**
 * A rule on the form of a document, from a specification such as Peppol's. These rules are run together while the
 * document is read: see document.ts. An error outside the lines refuses the catalogue; an error in a line is handled
 * as the disposition says.
 */
export interface DocumentRule extends RuleFacts {
  readonly kind: 'document';
  readonly needs: readonly never[];
  /** The published name of the rule; absent: our own rule. */
  readonly published?: string;
  /** The specifications it belongs to, as named in `AtHand.specification`. */
  readonly specifications: readonly string[];
  /** Whether it can be broken in a line. */
  readonly inLines: boolean;
  readonly passes: readonly DocumentExample[];
  readonly fails: readonly DocumentExample[];
}
/** None yet: documents that break these rules are built by their tests. */
type DocumentExample = ExampleRun & { readonly finds?: readonly never[] };

export type Rule = LineRule | GroupRule | SuccessionRule | CatalogueRule | DocumentRule;

type OptionsOf<O extends RuleOptions | undefined> = O extends RuleOptions
  ? O['defaults']
  : Readonly<Record<string, never>>;

/** A rule about one line at a time. In `check`, the needed fields are never undefined. */
export function lineRule<const N extends readonly Need[], O extends RuleOptions | undefined = undefined>(
  rule: Omit<LineRule, 'kind' | 'needs' | 'check' | 'options'> & {
    readonly needs: N;
    readonly options?: O;
    check(
      line: CatalogueLine & Given<N[number]>,
      context: LineContext & LineGiven<N[number]> & { readonly options: OptionsOf<O> },
    ): readonly Problem[];
  },
): LineRule {
  return { ...rule, kind: 'line' } as unknown as LineRule;
}

/** A rule about lines that share a key; the engine owns the index. */
export function groupRule(rule: Omit<GroupRule, 'kind'>): GroupRule {
  return { ...rule, kind: 'group' };
}

/** A rule about lines and what replaces them; the engine finds the successor by the number that the line names. */
export function successionRule(rule: Omit<SuccessionRule, 'kind'>): SuccessionRule {
  return { ...rule, kind: 'succession' };
}

/** A rule about the catalogue as a whole, run once after the last line. */
export function catalogueRule<const N extends readonly RunNeed[], O extends RuleOptions | undefined = undefined>(
  rule: Omit<CatalogueRule, 'kind' | 'needs' | 'check' | 'options'> & {
    readonly needs: N;
    readonly options?: O;
    check(
      context: CatalogueContext & RunGiven<N[number]> & { readonly options: OptionsOf<O> },
    ): readonly CatalogueProblem[];
  },
): CatalogueRule {
  return { ...rule, kind: 'catalogue' } as unknown as CatalogueRule;
}

/** Where a rule comes from, in the reader's language. */
export function sourceOf({ source }: Pick<Rule, 'source'>, language: Language): string {
  return typeof source === 'string' ? source : source[language];
}

/** The template of a message by its name. */
export function messageOf({ id, message }: RuleWords, name: string | undefined): Text {
  const chosen = textOf(message, name);
  if (chosen === undefined) throw new Error(`rule ${id} has no message ${name}`);
  return chosen;
}

/** The template of the hint behind a message, where it has one. */
export function hintOf({ hint }: RuleWords, name: string | undefined): Text | undefined {
  return hint === undefined ? undefined : textOf(hint, name);
}

function textOf(texts: Text | Readonly<Record<string, Text>>, name: string | undefined): Text | undefined {
  if (isText(texts)) return texts;
  return name === undefined ? undefined : texts[name];
}

function isText(texts: Text | Readonly<Record<string, Text>>): texts is Text {
  return typeof texts['nb'] === 'string';
}
