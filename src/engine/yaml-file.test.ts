import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintOf } from '../../test/builders/complaint.ts';
import type { Text } from '../catalogue/text.ts';
import { day, type JsonSchema, object, text } from './schema-words.ts';
import { loadYaml } from './yaml-file.ts';

const WHAT: Text = { nb: 'avtalen', en: 'the agreement' };
const schema: JsonSchema = object(
  {
    version: { const: 1 },
    number: text('2024/118'),
    supplier: object({ name: text('Eksempel AS'), gln: text() }, ['name']),
    period: object({ from: day('2024-01-01'), to: day('2026-12-31') }),
    vat: { type: 'string', enum: ['excluded', 'included'] },
    headingRow: { type: 'integer', minimum: 1 },
    partly: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
    prices: { anyOf: [text(), object({ file: text('prices.csv'), sheet: text() }, ['file'])] },
  },
  ['version', 'number'],
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'katalogvakt-yaml-'));
  await mkdir(join(folder, 'folder.yaml'));
});
afterAll(() => rm(folder, { recursive: true }));

async function load(content: string | Uint8Array) {
  const path = join(folder, 'a.yaml');
  await writeFile(path, content);
  return loadYaml<unknown>(path, schema, WHAT);
}

const complaint = (loading: Promise<unknown>) => complaintOf(loading, folder);

const START = 'version: 1\nnumber: "1"\n';

describe('a file that fits', () => {
  it('gives its value, its bytes and the places of its keys', async () => {
    const content = `\uFEFF# Avtale\r\n${START.replaceAll('\n', '\r\n')}supplier:\r\n  name: Blåbær AS\r\n`;
    const file = await load(content);
    expect(file.value).toEqual({ version: 1, number: '1', supplier: { name: 'Blåbær AS' } });
    expect(Buffer.from(file.bytes).toString()).toBe(content);
    expect(file.place(['supplier', 'name'])).toBe(`${join(folder, 'a.yaml')}:5`);
    expect(file.place(['supplier', 'gln'])).toBe(`${join(folder, 'a.yaml')}:4`);
  });

  it('keeps a day and the words yes, no and off as text', async () => {
    const file = await load(`${START}period: { from: 2024-02-29 }\ntags: [yes, no, off]\n`);
    expect(file.value).toMatchObject({ period: { from: '2024-02-29' }, tags: ['yes', 'no', 'off'] });
  });

  it('may say a value once and refer to it', async () => {
    const file = await load('version: 1\nnumber: &n "7"\nsupplier: { name: *n }\n');
    expect(file.value).toEqual({ version: 1, number: '7', supplier: { name: '7' } });
  });
});

describe('a file that cannot be read', () => {
  it('is missing', async () => {
    expect(await complaint(loadYaml(join(folder, 'none.yaml'), schema, WHAT))).toEqual({
      nb: 'Finner ikke none.yaml. Sjekk navnet og mappen.',
      en: 'Cannot find none.yaml. Check the name and the folder.',
    });
  });

  it('is a folder', async () => {
    expect(await complaint(loadYaml(join(folder, 'folder.yaml'), schema, WHAT))).toEqual({
      nb: 'folder.yaml er en mappe. Oppgi filen med avtalen.',
      en: 'folder.yaml is a folder. Name the file with the agreement.',
    });
  });

  it('is not UTF-8', async () => {
    expect(await complaint(load(Buffer.from('version: 1\nnumber: bl\xe5\n', 'latin1')))).toEqual({
      nb: 'a.yaml:2: filen er ikke UTF-8. Lagre den på nytt med tegnsettet UTF-8.',
      en: 'a.yaml:2: the file is not UTF-8. Save it again with the encoding UTF-8.',
    });
  });

  it('is empty but for a comment', async () => {
    expect(await complaint(load('# later\n'))).toEqual({
      nb: 'a.yaml:1: filen er tom, men skal inneholde avtalen.',
      en: 'a.yaml:1: the file is empty, but must hold the agreement.',
    });
  });

  it.each([
    ['a list', '- a\n', 'en liste', 'a list'],
    ['text', 'hello\n', 'tekst', 'text'],
  ])('holds %s only', async (_, content, nb, en) => {
    expect(await complaint(load(content))).toEqual({
      nb: `a.yaml:1: her står ${nb}, men filen skal bestå av nøkler med verdier, slik som \`version: 1\`.`,
      en: `a.yaml:1: ${en} stands here, but the file must consist of keys with values, such as \`version: 1\`.`,
    });
  });

  it('has more aliases than anybody writes', async () => {
    const level = (name: string, below: string) => `${name}: &${name} [${Array(10).fill(`*${below}`).join(', ')}]\n`;
    const content = `a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}`;
    expect(await complaint(load(content))).toEqual({
      nb: 'a.yaml: filen bruker for mange alias (`*navn`). Skriv verdiene rett ut.',
      en: 'a.yaml: the file uses too many aliases (`*name`). Write the values out.',
    });
  });
});

