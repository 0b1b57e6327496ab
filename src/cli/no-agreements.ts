/** The error of commands on approved versions if there is no agreement. */
import { OperationalError } from '../catalogue/error.ts';

/** An error, not a pass: a job in the wrong folder must not look like one that found no faults. */
export function noAgreements(): OperationalError {
  return new OperationalError({
    nb: 'Fant ingen avtaler. Kjør kommandoen i arbeidsområdet, mappen som har catalogs/ i seg.',
    en: 'Found no agreements. Run the command in the workspace, the folder that contains catalogs/.',
  });
}
