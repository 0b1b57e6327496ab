/** A document is held against the rules on its form while its rows are read, where there are such rules for it. */
import { UnusableFile } from '../../catalogue/catalogue.ts';
import type { DocumentClaims } from '../../engine/document.ts';
import type { RuleSet } from '../../engine/rule-set.ts';
import { specificationOf } from '../../rules/peppol/specification.ts';
import type { OpenedCatalogue } from './open-catalogue.ts';

/** Whose rules on its form a file must keep. */
export function formOf(claims: DocumentClaims | undefined): string | undefined {
  return claims === undefined ? undefined : specificationOf(claims);
}

export async function withFormChecked(
  opened: OpenedCatalogue | UnusableFile,
  { rules }: RuleSet,
): Promise<OpenedCatalogue | UnusableFile> {
  if (opened instanceof UnusableFile) return opened;
  const { file } = opened;
  const specification = file.claims === undefined ? undefined : specificationOf(file.claims);
  if (specification === undefined) return opened;
  // Most files are no such document: what checks them is loaded when one comes.
  const { documentCheck } = await import('../../rules/peppol/document-check.ts');
  const check = () => documentCheck(specification, (rule) => rules.has(rule));
  return { ...opened, file: { ...file, rows: (options) => file.rows({ ...options, check: check() }) } };
}
