/** The text of an `agreement.yaml`, for tests that run on files. */

const LEAST: Readonly<Record<string, string>> = {
  version: '1',
  number: '"2025/7"',
  name: 'Kontorrekvisita',
  supplier: '{ name: Prøve AS }',
  period: '{ from: 2025-01-01, to: 2027-12-31 }',
  currency: 'NOK',
};

/**
 * The least that an agreement must say, and what the test wants beside or instead of it.
 * @param own by key, each value as YAML on one line; a list has a line for each of its items. Nothing is quoted.
 */
export function agreementYaml(own: Readonly<Record<string, string | readonly string[]>> = {}): string {
  return Object.entries({ ...LEAST, ...own })
    .map(
      ([key, value]) =>
        `${key}:${typeof value === 'string' ? ` ${value}` : value.map((item) => `\n  - ${item}`).join('')}\n`,
    )
    .join('');
}
