/** The commands, in the order in which help lists them. */
import approve from './approve.ts';
import check from './check.ts';
import type { Command } from './command.ts';
import convert from './convert.ts';
import diff from './diff.ts';
import evidence from './evidence.ts';
import explain from './explain.ts';
import history from './history.ts';
import init from './init.ts';
import inspect from './inspect.ts';
import kit from './kit.ts';
import publish from './publish.ts';
import rehearse from './rehearse.ts';
import report from './report.ts';
import rollback from './rollback.ts';
import rules from './rules.ts';
import stats from './stats.ts';
import verify from './verify.ts';
import waive from './waive.ts';
import watch from './watch.ts';

export const COMMANDS: readonly Command<unknown>[] = [
  check,
  diff,
  inspect,
  explain,
  report,
  waive,
  approve,
  history,
  verify,
  rollback,
  evidence,
  publish,
  kit,
  watch,
  rehearse,
  stats,
  convert,
  rules,
  init,
];
