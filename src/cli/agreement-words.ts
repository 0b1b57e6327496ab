/** How commands on approved versions speak of agreements. */
import type { Text } from '../catalogue/text.ts';

export const AGREEMENT: Text = {
  nb: 'avtalen: mappen, navnet på den i catalogs, eller avtalenummeret',
  en: 'the agreement: its folder, the name of it in catalogs, or the agreement number',
};

export const NO_AGREEMENTS: Text = {
  nb: 'Fant ingen avtaler. Stå i arbeidsområdet, mappen som har catalogs/.\n',
  en: 'Found no agreements. Stand in the workspace, the folder that has catalogs/.\n',
};
