/** `result.json` as it is written: who knows the result knows its bytes. */
import { createHash } from 'node:crypto';
import type { Result } from './result.ts';

export function resultText(result: Result): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

/** SHA-256 of the file. */
export function checksumOf(result: Result): string {
  return createHash('sha256').update(resultText(result)).digest('hex');
}
