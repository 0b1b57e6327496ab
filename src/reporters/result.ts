/** What one run found, bounded in size: the shape of `result.json`. Every report is rendered from it and `findings.jsonl`. */
import type { Contact } from '../agreement/agreement.ts';
import type { AgreementRemark } from '../agreement/lint/remark.ts';
import type { Column } from '../catalogue/catalogue.ts';
import type { DocumentHeader } from '../catalogue/document-header.ts';
import type { Field } from '../catalogue/field.ts';
import type { FindingWaiver, Severity } from '../catalogue/finding.ts';
import type { OutputFormat } from '../catalogue/output-formats.ts';
import type { Language, Text } from '../catalogue/text.ts';
import type { NotCheckedReason } from '../engine/prepare-rules.ts';
import type { RuleWords } from '../engine/rule.ts';
import type { Encoding } from '../readers/reader.ts';
import type { LeftOut } from '../writers/catalogue-content.ts';
import type { Asked } from './asked.ts';

export type Outcome = 'approved' | 'partly' | 'refused';

export interface InputFile {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  /** Those waived are not among them. */
  readonly findings: number;
  /** Absent where all of them have the severity above; else how many have which, as overrides for some lines make it. */
  readonly bySeverity?: Readonly<Record<Severity, number>>;
  /** How many lines it was asked about, and on how many it had nothing to look at. */
  readonly checked: number;
  readonly skipped: number;
  /** What several of its findings have in common: most findings first, at most a few. */
  readonly causes?: readonly { readonly code: string; readonly findings: number }[];
}

/** What became of an accepted deviation. */
export type WaiverState =
  /** Everything it covers was found, as it was accepted. */
  | 'used'
  /** Some of what it covers was found. */
  | 'partlyUsed'
  /** Nothing of it was found: it may be removed. */
  | 'unused'
  /** Other values stand where it holds, so that it lifted nothing there. */
  | 'valueChanged'
  /** Its last day has passed. */
  | 'ended';

export interface WaiverUse extends FindingWaiver {
  readonly rules: readonly string[];
  /** The first articles it covers. */
  readonly items: readonly string[];
  /** How many it covers. */
  readonly covers: number;
  readonly state: WaiverState;
  /** Findings it lifted. */
  readonly findings: number;
}

/** Why nothing goes on. */
export type RefusalReason =
  | { readonly reason: 'rule'; readonly rule: string }
  | { readonly reason: 'missing'; readonly what: 'agreement' | 'prices' | 'previous' }
  | { readonly reason: 'limit'; readonly limit: string; readonly allowed: string; readonly actual: string }
  | { readonly reason: 'nothingLeft' };

/** Why a catalogue is not written in the format that its changes came in. */
export type AsLines =
  /** Nobody writes that format. */
  | { readonly reason: 'notWritten' }
  /** The document must say once what is not known: `supplier.endpoint` and the like. */
  | { readonly reason: 'lacking'; readonly format: OutputFormat; readonly lacking: readonly string[] }
  /** It cannot be written, as the text says. */
  | { readonly reason: 'notInFormat'; readonly format: OutputFormat; readonly text: Text }
  /** Read back, it lacks these. */
  | { readonly reason: 'leftOut'; readonly format: OutputFormat; readonly leftOut: readonly LeftOut[] }
  /** Read back, it has other lines. */
  | { readonly reason: 'readsOtherwise'; readonly format: OutputFormat };

