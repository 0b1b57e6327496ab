/** What commands on approved versions say where there is nothing for them. */
import type { Text } from '../catalogue/text.ts';

export const NO_AGREEMENTS: Text = {
  nb: 'Fant ingen avtaler. Kjør kommandoen i arbeidsområdet, mappen som har catalogs/ i seg.\n',
  en: 'Found no agreements. Run the command in the workspace, the folder that contains catalogs/.\n',
};
