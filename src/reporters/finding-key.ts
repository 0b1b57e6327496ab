/** What makes a finding the same in another run: systems that follow findings over time know it by this. */
import { createHash } from 'node:crypto';
import type { Finding } from '../catalogue/finding.ts';

/** @returns 32 hexadecimal digits, the same wherever the line stands now */
export function findingKey({ rule, place, item, field, actual, message }: Finding): string {
  const said = [rule, place.file, item ?? `row ${place.row ?? ''}`, field ?? '', actual ?? '', message ?? ''];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
}
