/**
 * What a run looks things up in beside catalogue and agreement: word lists and the like. Plain, structured-cloneable
 * data, handed whole to every thread.
 */

import type { Volumes } from '../agreement/volumes.ts';
import type { Field } from '../catalogue/field.ts';
import type { KeyTableData } from '../catalogue/key-table.ts';

export interface References {
  readonly words?: WordLists;
  /** How much is bought of each article. */
  readonly volumes?: Volumes;
  /** Licences of eco-labels; absent where no register is named. */
  readonly labelRegister?: readonly LabelLicence[];
  /** The UNSPSC codes there are; absent where no list was given. */
  readonly classes?: ClassList;
  /** What became of the links of the catalogue; absent where they were not to be opened. */
  readonly links?: readonly LinkState[];
  /** What the versions before the one approved last tell of its articles and others; absent where there are none. */
  readonly formerItems?: FormerItems;
  /** What the ordering systems take that the catalogue goes to; absent where the agreement names none. */
  readonly textLimits?: readonly SystemLimits[];
}

export interface SystemLimits {
  /** Its name, as people know it. */
  readonly system: string;
  /** Characters at most. */
  readonly limits: { readonly [F in Field]?: number };
}

export interface FormerItems {
  /** By item number, which of the versions had it last. */
  readonly items: KeyTableData;
  /** By item number, since which of the versions its line has been what it is in the one approved last; where it is asked for. */
  readonly unchangedSince?: KeyTableData;
  /** The oldest first. */
  readonly versions: readonly { readonly number: string; readonly day: string }[];
}

export interface ClassList {
  /** Of the list, as it says; absent: it does not. */
  readonly version?: string;
  /** Eight digits each. */
  readonly codes: readonly string[];
  /** Of segments and families, by their first two and four digits; absent: the list has none. */
  readonly titles?: Readonly<Record<string, string>>;
}

export const LINK_FAULTS = ['status', 'noAnswer', 'noServer', 'refused', 'redirects', 'certificate'] as const;

/** A link that could not be opened. */
export interface LinkState {
  readonly link: string;
  /** `refused`: it leads into a private network, or to another kind of address than the web; not opened. */
  readonly fault: (typeof LINK_FAULTS)[number];
  /** HTTP status, where that is the fault. */
  readonly status?: number;
}

/** What a register of eco-labels says of one licence, or of one product of it. */
export interface LabelLicence {
  /** Of the register, from 1. */
  readonly row: number;
  /** Key of code-lists/labels.ts. */
  readonly label: string;
  /** In the form in which numbers are compared. */
  readonly licence: string;
  readonly holder?: string;
  readonly product?: string;
  /** First and last day. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Lists of words: those that come with the tool, with the buyer's own laid over them. */
export interface WordLists {
  readonly abbreviations?: readonly Abbreviation[];
  readonly genericTerms?: readonly GenericTerms[];
  readonly synonyms?: readonly Synonyms[];
  /** The buyers' own search log; absent where none is given. */
  readonly searches?: readonly Search[];
}

export interface Abbreviation {
  /** As it is written in names, in small letters: `pk`, `m/`. */
  readonly abbreviation: string;
  readonly meaning: string;
}

/** What articles of a class are called. */
export interface GenericTerms {
  /** UNSPSC, 2 to 8 digits; without the pairs of zeros at the end. */
  readonly unspsc: string;
  /** The usual one first. */
  readonly terms: readonly string[];
  /** What a name of the class must tell besides. */
  readonly wants: readonly WantedInName[];
}

export const WANTED_IN_NAMES = ['size', 'brand'] as const;
export type WantedInName = (typeof WANTED_IN_NAMES)[number];

/** What names call a thing, and what buyers search for when they want it. */
export interface Synonyms {
  readonly word: string;
  /** The usual one first. */
  readonly searched: readonly string[];
  /** Only in classes that begin so. */
  readonly unspsc?: string;
}

export interface Search {
  readonly text: string;
  /** How often it was searched for. */
  readonly count: number;
}

/**
 * What a rule makes of reference data before it can look things up in it: made once for each piece of data, however
 * many lines are asked about.
 */
export function preparedOnce<R extends object, T>(prepare: (data: R) => T): (data: R) => T {
  const known = new WeakMap<R, T>();
  let lastData: R | undefined;
  let last: T | undefined;
  return (data) => {
    if (data === lastData) return last as T;
    if (!known.has(data)) known.set(data, prepare(data));
    lastData = data;
    last = known.get(data);
    return last as T;
  };
}
