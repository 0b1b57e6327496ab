import type { CatalogueLine } from '../../catalogue/line.ts';

/** Labels that are one kind of another: who has FSC Mix has FSC. */
const GENERAL: Readonly<Record<string, string>> = {
  fsc_100: 'fsc',
  fsc_mix: 'fsc',
  fsc_recycled: 'fsc',
  pefc_certified: 'pefc',
  pefc_recycled: 'pefc',
  epeat_gold: 'epeat_unspecified',
  epeat_silver: 'epeat_unspecified',
  epeat_bronze: 'epeat_unspecified',
  rainforest_people_nature: 'rainforest_alliance',
};

/** The label without its level or kind. */
export function generalLabel(key: string): string {
  return GENERAL[key] ?? key;
}

/** Whether the label field of the line names the label, or one that is a kind of it. */
export function carries(line: CatalogueLine, key: string): boolean {
  return (
    line.ecoLabel?.some((label) => label.key !== undefined && (label.key === key || GENERAL[label.key] === key)) ===
    true
  );
}
