/** `inspect`: how a file was understood, and what is kept of it for the next time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { agreementYaml } from '../builders/agreement-file.ts';
import { builtDocument } from '../builders/bmecat.ts';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();

const CATALOGUE = `Varenr;Varenavn;Kode;Enhet;Pris/stk eks. mva (NOK);Listepris;Gyldig til
K-1;Penn;7038010000003;stk;1.234;9,90;03/04/2026
K-2;Papir;4006381333931;KOLLIX;2.500;8,90;04/05/2026
K-3;Saks;5901234123457;stk;3.100;7,90;05/06/2026
K-4;Lim;0012345678905;stk;4.999;6,90;06/07/2026
K-5;Tape;9780201379624;stk;1.100;5,90;07/08/2026
`;

async function workspace(
  name: string,
  catalogue = CATALOGUE,
): Promise<(...words: readonly string[]) => ReturnType<typeof katalogvakt>> {
  folder.write(`${name}/agreement.yaml`, agreementYaml());
  folder.write(`${name}/inbox/katalog.csv`, catalogue);
  return (...words) => katalogvakt([...words], { in: path.join(folder.path, name) });
}

it('shows every column with how sure and why, and what to type where it is in doubt', async () => {
  const run = await workspace('shown');
  const { code, out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toMatch(/^C +Kode +GTIN \(gtin\) +85 % +the cells only; valid GTINs 100 % /m);
  expect(out).toMatch(/^A +Varenr +Item number \(itemNumber\) +95 % +known heading; short codes 100 % /m);
  expect(out).toContain(
    'Column G: nothing shows whether 03/04 is 3 April or 4 March. Say which comes first: --date-order',
  );
  expect(out).not.toContain('Column F: nothing shows');
  expect(out).toContain('The heading of the price says: per piece, without VAT, NOK');
});

it('tells of a second column that could be the price', async () => {
  const run = await workspace('second', CATALOGUE.replace('Listepris', 'Ny pris'));
  const { out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(out).toContain('Column E (Pris/stk eks. mva (NOK)) may be Price too; another column fits better and is used');
});

it('does not call a heading unknown that it knows, where another column is the field', async () => {
  const run = await workspace('passed', 'Varenr;Varenavn;Varegruppe;Kategori;Hylle\nK-1;Penn;Kontor;Skriving;A\n');
  const { out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(out).toMatch(/^D +Kategori +– +another column fits better; kept unchanged/m);
  expect(out).toMatch(/^E +Hylle +– +unknown, kept unchanged/m);
  expect(out).toContain('headings in row 1, 1 line\n');
});

it('says what kind of document it is, and names only the options that change how it is read', async () => {
  const run = await workspace('options');
  const list = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(list.out).toContain(
    'Use --map field=column, --heading-row, --delimiter, --encoding, --decimal-sign or --date',
  );
  folder.write(
    'options/inbox/katalog.xml',
    builtDocument([{ itemNumber: 'A-1', price: '9.90' }], { transaction: 'T_UPDATE_PRICES' }),
  );
  const document = await run('inspect', 'inbox/katalog.xml', '--lang', 'en');
  expect(document.out).toContain('Is something misread? Use --map field=column.\n');
  expect(document.out).not.toContain('unknown');
  expect(document.out).toContain('1 line\nThe file has new prices only, not the whole catalogue.\n');
});

it.each([
  ['nb', 'men har for få kjente overskrifter', '--heading-row 1 --map itemNumber=A --map name=B.'],
  ['en', 'but has too few known headings', '--heading-row 1 --map itemNumber=A --map name=B.'],
])('tells how to name headings that are not known, and what is still missing: %s', async (language, few, how) => {
  const run = await workspace(`unknown-${language}`, 'K;T;P\nK-1;Penn;1,00\n');
  const inspect = (...words: readonly string[]) => run('inspect', 'inbox/katalog.csv', '--lang', language, ...words);
  expect((await inspect()).err).toContain(how);
  expect((await inspect('--heading-row', '1')).err).toContain(few);
  expect((await inspect('--heading-row', '1', '--map', 'itemNumber=A')).err).toContain(few);
  expect((await inspect('--heading-row', '1', '--map', 'itemNumber=A', '--map', 'name=B')).code).toBe(0);
});

it('tells what is missing of item number, name and price', async () => {
  const run = await workspace('missing', 'Varenr;Varenavn;Enhet\nK-1;;stk\nK-2;;stk\n');
  const { out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(out).toContain('Price: no column was read as that. If there is one: --map price=column\n');
  expect(out).toContain('Name: column B is empty in every line\n');
  expect(out).not.toMatch(/^Item number: /m);
});

it('points at the list price where the price is empty', async () => {
  const run = await workspace('list', 'Varenr;Varenavn;Pris;Listepris\nK-1;Penn;;12,50\nK-2;Lim;;9,90\n');
  const { out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(out).toContain('Price: column C is empty in every line; List price has values. If that is the price: --map');
});

it('saves what it understood, so that nothing is guessed next time', async () => {
  const run = await workspace('saved');
  const saved = await run('inspect', 'inbox/katalog.csv', '--lang', 'en', '--date-order', 'month', '--save');
  expect([saved.code, saved.err]).toEqual([0, '']);
  expect(saved.out).toContain(`Saved mapping.yaml`);
  const text = readFileSync(path.join(folder.path, 'saved/mapping.yaml'), 'utf8');
  expect(text).toContain('  gtin: "Kode"\n');
  expect(text).toContain('dateOrder: month\n');
  expect(text).toContain('  # "KOLLIX": XXX\n');
  const again = await run('inspect', 'inbox/katalog.csv', '--lang', 'en');
  expect(again.out).toMatch(/^C +Kode +GTIN \(gtin\) +100 % +given by --map or mapping\.yaml/m);
  expect(again.out).toContain('03/04/2026 → 2026-03-04');
});

it('overwrites a mapping only when told to', async () => {
  const run = await workspace('kept');
  folder.write('kept/mapping.yaml', 'version: 1\n');
  const refused = await run('inspect', 'inbox/katalog.csv', '--save', '--lang', 'en');
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('mapping.yaml exists already and was not changed. Overwrite it with --force.');
  expect(readFileSync(path.join(folder.path, 'kept/mapping.yaml'), 'utf8')).toBe('version: 1\n');
  expect((await run('inspect', 'inbox/katalog.csv', '--save', '--force')).code).toBe(0);
  expect(readFileSync(path.join(folder.path, 'kept/mapping.yaml'), 'utf8')).toContain('columns:');
});

it('without an agreement has nowhere to save to', async () => {
  const file = folder.write('alone/katalog.csv', CATALOGUE);
  const { code, err } = await katalogvakt(['inspect', file, '--save', '--lang', 'en'], { in: folder.path });
  expect(code).toBe(2);
  expect(err).toContain('Found no agreement.yaml');
});

it('a flag takes the place of what the mapping says', async () => {
  const run = await workspace('flag');
  folder.write('flag/mapping.yaml', 'version: 1\ncolumns: { price: Listepris, gtin: Kode }\n');
  const { code, out } = await run('inspect', 'inbox/katalog.csv', '--lang', 'en', '--map', 'price=E');
  expect(code).toBe(0);
  expect(out).toMatch(/^E .* Price \(price\) +100 %/m);
});

it('says that prices are with VAT, instead of advising to read them as the price', async () => {
  const file = folder.write(
    'vat/katalog.csv',
    'Varenr;Varenavn;Enhet;Pris inkl. mva\n1;Penn;stk;12,50\n2;Blyant;stk;6,25\n',
  );
  const { out } = await katalogvakt(['inspect', file, '--lang', 'en'], { in: folder.path });
  expect(out).toContain('Price: with VAT only, in column D (Pris inkl. mva). Agreed prices are usually without');
  expect(out).not.toContain('--map price=');
});