describe('a file that is no YAML tells line, column and what to do', () => {
  it.each<[string, string, Text]>([
    [
      'a colon in plain text',
      'version: 1\nnumber: Kontor: renhold\n',
      {
        nb: 'a.yaml:2:9: ett kolon for mye. Sett tekst som har kolon i, i anførselstegn. Linjen er: `number: Kontor: renhold`',
        en: 'a.yaml:2:9: one colon too many. Put text that has a colon in it in quotes. The line is: `number: Kontor: renhold`',
      },
    ],
    [
      'a tab',
      'supplier:\n\tname: A\n',
      {
        nb: 'a.yaml:2:1: innrykket har en tabulator. Bruk mellomrom. Linjen er: `name: A`',
        en: 'a.yaml:2:1: the indentation has a tab. Use blanks. The line is: `name: A`',
      },
    ],
    [
      'an indentation of its own',
      'tags:\n  - b\n vat: excluded\n',
      {
        nb: 'a.yaml:3:1: innrykket passer ikke med linjene over, eller en `[` eller `{` er ikke avsluttet. Linjen er: `vat: excluded`',
        en: 'a.yaml:3:1: the indentation does not fit the lines above, or a `[` or `{` is not closed. The line is: `vat: excluded`',
      },
    ],
    [
      'a quote that never ends',
      'number: "1\nvat: excluded\n',
      {
        nb: 'a.yaml:3:1: noe er ikke avsluttet før dette: et anførselstegn, en parentes eller en nøkkel uten kolon.',
        en: 'a.yaml:3:1: something before this is not finished: a quote, a bracket, or a key without its colon.',
      },
    ],
    [
      'a colon without a blank',
      'number:x\nvat: excluded\n',
      {
        nb: 'a.yaml:1:1: en nøkkel mangler kolon med mellomrom etter, slik: `nøkkel: verdi`. Linjen er: `number:x`',
        en: 'a.yaml:1:1: a key needs a colon followed by a space, like this: `key: value`. The line is: `number:x`',
      },
    ],
    [
      'a value that begins with @',
      'number: @home\n',
      {
        nb: 'a.yaml:1:9: en verdi kan ikke begynne med dette tegnet. Sett verdien i anførselstegn. Linjen er: `number: @home`',
        en: 'a.yaml:1:9: a value cannot begin with this character. Put the value in quotes. The line is: `number: @home`',
      },
    ],
    [
      'a path of Windows in double quotes',
      'prices: "C:\\Users\\x.csv"\n',
      {
        nb: 'a.yaml:1:12: omvendt skråstrek mellom doble anførselstegn. Bruk `/`, eller enkle anførselstegn. Linjen er: `prices: "C:\\Users\\x.csv"`',
        en: 'a.yaml:1:12: a backslash between double quotes. Use `/`, or single quotes. The line is: `prices: "C:\\Users\\x.csv"`',
      },
    ],
    [
      'a second document',
      'version: 1\n---\nversion: 1\n',
      {
        nb: 'a.yaml:2:1: her begynner et dokument til (`---`). Filen kan bare ha ett. Linjen er: `---`',
        en: 'a.yaml:2:1: another document begins here (`---`). The file can have one only. The line is: `---`',
      },
    ],
    [
      'a tag',
      'version: 1\nnumber: !important x\n',
      {
        nb: 'a.yaml:2:9: en verdi som begynner med `!`. Sett den i anførselstegn. Linjen er: `number: !important x`',
        en: 'a.yaml:2:9: a value that begins with `!`. Put it in quotes. The line is: `number: !important x`',
      },
    ],
    [
      'text after a quoted text, on a long line',
      `number: "x" ${'y'.repeat(80)}\n`,
      {
        nb: `a.yaml:1:13: uventet her. Sjekk innrykk, kolon og anførselstegn. Linjen er: \`number: "x" ${'y'.repeat(47)}…\``,
        en: `a.yaml:1:13: not expected here. Check indentation, colons and quotes. The line is: \`number: "x" ${'y'.repeat(47)}…\``,
      },
    ],
    [
      'a key that stands twice',
      'version: 1\nnumber: "1"\nnumber: "2"\n',
      {
        nb: 'a.yaml:3:1: nøkkelen `number` står to ganger. Fjern den ene.',
        en: 'a.yaml:3:1: the key `number` appears twice. Remove one.',
      },
    ],
    [
      'a reference to nothing',
      'version: 1\nnumber: *x\n',
      {
        nb: 'a.yaml:2:9: `*x` viser til `&x`, som ikke finnes. Er det tekst, så sett den i anførselstegn.',
        en: 'a.yaml:2:9: `*x` refers to `&x`, which is not there. If it is text, put it in quotes.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await complaint(load(content))).toEqual(expected);
  });
});

describe('a value that does not fit tells line, key, what stands there and what is allowed', () => {
  it.each<[string, string, Text]>([
    [
      'a newer version, and only that',
      'version: 2\nnew: 1\n',
      {
        nb: 'a.yaml:1: `version` er `2`, og denne katalogvakt kjenner bare 1. Installer en nyere katalogvakt.',
        en: 'a.yaml:1: `version` is `2`, and this katalogvakt knows 1 only. Install a newer katalogvakt.',
      },
    ],
    [
      'a version in quotes',
      'version: "1"\nnumber: "1"\n',
      { nb: 'a.yaml:1: `version` er `"1"`, men skal være 1.', en: 'a.yaml:1: `version` is `"1"`, but must be 1.' },
    ],
    [
      'required keys left out',
      '# comment\n\nvat: excluded\nsupplier: {}\n',
      {
        nb: [
          'a.yaml:3: `version` mangler. Skriv `version: 1`.',
          'a.yaml:3: `number` mangler. Skriv for eksempel `number: 2024/118`.',
          'a.yaml:4: `supplier.name` mangler. Skriv for eksempel `name: Eksempel AS`.',
        ].join('\n'),
        en: [
          'a.yaml:3: `version` is missing. Write `version: 1`.',
          'a.yaml:3: `number` is missing. Write for example `number: 2024/118`.',
          'a.yaml:4: `supplier.name` is missing. Write for example `name: Eksempel AS`.',
        ].join('\n'),
      },
    ],
    [
      'a misspelt key, said once although the right one is now missing',
      'version: 1\nnumbr: "1"\n',
      {
        nb: 'a.yaml:2: ukjent nøkkel `numbr`. Mente du `number`?',
        en: 'a.yaml:2: unknown key `numbr`. Did you mean `number`?',
      },
    ],
    [
      'a key of another place',
      `${START}period: { from: 2024-01-01, too: 2024-12-31, sheet: A }\n`,
      {
        nb: 'a.yaml:3: ukjent nøkkel `too` i `period`. Mente du `to`?\na.yaml:3: ukjent nøkkel `sheet` i `period`. Tillatt: `from`, `to`.',
        en: 'a.yaml:3: unknown key `too` in `period`. Did you mean `to`?\na.yaml:3: unknown key `sheet` in `period`. Allowed: `from`, `to`.',
      },
    ],
    [
      'keys that every object has',
      `${START}period:\n  __proto__: 1\n  constructor: 1\n`,
      {
        nb: 'a.yaml:4: ukjent nøkkel `__proto__` i `period`. Tillatt: `from`, `to`.\na.yaml:5: ukjent nøkkel `constructor` i `period`. Tillatt: `from`, `to`.',
        en: 'a.yaml:4: unknown key `__proto__` in `period`. Allowed: `from`, `to`.\na.yaml:5: unknown key `constructor` in `period`. Allowed: `from`, `to`.',
      },
    ],
    [
      'a number where text is needed, with its leading zero',
      'version: 1\nnumber: 0118\n',
      {
        nb: 'a.yaml:2: `number` er `0118`, et tall, men skal være tekst. Sett den i anførselstegn: `number: "0118"`.',
        en: 'a.yaml:2: `number` is `0118`, a number, but must be text. Put it in quotes: `number: "0118"`.',
      },
    ],
    [
      'nothing where text is needed',
      'version: 1\nnumber:\n',
      {
        nb: 'a.yaml:2: `number` er tom, men skal være tekst.',
        en: 'a.yaml:2: `number` is empty, but must be text.',
      },
    ],
    [
      'blanks where text is needed',
      'version: 1\nnumber: " "\n',
      {
        nb: 'a.yaml:2: `number` er `" "`, men skal være tekst som ikke er tom.',
        en: 'a.yaml:2: `number` is `" "`, but must be text that is not empty.',
      },
    ],
    [
      'text where keys are needed',
      `${START}supplier: Eksempel AS\n`,
      {
        nb: 'a.yaml:3: `supplier` er `Eksempel AS`, tekst, men skal være nøkler med verdier.',
        en: 'a.yaml:3: `supplier` is `Eksempel AS`, text, but must be keys with values.',
      },
    ],
    [
      'yes where true is needed, a number in quotes',
      `${START}partly: yes\nheadingRow: "3"\n`,
      {
        nb: 'a.yaml:3: `partly` er `yes`, tekst, men skal være true eller false.\na.yaml:4: `headingRow` er `"3"`, tekst, men skal være et heltall. Skriv den uten anførselstegn: `headingRow: 3`.',
        en: 'a.yaml:3: `partly` is `yes`, text, but must be true or false.\na.yaml:4: `headingRow` is `"3"`, text, but must be a whole number. Write it without quotes: `headingRow: 3`.',
      },
    ],
    [
      'a number below the least',
      `${START}headingRow: 0\n`,
      {
        nb: 'a.yaml:3: `headingRow` er `0`, men skal være minst 1.',
        en: 'a.yaml:3: `headingRow` is `0`, but must be at least 1.',
      },
    ],
    [
      'a day that does not exist, and one that is a number',
      `${START}period:\n  from: 2024-02-31\n  to: 20241231\n`,
      {
        nb: 'a.yaml:4: `period.from` er `2024-02-31`, men skal være en dag som finnes, skrevet som 2024-01-01.\na.yaml:5: `period.to` er `20241231`, et tall, men skal være en dag som finnes, skrevet som 2026-12-31.',
        en: 'a.yaml:4: `period.from` is `2024-02-31`, but must be a day that exists, written like 2024-01-01.\na.yaml:5: `period.to` is `20241231`, a number, but must be a day that exists, written like 2026-12-31.',
      },
    ],
    [
      'a misspelt word of a list of words',
      `${START}vat: exluded\n`,
      {
        nb: 'a.yaml:3: `vat` er `exluded`. Mente du `excluded`? Tillatt: `excluded`, `included`.',
        en: 'a.yaml:3: `vat` is `exluded`. Did you mean `excluded`? Allowed: `excluded`, `included`.',
      },
    ],
    [
      'one value where a list is needed',
      `${START}tags: 44\n`,
      {
        nb: 'a.yaml:3: `tags` er `44`, et tall, men skal være en liste. Skriv den som liste: `tags: ["44"]`.',
        en: 'a.yaml:3: `tags` is `44`, a number, but must be a list. Write it as a list: `tags: ["44"]`.',
      },
    ],
    [
      'an empty list',
      `${START}tags: []\n`,
      {
        nb: 'a.yaml:3: `tags` er en tom liste, men må ha minst 1 verdi.',
        en: 'a.yaml:3: `tags` is an empty list, but must have at least 1 value.',
      },
    ],
    [
      'a list with a number and a value twice',
      `${START}tags:\n  - a\n  - 44\n  - a\n`,
      {
        nb: 'a.yaml:5: `tags[1]` er `44`, et tall, men skal være tekst. Sett den i anførselstegn: `"44"`.\na.yaml:6: `tags` har `"a"` to ganger. Fjern den ene.',
        en: 'a.yaml:5: `tags[1]` is `44`, a number, but must be text. Put it in quotes: `"44"`.\na.yaml:6: `tags` has `"a"` twice. Remove one.',
      },
    ],
    [
      'of two forms, only what is wrong with the one that was chosen',
      `${START}prices: { shet: A }\n`,
      {
        nb: 'a.yaml:3: ukjent nøkkel `shet` i `prices`. Mente du `sheet`?\na.yaml:3: `prices.file` mangler. Skriv for eksempel `file: prices.csv`.',
        en: 'a.yaml:3: unknown key `shet` in `prices`. Did you mean `sheet`?\na.yaml:3: `prices.file` is missing. Write for example `file: prices.csv`.',
      },
    ],
  ])('%s', async (_, content, expected) => {
    const sorted = ({ nb, en }: Text) => ({ nb: nb.split('\n').sort(), en: en.split('\n').sort() });
    expect(sorted(await complaint(load(content)))).toEqual(sorted(expected));
  });

  it('lists five problems in the order of the file, and counts the rest', async () => {
    const keys = ['q', 'w', 'z', 'j', 'x', 'k', 'y'].map((key) => `${key}: 1\n`).join('');
    const { nb, en } = await complaint(load(START + keys));
    expect(nb.split('\n').map((line) => line.split(/[.:] (?:Tillatt|Mente)/)[0])).toEqual([
      'a.yaml:3: ukjent nøkkel `q`',
      'a.yaml:4: ukjent nøkkel `w`',
      'a.yaml:5: ukjent nøkkel `z`',
      'a.yaml:6: ukjent nøkkel `j`',
      'a.yaml:7: ukjent nøkkel `x`',
      '… og 2 til.',
    ]);
    expect(en.split('\n').at(-1)).toBe('… and 2 more.');
  });

  it('keeps the order of the file when problems of several kinds meet', async () => {
    const { en } = await complaint(load(`vat: x\nheadingRow: 0\nversion: 1\nzzz: 1\n`));
    expect(en.split('\n').map((line) => line.slice(0, 'a.yaml:1'.length))).toEqual([
      'a.yaml:1',
      'a.yaml:1',
      'a.yaml:2',
      'a.yaml:4',
    ]);
  });
});

it('what the caller puts in its usual form is checked in that form', async () => {
  const path = join(folder, 'a.yaml');
  await writeFile(path, 'version: 1\nnumber: 7\n');
  const prepare = (value: unknown) => {
    (value as { number: unknown }).number = '7';
  };
  expect((await loadYaml(path, schema, WHAT, { prepare })).value).toEqual({ version: 1, number: '7' });
});
