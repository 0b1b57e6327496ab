/** `--fix`: the catalogue put right as it is read, where exactly one right answer exists and its rule is switched on. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { OperationalError } from '../../catalogue/error.ts';
import type { FixKind } from '../../catalogue/line.ts';
import type { References } from '../../engine/references.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { fixPlan } from '../../fixes/fix-plan.ts';
import { withFixedRows } from '../../fixes/fixed-rows.ts';
import type { FileFormat } from '../../readers/reader.ts';
import type { CheckRequest } from './check-request.ts';
import type { Inputs } from './inputs.ts';

/** Formats of which single cells can be written anew. */
const MENDABLE: ReadonlySet<FileFormat> = new Set(['csv', 'xlsx']);

/**
 * @param whole a catalogue that cannot be used stays as it is
 * @param name of the file, for errors
 * @throws OperationalError for a file that cannot be put right
 */
export function safelyFixed(
  { fix }: Pick<CheckRequest, 'fix'>,
  { catalogue, delta }: Pick<Inputs, 'catalogue' | 'delta'>,
  name: string,
  ruleSet: RuleSet,
  { words }: References,
): Pick<Inputs, 'catalogue'> {
  if (fix !== true || catalogue instanceof UnusableFile) return { catalogue };
  if (delta !== undefined) throw ofChanges(name);
  const { file, mapping } = catalogue;
  if (!MENDABLE.has(file.format)) throw notMendable(name, file.format);
  const plan = fixPlan(fixKinds(ruleSet), mapping, file, words);
  return { catalogue: { ...catalogue, file: withFixedRows(file, mapping, plan) } };
}

function fixKinds({ rules }: RuleSet): readonly FixKind[] {
  return [...rules.values()].flatMap(({ rule }) =>
    rule.kind === 'line' && rule.fixes !== undefined ? [rule.fixes] : [],
  );
}

function ofChanges(name: string): OperationalError {
  return new OperationalError({
    nb: `${name} inneholder bare endringer, og kan ikke rettes med --fix. Kontroller den uten, eller be om hele katalogen.`,
    en: `${name} contains only changes and cannot be corrected with --fix. Check it without --fix, or ask for the whole catalogue.`,
  });
}

function notMendable(name: string, format: FileFormat): OperationalError {
  return new OperationalError({
    nb: `--fix retter CSV og Excel (.xlsx), og ${name} er ${format}. Kontroller den uten, eller gjør den om med katalogvakt convert.`,
    en: `--fix puts CSV and Excel (.xlsx) right, and ${name} is ${format}. Check it without, or turn it into one of them with katalogvakt convert.`,
  });
}
