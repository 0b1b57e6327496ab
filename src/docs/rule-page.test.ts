import { expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { hasPage, rulePage, rulePagePath } from './rule-page.ts';

it('lies where the folder and file of the rule lie', () => {
  expect(rulePagePath('price/above-agreed')).toBe('docs/rules/price/above-agreed.md');
});

it.each(rules.filter(hasPage).map((rule) => [rule.id, rule] as const))(
  '%s: all that is known of it, in both languages',
  (_, rule) => {
    const page = rulePage(rule);
    const english = page.indexOf('\n## English\n');
    for (const [language, part] of [['nb', page.slice(0, english)] as const, ['en', page.slice(english)] as const]) {
      for (const text of [rule.title, rule.fault, rule.because, rule.advice]) {
        expect(part.replaceAll('\\', '')).toContain(text[language].replaceAll('\\', ''));
      }
      expect(part.match(/^```text$/gm)).toHaveLength(rule.passes.length + rule.fails.length);
      expect(part).toContain('→ ');
    }
  },
);

it('values of examples are no markup', () => {
  const rule = rules.find(({ id }) => id === 'name/encoding');
  if (rule === undefined) throw new Error('the built-in rules have it');
  const outside = rulePage(rule)
    .replace(/```text\n[\s\S]*?\n```/g, '')
    .replace('<!-- Written by `npm run generate`. -->', '');
  expect(outside).not.toMatch(/(?<!\\)[<>]/);
});
