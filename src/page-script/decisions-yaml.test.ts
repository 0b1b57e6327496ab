import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Decision, decisionsYaml } from './decisions-yaml.ts';

const RUN = { id: '2024-118-katalog-2026-11-15', sha256: 'a'.repeat(64) };

describe('the file of decisions', () => {
  it('says which run was looked at, and what was decided', () => {
    const decisions: readonly Decision[] = [
      { rule: 'name/upper-case', do: 'accept', reason: 'Slik heter de', until: '2026-12-31' },
      { rule: 'price/above-agreed', item: '010170', field: 'price', value: '54.9', do: 'drop', reason: 'For dyrt' },
    ];
    expect(decisionsYaml(RUN, decisions, 'Avgjort')).toBe(`# Avgjort
version: 1
run:
  id: "2024-118-katalog-2026-11-15"
  sha256: "${'a'.repeat(64)}"
decisions:
  - rule: "name/upper-case"
    do: "accept"
    reason: "Slik heter de"
    until: "2026-12-31"
  - rule: "price/above-agreed"
    item: "010170"
    field: "price"
    value: "54.9"
    do: "drop"
    reason: "For dyrt"
`);
  });

  it('is empty where nothing was decided', () => {
    expect(parse(decisionsYaml(RUN, [], ''))).toEqual({ version: 1, run: RUN, decisions: [] });
  });

  it('gives every text back as it was', () => {
    const texts = [
      '0123',
      'yes',
      'null',
      '- a: b # c',
      'æøå 😀',
      '"\'\\\n\t\u0000\u0085\u2028\u2029\ufeff\u202e</script>',
      `${'x'.repeat(9999)}: {`,
    ];
    const decisions = texts.map(
      (text): Decision => ({ rule: text, item: text, value: text, do: 'drop', reason: text }),
    );
    expect(parse(decisionsYaml(RUN, decisions, texts.join(' ')))).toEqual({ version: 1, run: RUN, decisions });
  });
});
