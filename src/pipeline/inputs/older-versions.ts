/** The approved versions before the one that a check compares with, as far as rules ask for them. */
import path from 'node:path';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import { isAskedFor } from '../../engine/prepare-rules.ts';
import type { References } from '../../engine/references.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import type { Source } from '../../readers/reader.ts';
import type { InputFile } from '../../reporters/result.ts';
import type { FormerCatalogue } from './former-catalogue.ts';
import { describeInput } from './input-file.ts';
import { loadFormerItems } from './load-former-items.ts';

export interface OlderVersions {
  readonly references: Pick<References, 'formerItems'>;
  /** What was read for them. */
  readonly files: readonly InputFile[];
}

const NOTHING: OlderVersions = { references: {}, files: [] };

/** @returns nothing where the check compares with another catalogue than the one approved last, or no rule asks */
export async function olderVersions(
  former: Pick<FormerCatalogue, 'day'> | undefined,
  agreement: Pick<LoadedAgreement, 'path'> | undefined,
  ruleSet: RuleSet,
  named: (path: string) => Source,
): Promise<OlderVersions> {
  const contents = isAskedFor('formerContents', ruleSet);
  const isAsked = contents || isAskedFor('formerVersions', ruleSet);
  if (former?.day === undefined || agreement === undefined || !isAsked) return NOTHING;
  const older = await loadFormerItems(path.dirname(agreement.path), { contents });
  if (older === undefined) return NOTHING;
  const files = await Promise.all(older.manifests.map((file) => describeInput(named(file))));
  return { references: { formerItems: older.formerItems }, files };
}
