/** What a check is asked for, and what its surroundings give. */
import type { Language } from '../../catalogue/text.ts';
import type { Ruling } from '../../decision/waivers.ts';
import type { LoadedRuleSet } from '../../engine/rule-set.ts';
import type { LoadedWordLists } from './load-word-lists.ts';
import type { Reading } from './open-catalogue.ts';

export interface CheckRequest {
  /** The catalogue, as given. */
  readonly file: string;
  readonly agreement?: string;
  readonly previous?: string;
  /** A table of what is bought in a year, instead of the agreement's. */
  readonly volumes?: string;
  readonly rules?: string;
  /** Register of eco-label licences, instead of the agreement's. */
  readonly labelRegister?: string;
  /** Folder that gets the run's folder; the workspace's `reports` by default. */
  readonly out?: string;
  readonly language?: Language;
  /** `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly allowPartly?: boolean;
  /** Whether the supplier's own workbook is written with marks. */
  readonly annotated?: boolean;
  /** Links are opened; `anywhere`: also those into private networks. Absent: nothing of the run uses the network. */
  readonly checkLinks?: 'public' | 'anywhere';
  /** Whether modules with rules that the rule set names are loaded. */
  readonly allowPlugins?: boolean;
  /** Whether what has exactly one right answer is put right before it is checked. */
  readonly fix?: boolean;
  readonly reading: Reading;
  /** What was decided of the findings of an earlier run on the same inputs. */
  readonly decided?: {
    /** A file with the waivers that `waivers.yaml` is to become. */
    readonly waivers?: string;
    readonly rulings: readonly Ruling[];
  };
  /** How many threads share the work on large files; one does it all by itself. */
  readonly threads?: number;
  /** About how long the pieces are that threads read. */
  readonly pieceBytes?: number;
}

/** What the surroundings give: passed in, so that a run depends on nothing else. */
export interface Surroundings {
  readonly currentFolder: string;
  readonly locale: Language;
  readonly now: Date;
  /** Called as soon as it is known which language the run speaks, for errors that come after. */
  readonly speaks?: (language: Language) => void;
  readonly signal?: AbortSignal;
  /** Rule sets that were read for other catalogues of the same command, by what they were asked for as; added to. */
  readonly ruleSets?: Map<string, Promise<LoadedRuleSet>>;
  /** Word lists likewise, by workspace. */
  readonly wordLists?: Map<string, Promise<LoadedWordLists>>;
  /** Called now and then with the number of lines read, and what share of the file they were, where that is known. */
  readonly progress?: (lines: number, share?: number) => void;
}
