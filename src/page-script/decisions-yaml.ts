/** `decisions.yaml` as the page gives it. Every text is quoted as JSON quotes it, which YAML reads the same. */

export type DecisionWord = 'accept' | 'keepPrevious' | 'drop';

/** What is decided on: everything a rule found, what has one cause, or one finding. */
export interface DecisionTarget {
  readonly rule: string;
  readonly cause?: string;
  readonly item?: string;
  readonly field?: string;
  readonly value?: string;
}

export interface Decision extends DecisionTarget {
  readonly do: DecisionWord;
  readonly reason: string;
  /** `YYYY-MM-DD`; with `accept` only. */
  readonly until?: string;
}

export interface DecidedRun {
  readonly id: string;
  readonly sha256: string;
}

/** Order of the keys in the file. */
const KEYS = ['rule', 'cause', 'item', 'field', 'value', 'do', 'reason', 'until'] as const;

/** @param heading a comment on top, one line */
export function decisionsYaml(run: DecidedRun, decisions: readonly Decision[], heading: string): string {
  const lines = [
    `# ${heading.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')}`,
    'version: 1',
    'run:',
    `  id: ${quoted(run.id)}`,
    `  sha256: ${quoted(run.sha256)}`,
    decisions.length === 0 ? 'decisions: []' : 'decisions:',
  ];
  for (const decision of decisions) {
    const given = KEYS.filter((key) => decision[key] !== undefined);
    for (const [at, key] of given.entries())
      lines.push(`${at === 0 ? '  - ' : '    '}${key}: ${quoted(decision[key] ?? '')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What JSON leaves as it is and YAML does not allow is written as an escape. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
