/**
 * The shape of a rule. A rule is pure: it looks at a line (or a group of lines, or the whole catalogue) and returns
 * problems, often none. The engine adds rule id, severity and place. Words are templates, so that a finding can be
 * rendered in any language long after the run.
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

/** `refuse` lets nothing of the catalogue through. */
export type RuleDisposition = Disposition | 'refuse';

/** How a rule set treats a rule. The disposition counts for errors only. */
export interface Standing {
  readonly severity: Severity | 'off';
  readonly disposition?: RuleDisposition;
  /** Options of the rule, where a built-in set asks for other than its defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * What must be at hand before a rule is asked. A field must be given and readable. `agreement`, `scope`,
 * `labelDemands`, `classDemands` (scope or label demands by UNSPSC), `articleDemands` (label demands in the price
 * list), `recognisedLabels` (which labels the buyer counts), `labelRegister` (licences of labels), `agreedLeadTime`,
 * `prices` (the agreed price list), `previousVersion`, `datedPrevious` (the day of the previous version is known), `formerVersions` (versions before it), `searches` (the buyers' search log), `classList` (the UNSPSC codes
 * there are) and `linkStates` (links were opened) hold for the run; `agreed` (the line is an agreed
 * article) and `previous` (the line was in the previous version) for the line. What was skipped is told.
 */
export type RunNeed =
  | 'agreement'
  | 'scope'
  | 'labelDemands'
  | 'classDemands'
  | 'articleDemands'
  | 'recognisedLabels'
  | 'labelRegister'
  | 'agreedLeadTime'
  | 'prices'
  | 'previousVersion'
  | 'datedPrevious'
  | 'formerVersions'
  | 'searches'
  | 'classList'
  | 'linkStates';
export type LineNeed = 'agreed' | 'previous';
export type Need = Field | RunNeed | LineNeed;

/** One remark of a rule. Values are text in canonical form; how they are shown follows from the field. */
export interface Problem {
  readonly field?: Field;
  readonly actual?: string;
  readonly expected?: string;
  /** Values for the placeholders of the message. */
  readonly parameters?: Parameters;
  /** Which message, where the rule has several. */
  readonly message?: string;
  /** Makes this one problem milder than the rule set says; never stricter. */
  readonly severity?: Severity;
  /** The values that would put it right, where exactly one right answer exists. */
  readonly correction?: LineValues;
  readonly derivation?: readonly DerivationStep[];
  /** For this problem instead of what the rule replaces. */
  readonly replaces?: readonly string[];
  /** Where in a document it shows, more exactly than by line and field. */
  readonly at?: { readonly row: number; readonly element: string };
}

/** Options a rule can be given in a rule set; `schema` is the JSON Schema of its properties. */
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
  /** What holds when the rule is kept, as a sentence. */
  readonly title: Text;
  /** What is wrong where it is not kept, as a heading over its findings. */
  readonly fault: Text;
  /** The harm when it is not. */
  readonly because: Text;
  /** How the one who made the file puts it right. */
  readonly advice: Text;
  /** Where the rule comes from; one text where it is only a name, which is the same in every language. */
  readonly source: string | Text;
  readonly sets: { readonly [S in BuiltInSet]?: Standing };
  /** Columns the file must have for the rule to make sense; needed fields count by themselves. */
  readonly columns?: readonly Field[];
  /** Columns of which the file must have at least one. */
  readonly anyColumn?: readonly Field[];
  /** Where this is at hand, none of `anyColumn` is missed. */
  readonly insteadOfColumn?: RunNeed;
  /** Columns it makes no sense without where the need named is not at hand. */
  readonly columnsWithout?: { readonly [N in RunNeed]?: readonly Field[] };
  /** Fields it vouches for: where an error rule looks at one of them, this one must be an error that withholds, too. */
  readonly guards?: readonly Field[];
  /** It gives corrections, so that a rule set may ask for them. */
  readonly corrects?: true;
  /** General rules whose text a finding of this one replaces on the same line. */
  readonly replaces?: readonly string[];
  readonly options?: RuleOptions;
  /**
   * `{actual}`, `{expected}`, `{field}`, `{item}` and the problem's own parameters, shown as the field's values are;
   * `{name:money}`, `{name:percent}`, `{name:date}`, `{name:decimal}`, `{name:unit}`, `{name:label}`,
   * `{name:percents}` (several, with `, ` between), `{name:anylabel}`, `{name:field}` ask for a form.
   * A rule with several messages names them, and its problems name the one meant.
   */
  readonly message: Text | Readonly<Record<string, Text>>;
  /**
   * What whoever checks may type to settle it: a template as the message is, and told behind it. The supplier, who
   * has only the file, is never told of it.
   */
  readonly hint?: Text | Readonly<Record<string, Text>>;
}

