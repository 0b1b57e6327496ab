/** Everything a check needs before the first line is read. */
import type { AgreementRemark } from '../../agreement/lint/remark.ts';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import type { AgreedPriceList } from '../../agreement/price-list.ts';
import type { UnusableFile } from '../../catalogue/catalogue.ts';
import type { Language } from '../../catalogue/text.ts';
import type { LoadedWaivers } from '../../decision/waiver-file.ts';
import type { Ruling } from '../../decision/waivers.ts';
import type { PreviousVersion } from '../../diff/previous-version.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import type { Source } from '../../readers/reader.ts';
import type { Asked } from '../../reporters/asked.ts';
import type { InputFile } from '../../reporters/result.ts';
import type { AppliedDelta } from '../changes/delta.ts';
import type { LoadedReferences } from './load-references.ts';
import type { LoadedTerms } from './load-terms.ts';
import type { OpenedCatalogue } from './open-catalogue.ts';

export interface Inputs {
  readonly workspace: string;
  readonly language: Language;
  readonly asOf: string;
  readonly source: Source;
  /** Of a file of changes: the whole catalogue they lead to. */
  readonly catalogue: OpenedCatalogue | UnusableFile;
  /** Absent when the file sent is the whole catalogue. */
  readonly delta?: AppliedDelta;
  readonly agreement?: LoadedAgreement;
  readonly ruleSet: RuleSet;
  /** Deviations accepted beforehand; absent where the agreement has no such file. */
  readonly waivers?: LoadedWaivers;
  readonly rulings?: readonly Ruling[];
  readonly asked: Asked;
  readonly references: LoadedReferences['references'];
  /** Rows of the table of volumes that cannot be read. */
  readonly unreadVolumes: number;
  /** What is to be said of the buyer's own files: nothing that stops the run. */
  readonly remarks: readonly AgreementRemark[];
  readonly prices?: AgreedPriceList;
  readonly terms?: LoadedTerms;
  readonly previous?: OpenedCatalogue;
  /** The day it is of, `YYYY-MM-DD`, where that is known. */
  readonly previousDay?: string;
  /** The previous version, indexed for this catalogue; absent without either. */
  readonly indexed?: () => Promise<PreviousVersion>;
  /** Which bytes each input was. */
  readonly described: {
    readonly catalogue: InputFile;
    readonly agreement?: InputFile;
    readonly prices?: InputFile;
    /** Dated price lists that count on the day, and the series of the adjustment clause. */
    readonly termFiles: readonly InputFile[];
    readonly previous?: InputFile;
    readonly mapping?: InputFile;
    readonly waivers?: InputFile;
    readonly ruleSet: readonly InputFile[];
    /** Word lists and the like. */
    readonly references: readonly InputFile[];
  };
  /** @throws OperationalError when an input was changed since it was loaded */
  readonly requireUnchanged: () => Promise<void>;
}
