/** What commands on approved versions say where there is nothing for them. */
import { OperationalError } from '../catalogue/error.ts';

/** Nothing that was verified is no pass: a job in the wrong folder must not look like one that found no fault. */
export function noAgreements(): OperationalError {
  return new OperationalError({
    nb: 'Fant ingen avtaler. Kjør kommandoen i arbeidsområdet, mappen som har catalogs/ i seg.',
    en: 'Found no agreements. Run the command in the workspace, the folder that contains catalogs/.',
  });
}