/** What a rule may look at beside the line. */
export interface RunContext {
  /** The day the check is for, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly agreement?: Agreement | undefined;
  /** Fields that a switched-on error rule needs: unreadable there is an error too. Absent: take every field so. */
  readonly neededByErrors?: ReadonlySet<Field> | undefined;
  /** Fields that the file has a column for. Absent: take every field so. */
  readonly columns?: ReadonlySet<Field> | undefined;
  /** Word lists and the like; what is made of them is made once, see `preparedOnce`. */
  readonly references?: References | undefined;
  /** The day the previous version is of, `YYYY-MM-DD`, where that is known. */
  readonly previousDay?: string | undefined;
}

export interface LineContext extends RunContext {
  readonly agreed?: AgreedVerdict | undefined;
  /** An entry of the price list that the line may be meant to be; only where it is no agreed article. */
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
  readonly [K in keyof Omit<AgreedArticle, 'row' | 'demandedLabels' | 'core'>]?: string;
} & {
  readonly core?: true;
  readonly demandedLabels?: readonly string[];
};

interface ExampleRun {
  /** What the example shows, in English. */
  readonly why: string;
  readonly asOf?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly agreement?: Partial<Agreement>;
  /** Word lists and the like; none where it names none. */
  readonly references?: References;
}
/** What is expected of a failing example: every problem, whole; corrections and derivations are left aside. */
type Expected = { readonly finds?: readonly Omit<Problem, 'correction' | 'derivation'>[] };

export interface LineExample extends ExampleRun {
  readonly line: ExampleLine;
  /** The line's article in the agreed price list. */
  readonly agreed?: ExampleArticle;
  /** The line's entry in each of the dated lists that the agreement names. */
  readonly lists?: readonly ExampleArticle[];
  /** By what the line was found; absent: item number, or GTIN where only that is the article's. */
  readonly matchedBy?: Evidence;
  /** Another agreed article, and what in the line points to it. */
  readonly conflict?: ExampleArticle & { readonly by: Evidence };
  /** What it may be meant to be, where it is no agreed article. */
  readonly almostAgreed?: { readonly reason: AlmostAgreed['reason']; readonly article: ExampleArticle };
  /** Fields the file has a column for; all where it does not tell. */
  readonly columns?: readonly Field[];
  /** The line in the previous version, and the day that version is of. */
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
  /** What was met where the fault shows. */
  readonly fileDetail?: string;
  readonly ambiguous?: readonly AmbiguousField[];
  readonly remarks?: readonly FileRemark[];
  readonly doubts?: readonly ColumnDoubt[];
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
  /** At least one of these too. */
  readonly needsOneOf?: readonly LineNeed[];
  /** It remarks only on prices that are not the agreed one: lines whose price is, as most are, keep it unasked. */
  readonly offAgreedOnly?: true;
  /** It tells what was put right so, and is asked only where that was wanted: else nothing is, and nothing is missed. */
  readonly fixes?: FixKind;
  readonly passes: readonly LineExample[];
  readonly fails: readonly (LineExample & Expected)[];
  /** False: nothing there tells whether the line keeps the rule, so that it counts as skipped. Absent: always true. */
  isTold?(line: CatalogueLine, context: LineContext): boolean;
  check(
    line: CatalogueLine,
    context: LineContext & { readonly options: Readonly<Record<string, unknown>> },
  ): readonly Problem[];
}

/** A line of a group of lines with the same key; what the engine keeps of every line. */
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
  /** Lines with the same key are compared; several keys for several identities, none when there is nothing to compare. */
  keys: Readonly<Record<string, (line: CatalogueLine) => string | undefined>>;
  /** Called for every key that two or more lines share. @returns problems by the member they are about */
  check(
    members: readonly GroupMember[],
    key: string,
    value: string,
  ): readonly (Problem & { readonly member: GroupMember })[];
}

/** A value of some lines; absent: they do not have the field. */
export interface ToldValue {
  readonly value: string | undefined;
  readonly lines: number;
  /** Of the first of them. */
  readonly row: number;
}
/** The different values of a field, in order of first use. */
export type ToldValues = readonly ToldValue[];

/** What became of the previous version’s articles. */
export interface AssortmentChange {
  readonly before: number;
  /** Of those, how many the new catalogue lacks, and how many it has that were not there. */
  readonly removed: number;
  readonly added: number;
}

/** An article of the core assortment, as the agreement names it. */
export interface CoreArticle {
  /** Item number or GTIN. */
  readonly number: string;
  readonly name?: string;
}

