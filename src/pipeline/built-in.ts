/** What comes with the tool, wherever it is installed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the built-in rule sets. */
export const builtInRuleSets = fileURLToPath(new URL('../../rules/', import.meta.url));

/** Folder of the word lists that come with the tool. */
export const builtInWords = fileURLToPath(new URL('../../rules/words/', import.meta.url));

/** Folder of the templates of letters that come with the tool. */
export const builtInLetters = fileURLToPath(new URL('../../rules/letters/', import.meta.url));

/** Folder of the profiles of ordering systems that come with the tool. */
export const builtInProfiles = fileURLToPath(new URL('../../rules/profiles/', import.meta.url));

/** The tool's own version. */
export function toolVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
