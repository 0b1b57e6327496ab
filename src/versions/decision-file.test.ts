import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { decisionsYaml } from '../page-script/decisions-yaml.ts';
import { loadDecisions } from './decision-file.ts';

const folder = temporaryFolder();
const HEAD = `version: 1\nrun: { id: 2025-7-katalog-2026-05-04, sha256: ${'a'.repeat(64)} }\ndecisions:\n`;
let files = 0;
const load = (decisions: string) => loadDecisions(folder.write(`${++files}.yaml`, HEAD + decisions));

it('a decision names a rule, and perhaps an item, a field and a value', async () => {
  const { decisions } = await load(
    [
      '- { rule: price/above-agreed, item: "200", field: price, value: "14.5", do: accept, reason: Avtalt, until: 2026-12-31 }',
      '- { rule: name/upper-case, do: drop, reason: Rettes først }',
    ].join('\n'),
  );
  expect(decisions).toEqual([
    {
      rule: 'price/above-agreed',
      item: '200',
      field: 'price',
      value: '14.5',
      do: 'accept',
      reason: 'Avtalt',
      until: '2026-12-31',
    },
    { rule: 'name/upper-case', do: 'drop', reason: 'Rettes først' },
  ]);
});

it('what the page of a report gives is read as it was decided', async () => {
  const decided = [
    { rule: 'price/above-agreed', cause: 'above:16', do: 'accept', reason: 'Avtalt: «ja»', until: '2026-12-31' },
    { rule: 'name/upper-case', item: '010', field: 'name', value: 'NEI: "A"', do: 'keepPrevious', reason: 'x' },
  ] as const;
  const text = decisionsYaml({ id: '2025-7', sha256: 'b'.repeat(64) }, decided, 'Avgjørelser');
  const read = await loadDecisions(folder.write('fra-siden.yaml', text));
  expect(read).toEqual({ version: 1, run: { id: '2025-7', sha256: 'b'.repeat(64) }, decisions: decided });
});

it.each([
  ['an acceptance without a last day', '- { rule: a/b, do: accept, reason: x }', ':4: `until` is missing'],
  [
    'a last day of what is no acceptance',
    '- { rule: a/b, do: drop, reason: x, until: 2026-12-31 }',
    ':4: `until` goes',
  ],
  ['another word', '- { rule: a/b, do: godta, reason: x }', 'godta'],
  ['no reason', '- { rule: a/b, do: drop }', 'reason'],
])('%s is told with file and line', async (_, decisions, told) => {
  await expect(load(decisions)).rejects.toThrow(told);
});
