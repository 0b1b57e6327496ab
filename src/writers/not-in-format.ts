import { OperationalError } from '../catalogue/error.ts';

/** What is to be written has no place in the format, or the format needs what nobody said. */
export class NotInFormat extends OperationalError {
  override name = 'NotInFormat';
}
