/** What a file of changes is, and what is known of it once it was applied. */
import type { Limits } from '../../catalogue/limits.ts';
import type { PreviousVersion } from '../../diff/previous-version.ts';
import type { FileFormat } from '../../readers/reader.ts';
import type { OpenedCatalogue } from '../inputs/open-catalogue.ts';

export interface AppliedDelta {
  /** The whole catalogue that the changes lead to. */
  readonly catalogue: OpenedCatalogue;
  /** The file of changes, as it was sent. */
  readonly sent: OpenedCatalogue;
  readonly counts: DeltaCounts;
  /** The previous version, indexed for the whole catalogue. */
  readonly indexed: () => Promise<PreviousVersion>;
}

/** What the file asks for, as far as it could be applied. */
export interface DeltaCounts {
  readonly lines: number;
  readonly added: number;
  readonly updated: number;
  readonly deleted: number;
}

export interface DeltaPlaces {
  /** For the whole catalogue; whoever owns it removes it. */
  readonly folder: string;
  readonly limits: Limits | undefined;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** As the report names the files. */
  readonly sentName: string;
  readonly previousName: string;
}

/** Formats that say for the whole file whether it changes or replaces: there, what single lines say is no sign. */
const SAID_BY_FILE: ReadonlySet<FileFormat> = new Set(['ubl', 'bmecat', 'cif']);

export function isDelta({ file, mapping }: Pick<OpenedCatalogue, 'file' | 'mapping'>): boolean {
  if (file.action !== undefined) return true;
  return !SAID_BY_FILE.has(file.format) && mapping.header.columns.some(({ field }) => field === 'action');
}