export interface DiffCounts {
  readonly added: number;
  readonly removed: number;
  /** Lines with at least one changed field; a renumbered line counts under `renumbered` only, unless more changed. */
  readonly changed: number;
  readonly renumbered: number;
  readonly unchanged: number;
  readonly priceUp: number;
  readonly priceDown: number;
  /** Keys that two or more lines of one catalogue share; said, never guessed. */
  readonly duplicateKeys: number;
  /** Lines with nothing to know them by. */
  readonly withoutKey: number;
  /** The fields a line is known by, in both catalogues. */
  readonly key: readonly Field[];
  /** Headings of columns that only the new catalogue has, or only the previous version had. */
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/** The counts of a check: it decides which of the changes go on. */
export interface CheckedDiffCounts extends DiffCounts {
  /** Of `priceUp` and `priceDown`: how many prices do not go on as sent. */
  readonly priceUpStopped: number;
  readonly priceDownStopped: number;
}

/** Amounts of a year: of prices above the agreed ones, of those below (zero or less), and both together. */
export interface EffectSums {
  readonly above: string;
  readonly below: string;
  readonly sum: string;
}

/** What prices that are not the agreed ones make in a year, at the volumes that the buyer's table tells. */
export interface YearlyEffect {
  readonly currency: string;
  /** Lines that count; of several lines of one article the dearest. */
  readonly lines: number;
  readonly asSent: EffectSums;
  /** Of that: prices that do not go on, and those that do. */
  readonly stopped: EffectSums;
  readonly goesOn: EffectSums;
  /** Lines off the agreed price that do not count: without a volume, or with one that cannot be held against the price. */
  readonly noVolume: number;
  readonly notComparable: number;
  /** Rows of the table of volumes that cannot be read. */
  readonly unreadRows: number;
}

/** Of a workbook. */
export interface SheetsOf {
  readonly sheet?: string;
  /** Sheets that were not read, seen and hidden ones; absent: there are none. */
  readonly otherSheets?: readonly string[];
  readonly hiddenSheets?: readonly string[];
}

/** Who writes to whom about what was found; absent where the agreement says nothing of it. */
export interface Correspondence {
  readonly buyer?: { readonly name: string; readonly organisationNumber?: string };
  /** The agreement manager. */
  readonly contact?: Contact;
  readonly supplierOrganisationNumber?: string;
  readonly supplierContact?: Contact;
  /** How many there are to answer. */
  readonly workingDays?: number;
}

export interface Result {
  readonly version: 1;
  readonly tool: { readonly name: 'katalogvakt'; readonly version: string };
  /** The day the check is for. */
  readonly asOf: string;
  readonly language: Language;
  readonly outcome: Outcome;
  readonly refusedBecause: readonly RefusalReason[];
  readonly catalogue: InputFile &
    SheetsOf & {
      readonly format: string;
      /** How a text file was read. */
      readonly dialect?: { readonly encoding: Encoding; readonly delimiter: string };
      readonly headingRow?: number;
      readonly columns: readonly Column[];
    };
  /** Of a document in Peppol or EHF: what an answer to it must name. */
  readonly document?: Pick<DocumentHeader, 'id' | 'version' | 'supplier' | 'buyer'> & {
    readonly form: 'peppol' | 'ehf';
    readonly profile: string;
  };
  /** Present when the file holds changes only: what it asks for of the previous version. */
  readonly delta?: {
    readonly lines: number;
    readonly added: number;
    readonly updated: number;
    readonly deleted: number;
    /** Why the approved catalogue is lines of JSON; absent where it is in the format of the changes, or there is none. */
    readonly asLines?: AsLines;
    /** The approved table has the usual headings: read with those of the changes it would lack these, or have other lines. */
    readonly usualHeadings?: readonly LeftOut[];
  };
  readonly agreement?: InputFile & {
    readonly number: string;
    readonly name: string;
    readonly supplier: string;
    readonly currency: string;
    readonly period: { readonly from: string; readonly to: string };
    readonly correspondence?: Correspondence;
  };
  readonly prices?: InputFile & SheetsOf & { readonly articles: number };
  /**
   * What is to be said of the buyer's own files, the agreement and those it names; absent where that is nothing. The
   * first hundred are told. `long`: lists too long to be held against themselves in a run.
   */
  readonly agreementRemarks?: {
    readonly all: number;
    readonly told: readonly AgreementRemark[];
    readonly long?: readonly string[];
  };
  /** Dated price lists that counted on the day, and the series of the adjustment clause. */
  readonly termFiles?: readonly InputFile[];
  readonly previous?: InputFile & { readonly lines: number };
  /** `mapping.yaml`, where the agreement has one. */
  readonly mapping?: InputFile;
  /** `waivers.yaml`, where the agreement has one, with what became of each: some hundred at most, those that want a look first. */
  readonly waivers?: InputFile & { readonly all: number; readonly told: readonly WaiverUse[] };
  /** What was put right before the check, with `--fix`: the rest is about the file as put right. */
  readonly fixes?: { readonly lines: number; readonly cells: number };
  /** Absent: in the usual way. */
  readonly asked?: Asked;
  readonly ruleSet: { readonly name: string; readonly files: readonly InputFile[]; readonly allowPartly: boolean };
  /** Word lists and other data that rules looked things up in; what comes with the tool is named `katalogvakt:…`. */
  readonly references?: readonly InputFile[];
  /** Rules of the rule set's own, so that their findings can be put into words long after the run. */
  readonly ownRules?: readonly RuleWords[];
  readonly lines: {
    readonly read: number;
    /** read = asSent + corrected + keptPrevious + withheld. */
    readonly asSent: number;
    readonly corrected: number;
    readonly keptPrevious: number;
    readonly withheld: number;
    /** Lines of the previous version kept although the new catalogue lacks them; not part of `read`. */
    readonly keptMissing: number;
  };
  /** Absent without volumes, without an agreement, and for a file that cannot be used. */
  readonly effect?: YearlyEffect;
  /** Those waived are counted apart. */
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly waived: number;
  };
  /** Every rule that ran, by id. */
  readonly rules: readonly RuleCount[];
  readonly notChecked: readonly ({ readonly rule: string } & NotCheckedReason)[];
  readonly diff?: CheckedDiffCounts;
  /** Absent when neither the catalogue nor the previous version has a column of labels. */
  readonly labelCoverage?: LabelCoverage;
  /** What the run wrote, relative to the run folder. */
  readonly files: readonly string[];
}