/** What a line is replaced by and what it replaces, as far as the lines say. */
export interface Succession {
  /** What replaces it, and then what replaces that, and so on; empty when nothing is named or that cannot be found. */
  readonly chain: readonly CatalogueLine[];
  /** The last of the chain is replaced by the line itself. */
  readonly loops: boolean;
  /** It names a successor that no line of the catalogue is. */
  readonly isMissing: boolean;
  /** Lines it replaces: of the catalogue, else of the previous version. */
  readonly replaced: readonly CatalogueLine[];
}

export interface SuccessionExample extends ExampleRun {
  readonly lines: readonly ExampleLine[];
  /** Lines of the previous version that the catalogue no longer has. */
  readonly former?: readonly ExampleLine[];
}

/** Asked about lines that replace another, are replaced, or are discontinued, when the last line was read. */
export interface SuccessionRule extends RuleFacts {
  readonly kind: 'succession';
  readonly needs: readonly Field[];
  readonly passes: readonly SuccessionExample[];
  readonly fails: readonly (SuccessionExample & {
    readonly finds?: readonly (Omit<Problem, 'correction'> & { readonly row: number })[];
  })[];
  /** Lines have the fields that tell what they are and when, in which unit and at what price they are sold. */
  check(
    line: CatalogueLine,
    context: RunContext & Succession & { readonly options: Readonly<Record<string, unknown>> },
  ): readonly Problem[];
}

/** What is known when the last line was read. */
export interface CatalogueContext extends RunContext {
  readonly lines: number;
  /** Agreed articles that no line was found to be. */
  readonly agreedNotOffered: readonly AgreedArticle[];
  /** Articles of the agreement's core list that no line was found to be. */
  readonly coreNotOffered?: readonly CoreArticle[];
  /** Searches of the buyers' log that no line answers to; in the order of the log. */
  readonly searchesWithoutHit?: readonly Search[];
  /** What the lines say of whose catalogue it is. Absent: it cannot be read. */
  readonly told?: Readonly<Record<'agreementNumber' | 'supplierId' | 'supplierName', ToldValues>>;
  /** Absent without a previous version. */
  readonly change?: AssortmentChange;
  /** Fields a catalogue cannot do without, for which no column was found; several names: one of them would do. */
  readonly missingFields: readonly Field[];
  /** Fields that several columns could equally well be. */
  readonly ambiguous?: readonly AmbiguousField[];
  /** What the reader met that its maker should know. */
  readonly remarks?: readonly FileRemark[];
  /** Columns that are not what they seem. */
  readonly doubts?: readonly ColumnDoubt[];
  /** The sheet read and those that look as much like a catalogue. */
  readonly sheetsAlike?: readonly CatalogueSheet[];
  /** Columns that are a field of ours although nobody sees them. */
  readonly hiddenColumns?: readonly Column[];
  /** The days on which this catalogue and the previous version were made, where both tell. */
  readonly issued?: { readonly day: string; readonly previous: string };
  /** Rows that are no articles; the first thousand. */
  readonly asides?: readonly Aside[];
  /** Rows between the lines in which nothing stands, first and last; the first thousand. */
  readonly blankRows?: readonly BlankRows[];
  /** Columns in which nothing stands. */
  readonly blankColumns?: readonly Column[];
  /** Lines that break rules with a threshold. */
  readonly breaches?: readonly Breaches[];
  /** Why the file cannot be used, with the row where it shows and what was met. */
  readonly fileProblem?: { readonly problem: FileProblem; readonly row?: number; readonly detail?: string };
}

/** A problem of the whole catalogue; `article` when it is about an agreed article. */
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
 * A rule on a document's own form, of a specification such as Peppol's. Such rules are asked all together, while the
 * document is read: see document.ts. What stands above the lines concerns them all, and an error there refuses the
 * catalogue; an error in a line does with the line what the disposition says.
 */
export interface DocumentRule extends RuleFacts {
  readonly kind: 'document';
  readonly needs: readonly never[];
  /** As whoever publishes the rule calls it; absent: a rule of our own. */
  readonly published?: string;
  /** The specifications it belongs to, by the names that {@link AtHand.specification} has. */
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

/** A rule on one line at a time. `check` sees the needed fields as given. */
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

/** A rule on lines that share a key; the engine owns the index. */
export function groupRule(rule: Omit<GroupRule, 'kind'>): GroupRule {
  return { ...rule, kind: 'group' };
}

/** A rule on lines and what replaces them; the engine finds the one by the number the other names. */
export function successionRule(rule: Omit<SuccessionRule, 'kind'>): SuccessionRule {
  return { ...rule, kind: 'succession' };
}

/** A rule on the catalogue as a whole, asked once, after the last line. */
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

/** Where a rule comes from, in words. */
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
