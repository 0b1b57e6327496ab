/** How long a text may be in the ordering systems that the catalogue goes to. */
import type { Field } from '../../catalogue/field.ts';
import { preparedOnce, type References, type SystemLimits } from '../../engine/references.ts';

export interface SystemLimit {
  readonly max: number;
  /** The system that takes least. */
  readonly system: string;
}

const tightest = preparedOnce((systems: readonly SystemLimits[]): ReadonlyMap<Field, SystemLimit> => {
  const found = new Map<Field, SystemLimit>();
  for (const { system, limits } of systems) {
    for (const [field, max] of Object.entries(limits) as readonly [Field, number][]) {
      const known = found.get(field);
      if (known === undefined || max < known.max) found.set(field, { max, system });
    }
  }
  return found;
});

/** @returns nothing where no system has a limit for the field */
export function systemLimit(field: Field, references: References | undefined): SystemLimit | undefined {
  const systems = references?.textLimits;
  return systems === undefined ? undefined : tightest(systems).get(field);
}
