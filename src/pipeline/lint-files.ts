/** Holds the buyer's own files against themselves: everything that is to be said of them, not only what stops a run. */
import type { AgreedArticle } from '../agreement/agreement.ts';
import type { AgreementRemark } from '../agreement/lint/remark.ts';
import { newListFaults } from '../agreement/list-faults.ts';
import { type LoadedAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import { articleSource, type ListUse, NO_PRICE, noteFaults, openPriceList } from '../agreement/price-list.ts';
import { readVolumes } from '../agreement/read-volumes.ts';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { dayIn } from '../catalogue/days.ts';
import type { Language } from '../catalogue/text.ts';
import { mapRow } from '../mapping/map-rows.ts';
import type { Source } from '../readers/reader.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { type ReadList, remarksOnAgreement } from './inputs/lint-remarks.ts';
import { withAliases } from './inputs/load-aliases.ts';
import { openList } from './inputs/open-list.ts';
import { tableOpener } from './inputs/open-table.ts';
import { unusable } from './inputs/unusable.ts';
import { sourceIn, workspaceOf } from './inputs/workspace.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';

export interface LintRequest {
  /** The `agreement.yaml`. */
  readonly agreement: string;
  readonly volumes?: string | undefined;
  readonly language?: Language | undefined;
  readonly asOf?: string | undefined;
}

export interface LintedAgreement {
  readonly number: string;
  readonly name: string;
  readonly asOf: string;
  readonly language: Language;
  readonly articles: number;
  readonly remarks: readonly AgreementRemark[];
}

/** @throws OperationalError for files that cannot be read at all, and for an agreement whose form is wrong */
export function lintFiles(request: LintRequest, around: Surroundings): Promise<LintedAgreement> {
  return withTemporaryFolder((folder) => lintIn(folder, request, around));
}

async function lintIn(folder: string, request: LintRequest, around: Surroundings): Promise<LintedAgreement> {
  const written = await loadAgreement(request.agreement, LABEL_WORDS);
  const language = request.language ?? written.agreement.language ?? around.locale;
  around.speaks?.(language);
  const day = request.asOf ?? dayIn(written.agreement.timeZone, around.now);
  const workspace = workspaceOf(request.agreement, around.currentFolder);
  const named = (path: string): Source => sourceIn(workspace, path);
  const open = tableOpener({ folder, limits: undefined });
  const loaded = await withAliases(written, named, open);
  const { agreement, pricesFile, pricesSheet, priceListFiles = [], aliasesFile } = loaded;
  const read = (path: string, sheet: string | undefined, use: ListUse): Promise<ReadList> =>
    readList(named(path), sheet, { use, loaded, day, folder });
  const prices = pricesFile === undefined ? undefined : await read(pricesFile, pricesSheet, 'agreed');
  const lists: ReadList[] = [];
  for (const { path, sheet } of priceListFiles) lists.push(await read(path, sheet, 'dated'));
  const volumesFile = request.volumes ?? loaded.volumesFile;
  const volumes = volumesFile === undefined ? undefined : named(volumesFile);
  const own = named(request.agreement).name;
  return {
    number: agreement.number,
    name: agreement.name,
    asOf: day,
    language,
    articles: prices?.entries.length ?? 0,
    remarks: remarksOnAgreement({
      loaded,
      day,
      prices,
      lists,
      volumes: volumes === undefined ? undefined : { file: volumes.name, read: await readVolumes(volumes, open) },
      files: { agreement: own, aliases: aliasesFile === undefined ? own : named(aliasesFile).name },
    }),
  };
}

interface ListGrounds {
  readonly use: ListUse;
  readonly loaded: LoadedAgreement;
  readonly day: string;
  /** For packed files. */
  readonly folder: string;
}

async function readList(
  source: Source,
  sheet: string | undefined,
  { use, loaded: { agreement }, day, folder }: ListGrounds,
): Promise<ReadList> {
  const list = await openPriceList(source, (file) => openList(file, sheet, { folder, limits: undefined }), {
    vat: agreement.vat,
    listPrices: use === 'dated' || agreement.pricing !== undefined,
  });
  const { articleOf, listPrices } = articleSource(list, agreement, day, use);
  const faults = newListFaults(source.name, Number.POSITIVE_INFINITY);
  const entries: AgreedArticle[] = [];
  try {
    for await (const batch of list.file.rows()) {
      for (const raw of batch) {
        const line = mapRow(raw, list.mapping);
        if (line === undefined || noteFaults(line, faults, listPrices)) continue;
        const article = articleOf(line);
        if (article.price === undefined && !(listPrices && article.listPrice !== undefined))
          faults.add(line.row, NO_PRICE, 'price');
        else entries.push(article);
      }
    }
  } catch (error) {
    throw error instanceof UnusableFile ? unusable(source.name, error) : error;
  }
  return { ...list, entries, faults: faults.told };
}
