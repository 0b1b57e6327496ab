/** A document as its rules see it: elements as they stand, part by part, whichever reader gave them. */

/** An element with all within it. */
export interface DocumentElement {
  /** Its name with the prefix as written. */
  readonly written: string;
  /** By name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own text, as far as the reader keeps it: of elements that hold others, what stands before the first of them. */
  readonly text: string;
  readonly children: readonly DocumentElement[];
  /** Line of the file where its start tag ends. */
  readonly row: number;
  readonly aside: TextAside;
}

/**
 * Text that the reader saw and does not keep: `mixed` stands between the elements of an element; of a file within the
 * document it is known whether it is `base64` or `notBase64`.
 */
export type TextAside = 'none' | 'mixed' | 'base64' | 'notBase64';

/** What a document says it follows. */
export interface DocumentClaims {
  /** Local name of the root element. */
  readonly root: string;
  readonly customization: string;
  readonly profile: string;
}

/** What a rule on the document's form remarks on one place. Plain data. */
export interface FormProblem {
  readonly rule: string;
  readonly row: number;
  /** The path of the element, from below the root. */
  readonly element: string;
  readonly actual?: string;
  readonly expected?: string;
  /** Which of the rule's messages, where it has several. */
  readonly message?: string;
  /** Milder than the rule is: another specification takes it so. */
  readonly severity?: 'warning';
  /** It stands in a record that does not go on anyhow. */
  readonly leftOut?: true;
}

/** Looks at one document while it is read: the header, then its lines, and the end. */
export interface DocumentCheck {
  /** The root element with all that stands above the first line. */
  header(root: DocumentElement): readonly FormProblem[];
  /** `undefined` where nothing is wrong with the line. */
  line(line: DocumentElement): readonly FormProblem[] | undefined;
  /** Another element of the root, behind the first line; without what is in it. */
  behind(element: DocumentElement): readonly FormProblem[];
  /** What the document as a whole lacks. */
  end(): readonly FormProblem[];
}
