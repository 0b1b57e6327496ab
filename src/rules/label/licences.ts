/** The register of licences as label rules look things up in it. */

import type { EcoLabel } from '../../catalogue/line.ts';
import { generalLabel, LABELS, normalLicence } from '../../code-lists/labels.ts';
import { type LabelLicence, preparedOnce, type References } from '../../engine/references.ts';

interface Register {
  /** Labels of which it has any licence, without level or kind: of others it says nothing. */
  readonly covered: ReadonlySet<string>;
  readonly byNumber: ReadonlyMap<string, readonly LabelLicence[]>;
}

const registerOf = preparedOnce((licences: readonly LabelLicence[]): Register => {
  const byNumber = new Map<string, LabelLicence[]>();
  for (const licence of licences) {
    const all = byNumber.get(licence.licence);
    if (all === undefined) byNumber.set(licence.licence, [licence]);
    else all.push(licence);
  }
  return { byNumber, covered: new Set(licences.map(({ label }) => generalLabel(label))) };
});

/** What the register says of one label of a line. */
export interface Registered {
  readonly key: string;
  readonly licence: string;
  /** Of this label, whatever its level or kind. */
  readonly entries: readonly LabelLicence[];
  /** With the same number, of another label. */
  readonly ofOthers: readonly LabelLicence[];
}

const NONE: readonly never[] = [];

/** @returns what it says of each label that it covers and that has a number */
export function registered(labels: readonly EcoLabel[], references: References | undefined): readonly Registered[] {
  const licences = references?.labelRegister;
  if (licences === undefined) return NONE;
  let found: Registered[] | undefined;
  for (const { key, licence } of labels) {
    if (key === undefined || licence === undefined) continue;
    const { covered, byNumber } = registerOf(licences);
    const label = LABELS.get(key);
    const general = generalLabel(key);
    if (label === undefined || !covered.has(general)) continue;
    const same = byNumber.get(normalLicence(label, licence)) ?? NONE;
    found ??= [];
    found.push({
      key,
      licence,
      entries: same.filter((entry) => generalLabel(entry.label) === general),
      ofOthers: same.filter((entry) => generalLabel(entry.label) !== general),
    });
  }
  return found ?? NONE;
}
