/** What is to be said of the buyer's own files: of the agreement, and of the tables it names. */
import type { Field } from '../../catalogue/field.ts';
import type { Text } from '../../catalogue/text.ts';

export interface AgreementRemark {
  /** `error`: a run is refused until it is put right. */
  readonly severity: 'error' | 'warning';
  /** As reports name it. */
  readonly file: string;
  readonly row?: number;
  /** The column's letter. */
  readonly column?: string;
  readonly item?: string;
  readonly text: Text;
}

/** A remark on a list, whose columns are not known here. */
export type ListRemark = Omit<AgreementRemark, 'file' | 'column'> & { readonly field?: Field };
