import { describe, expect, it } from 'vitest';
import type { OperationalError } from '../../catalogue/error.ts';
import { markdownValue } from './markdown-value.ts';
import { renderTemplate } from './template.ts';

const FACTS = { deadline: '27.11.2026', supplier: { name: 'A*S' }, errors: [{ title: 'En' }, { title: 'To' }] };

const rendered = (text: string): Promise<string> =>
  renderTemplate({ file: 'rules/letters/deviation-notice.nb.md', text }, FACTS, markdownValue);

async function errorOf(text: string): Promise<OperationalError> {
  const error = await rendered(text).then(
    (done) => {
      throw new Error(`no error, but ${done}`);
    },
    (thrown: unknown) => thrown,
  );
  return error as OperationalError;
}

it('puts facts in, asks for them, and goes through lists', async () => {
  expect(await rendered('Frist {{ deadline }}')).toBe('Frist 27.11.2026');
  expect(await rendered('{% if contact %}a{% else %}b{% endif %}')).toBe('b');
  expect(
    await rendered('{% if contact.phone %}a{% endif %}{% for rule in errors %}{{ rule.title }} {% endfor %}'),
  ).toBe('En To ');
});

it('every value is escaped, also where the template asks that it is not', async () => {
  expect(await rendered('{{ supplier.name }}, {{ supplier.name | raw }}')).toBe('A\\*S, A\\*S');
});

describe('what is wrong names file, line, and what to do', () => {
  it.each([
    ['a name that does not exist', 'en\nto\n{{ deadlin }}', 'linje 3', 'Mente du `deadline`?'],
    ['a name that is far from any', '{{ xyz }}', 'linje 1', 'docs/deviation-notice.md'],
    ['a key that does not exist', '\n{{ supplier.phone }}', 'linje 2', 'supplier.phone'],
    ['a tag that is not closed', 'a\n{% if deadline %}\nb', 'linje 2', 'kan ikke leses'],
    ['a tag nobody knows', '{% run "rm" %}', 'linje 1', 'run'],
    ['a filter nobody knows', '{{ deadline | shout }}', 'linje 1', 'shout'],
    ['braces that are not closed', 'a\nb {{ deadline', 'linje 2', 'kan ikke leses'],
  ])('%s', async (_what, text, line, said) => {
    const { name, text: words } = await errorOf(text);
    expect(name).toBe('OperationalError');
    expect(words.nb).toContain(`rules/letters/deviation-notice.nb.md, ${line}: `);
    expect(words.nb).toContain(said);
    expect(words.en).toContain(line.replace('linje', 'line'));
    expect(words.en).toContain('docs/deviation-notice.md');
  });
});

describe('a template can do nothing but words', () => {
  it.each([
    ['reads no file', '{% include "/etc/hostname" %}'],
    ['nor renders one', '{% render "package.json" %}'],
    ['nor lays one out', '{% layout "package.json" %}'],
    ['does not know the clock', '{{ "now" | date: "%Y" }}'],
    ['nor chance', '{{ errors | sample }}'],
    ['reaches no prototype', '{{ deadline.constructor.constructor }}'],
    [
      'takes no time without end',
      '{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}',
    ],
  ])('%s', async (_what, text) => {
    expect((await errorOf(text)).name).toBe('OperationalError');
  });
});
