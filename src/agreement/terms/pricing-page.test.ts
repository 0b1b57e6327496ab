/** The examples of docs/pricing.md: every row of their tables is what the tool makes of the files above it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementYaml } from '../../../test/builders/agreement-file.ts';
import { openedList } from '../../../test/builders/opened-list.ts';
import { temporaryFolder } from '../../../test/builders/temporary-file.ts';
import { decimal } from '../../catalogue/decimal.ts';
import type { CatalogueLine } from '../../catalogue/line.ts';
import { passHere } from '../../readers/passed.ts';
import { agreedVerdict } from '../agreed-verdict.ts';
import type { Agreement } from '../agreement.ts';
import { loadAgreement } from '../load-agreement.ts';
import { articleSource, keyedArticles, type ListUse, openPriceList, readPriceList } from '../price-list.ts';
import { listsNeeded, termGrounds } from './grounds.ts';

const PAGE = readFileSync(new URL('../../../docs/pricing.md', import.meta.url), 'utf8');
const HEAD = agreementYaml({ period: '{ from: 2025-01-01, to: 2028-12-31 }' });
const USUAL_DAY = '2026-06-01';

interface Section {
  readonly title: string;
  readonly yaml: string;
  readonly files: readonly (readonly [name: string, content: string])[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const sections: readonly Section[] = PAGE.split(/\n(?=##)/).flatMap((part): readonly Section[] => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(part)?.[1];
  if (yaml === undefined) return [];
  const files = [...part.matchAll(/```csv (\S+)\n([\s\S]*?)```/g)].map(
    ([, name = '', content = '']) => [name, content] as const,
  );
  const [headings = [], , ...rows] = part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const title = /^#+ (.*)/.exec(part)?.[1] ?? '';
  const named = rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
  return [{ title, yaml, files, rows: named }];
});

const folder = temporaryFolder();

/** @returns the verdict on a line with the item, and its term's arithmetic */
async function judged(at: number, { yaml, files }: Section, row: Readonly<Record<string, string>>) {
  const own = (name: string) => `${at}/${name}`;
  for (const [name, content] of files) folder.write(own(name), content);
  const hasPrices = files.some(([name]) => name === 'prices.csv');
  const path = folder.write(own('agreement.yaml'), `${HEAD}${hasPrices ? 'prices: prices.csv\n' : ''}${yaml}`);
  const day = row['Day'] ?? USUAL_DAY;
  const { agreement, pricesFile, priceListFiles = [] } = await loadAgreement(path, { resolveLabel: () => undefined });
  const read = async (file: string, use: ListUse) => {
    const list = await openPriceList({ name: file, path: file }, openedList, { vat: 'excluded', listPrices: true });
    const source = articleSource(list, agreement, day, use);
    return readPriceList(list, source, passHere(list.file, keyedArticles(source)));
  };
  const needed = listsNeeded(agreement.pricing as NonNullable<Agreement['pricing']>, day);
  const positions = [...needed.inForce, ...(needed.pending === undefined ? [] : [needed.pending.at])];
  const lists = new Map<number, Awaited<ReturnType<typeof read>>>();
  for (const position of positions) lists.set(position, await read(priceListFiles[position]?.path ?? '', 'dated'));
  const terms = termGrounds(agreement, day, (position) => lists.get(position));
  const line: CatalogueLine = {
    row: 2,
    itemNumber: row['Item'] ?? '',
    price: decimal('1'),
    ...(row['Quantity'] === undefined ? {} : { minOrderQuantity: decimal(row['Quantity']) }),
    ...(row['Currency'] === undefined ? {} : { currency: row['Currency'] }),
    ...(row['Group'] === undefined ? {} : { productGroup: row['Group'] }),
  };
  const match = pricesFile === undefined ? undefined : (await read(pricesFile, 'agreed')).find(line);
  return agreedVerdict(line, match, { agreement, asOf: day, columns: new Set(), terms });
}

describe.each(sections.map((section, at) => [section.title, at, section] as const))('%s', (_, at, section) => {
  it('has examples', () => expect(section.rows.length).toBeGreaterThan(0));
  it.each(section.rows)('item $Item on $Day', async (row) => {
    const verdict = await judged(at, section, row);
    expect(verdict?.article.price ?? 'none').toBe(row['Agreed price']);
    const kind = verdict === undefined ? '' : (verdict.term?.winner.kind ?? 'listed');
    expect(kind).toBe(row['By']);
    const formula = verdict?.term?.steps.find(({ step }) => step === 'formula')?.value;
    if (row['Working'] !== '') expect(formula).toBe(row['Working']);
  });
});

it('the page has its examples', () => expect(sections.length).toBe(15));
