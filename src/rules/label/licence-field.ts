import type { CatalogueLine } from '../../catalogue/line.ts';

/** Where a licence number stands: in a column of its own, or beside its label. */
export function licenceField({ ecoLicence }: CatalogueLine, licence: string): 'ecoLicence' | 'ecoLabel' {
  return ecoLicence === licence ? 'ecoLicence' : 'ecoLabel';
}
