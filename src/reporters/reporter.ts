/** What a reporter is: a pure function of a stored run. It gives text and does not print, write or exit. */
import type { Finding } from '../catalogue/finding.ts';
import type { Language } from '../catalogue/text.ts';
import type { RuleWords } from '../engine/rule.ts';
import type { GroupedFindings } from './finding-groups.ts';
import type { Change, Result } from './result.ts';

/** A stored run: both sequences can be read again and again. */
export interface Run {
  readonly result: Result;
  /** In file order. */
  findings(): AsyncIterable<Finding>;
  /** The findings by rule, with so many of each. */
  grouped(keep: number): Promise<GroupedFindings>;
  changes(): AsyncIterable<Change>;
  /** Rules by id, for their words. */
  rule(id: string): RuleWords | undefined;
}

export interface Style {
  readonly language: Language;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the run's files lie, as the person who reads may type it; absent: not told. */
  readonly folder?: string;
  /** Annotations of a level that there is room for; absent: as many as there are in a step. */
  readonly annotations?: number;
}

export interface Reporter {
  /** As in `--report`. */
  readonly format: string;
  /** File name in the run folder. */
  readonly file?: string;
  render(run: Run, style: Style): AsyncIterable<string>;
}
