/** Keys of a configuration file of which exactly one must be there. */
import type { Text } from '../catalogue/text.ts';
import { type ConfigProblem, type KeyPath, keyName } from './schema-problems.ts';

/**
 * @param keys where `given` stands
 * @param problems what is wrong is added here
 */
export function requireOne(given: object, kinds: readonly string[], keys: KeyPath, problems: ConfigProblem[]): void {
  const found = kinds.filter((kind) => Object.hasOwn(given, kind));
  if (found.length === 1) return;
  const list = kinds.map((kind) => `\`${kind}\``).join(', ');
  const stands: Text =
    found.length === 0 ? { nb: 'ingen av dem', en: 'none of them' } : { nb: found.join(', '), en: found.join(', ') };
  problems.push({
    keys,
    text: {
      nb: `\`${keyName(keys)}\` skal ha én av ${list}, men har ${stands.nb}.`,
      en: `\`${keyName(keys)}\` must have one of ${list}, but has ${stands.en}.`,
    },
  });
}