/** Lines by what they carry; each counts once, for the best that it has. */
export interface LabelledLines {
  readonly lines: number;
  /** With a label that counts. */
  readonly recognised: number;
  /** With an organic label and none that counts. */
  readonly organic: number;
  /** With other labels only. */
  readonly otherLabels: number;
  readonly withoutLabel: number;
  /** What a year's volumes cost at the prices of the lines; absent without volumes. */
  readonly spend?: LabelledSpend;
}

/** Of lines whose volume is known and can be held against their price. */
export interface LabelledSpend {
  readonly sum: string;
  /** Of that: lines with a label that counts. */
  readonly recognised: string;
}

export interface LabelShare extends LabelledLines {
  /** Absent without a previous version that names labels. */
  readonly previous?: LabelledLines;
}

/** How much of the catalogue, as it was sent, carries eco-labels. */
export interface LabelCoverage extends LabelShare {
  /** The labels that the agreement counts; absent: those of type I (ISO 14024). */
  readonly recognisedLabels?: readonly string[];
  /** What spend is in; absent without volumes. */
  readonly currency?: string;
  /**
   * By UNSPSC family, or segment where there are many; lines without a class come last, as an empty one. The title is as in
   * the agreement's list of codes.
   */
  readonly classes: readonly ({ readonly unspsc: string; readonly title?: string } & LabelShare)[];
  /** Lines with each label, the commonest first. */
  readonly labels: readonly { readonly label: string; readonly lines: number; readonly previous?: number }[];
}

/** One row of `diff.csv`. */
export interface Change {
  readonly item: string;
  /** `ambiguous`: two or more lines of one catalogue share the key, so that nothing can be said of them. */
  readonly change: 'added' | 'removed' | 'changed' | 'renumbered' | 'ambiguous';
  readonly field?: Field;
  /** Heading of an unknown column, where `field` is absent. */
  readonly heading?: string;
  readonly before?: string;
  readonly after?: string;
  readonly percent?: string;
  readonly effect?: string;
  /** What the line is called, in the new catalogue where it is there. */
  readonly name?: string;
  /** Of a change of the price: the line's product group, or its UNSPSC family. */
  readonly group?: string;
  /** The change does not go on: its line is withheld or replaced, the value put right, or the catalogue refused. */
  readonly stopped?: true;
}
