/** The supplier's kit: all that decides about a catalogue of one agreement, in one file, and nothing else. */
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { agreementInKit, KIT_AGREEMENT, type KitFileNames } from '../agreement/agreement-in-kit.ts';
import { type LoadedAgreement, loadAgreement } from '../agreement/load-agreement.ts';
import { type AgreementFile, agreementSchema } from '../agreement/schema.ts';
import { fileError } from '../catalogue/error.ts';
import { isBuiltIn } from '../engine/built-in-sets.ts';
import { rulesInKit } from '../engine/rules-in-kit.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import { fileDigest } from '../readers/file-digest.ts';
import { slug } from '../reporters/run-name.ts';
import { ownProfile } from '../writers/profile.ts';
import { newZip } from '../writers/zip.ts';
import { builtInProfiles, toolVersion } from './built-in.ts';
import { loadedRuleSet, rulesOf } from './inputs/asked-rule-set.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import { sourceIn, workspaceOf } from './inputs/workspace.ts';
import {
  KIT_FILE,
  KIT_FOLDER,
  KIT_PROFILES,
  KIT_RULES,
  KIT_WORDS,
  type KitFile,
  type KitManifest,
} from './kits/kit.ts';
import { writeListInKit } from './kits/list-in-kit.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';

export interface KitRequest {
  /** Path of `agreement.yaml`. */
  readonly agreement: string;
  /** Absent: named after the agreement, in the current folder. */
  readonly out?: string;
  /** Whether modules with rules may be loaded, to know what a kit leaves out. */
  readonly allowPlugins: boolean;
}

export interface MadeKit {
  readonly file: string;
  readonly agreement: LoadedAgreement;
  readonly manifest: KitManifest;
  readonly bytes: number;
}

/** Midnight of this day is the time of every part: the same inputs give the same bytes on any day. */
const DAY = '1980-01-01';

/** @throws OperationalError for what is wrong with the agreement and its files, and when the kit cannot be written */
export function makeKit(request: KitRequest, currentFolder: string): Promise<MadeKit> {
  return withTemporaryFolder(async (folder) => {
    const agreement = await loadAgreement(request.agreement, LABEL_WORDS);
    const content = path.join(folder, 'kit');
    const leftOut = await fill(content, agreement, request, currentFolder, folder);
    const { number, name, supplier } = agreement.agreement;
    const manifest: KitManifest = {
      version: 1,
      agreement: { number, name, supplier: supplier.name },
      tool: { name: 'katalogvakt', version: toolVersion() },
      leftOut,
      files: await filesOf(content),
    };
    await writeFile(path.join(content, KIT_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`);
    const file = request.out ?? `${slug(number)}-kit.zip`;
    await pack(content, manifest, path.resolve(currentFolder, file));
    return { file, agreement, manifest, bytes: (await fileDigest(path.resolve(currentFolder, file))).bytes };
  });
}

/** @returns rules that are left out */
async function fill(
  content: string,
  agreement: LoadedAgreement,
  request: KitRequest,
  currentFolder: string,
  temporary: string,
): Promise<readonly string[]> {
  const workspace = workspaceOf(request.agreement, currentFolder);
  const { value } = await loadYaml<AgreementFile>(agreement.path, agreementSchema, WHAT);
  const own = path.join(content, KIT_FOLDER);
  await mkdir(own, { recursive: true });
  const copied = async (from: string | undefined, stem: string): Promise<string | undefined> => {
    if (from === undefined) return undefined;
    const name = `${stem}${path.extname(from).toLowerCase()}`;
    await copy(from, path.join(own, name));
    return name;
  };
  const where = { folder: temporary, limits: undefined };
  const listed = async (from: string, sheet: string | undefined, stem: string, use: 'agreed' | 'dated') =>
    stem +
    (await writeListInKit({ source: sourceIn(workspace, from), sheet, use }, path.join(own, stem), agreement, where));
  const { pricesFile, pricesSheet, priceListFiles = [], mappingFile } = agreement;
  const priceLists: string[] = [];
  for (const [at, list] of priceListFiles.entries())
    priceLists.push(await listed(list.path, list.sheet, `price-list-${at + 1}`, 'dated'));
  const rules = await packRules(content, agreement, request);
  const names = withoutUndefined({
    prices: pricesFile === undefined ? undefined : await listed(pricesFile, pricesSheet, 'prices', 'agreed'),
    aliases: await copied(agreement.aliasesFile, 'aliases'),
    series: await copied(agreement.seriesFile, 'series'),
    unspsc: await copied(agreement.classListFile, 'unspsc'),
    labelRegister: await copied(agreement.labelRegisterFile, 'label-register'),
    mapping: mappingFile === undefined ? undefined : await withoutComments(mappingFile, own, 'mapping.yaml'),
    rules: rules.reference,
  });
  await writeJson(path.join(content, KIT_AGREEMENT), agreementInKit(value, { ...names, priceLists }));
  await packWords(content, workspace);
  await packProfiles(content, workspace, agreement.systems ?? []);
  await packSchemas(content);
  return rules.leftOut;
}

const WHAT = { nb: 'avtalen', en: 'the agreement' };

type Names = Omit<KitFileNames, 'priceLists'>;

function withoutUndefined(names: { readonly [K in keyof Names]: Names[K] | undefined }): Names {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}

async function packRules(
  content: string,
  agreement: LoadedAgreement,
  { allowPlugins }: KitRequest,
): Promise<{ readonly reference: string | undefined; readonly leftOut: readonly string[] }> {
  const loaded = await loadedRuleSet(rulesOf({}, agreement), {}, allowPlugins);
  const { files, leftOut } = await rulesInKit(loaded.layers, agreement);
  const folder = path.join(content, KIT_RULES);
  await mkdir(folder, { recursive: true });
  for (const { name, text } of files) await writeFile(path.join(folder, name), text);
  const [outermost] = files;
  const { rules } = agreement;
  const reference =
    rules === undefined || isBuiltIn(rules)
      ? rules
      : path.posix.relative(KIT_FOLDER, path.posix.join(KIT_RULES, outermost?.name ?? ''));
  return { reference, leftOut };
}

/** The workspace's own; those that come with the tool the supplier has. */
async function packWords(content: string, workspace: string): Promise<void> {
  const from = path.join(workspace, KIT_WORDS);
  const names = await readdir(from).catch(() => []);
  for (const name of names.filter((one) => /^[^.~].*\.(?:csv|tsv|txt|xlsx)$/i.test(one)))
    await copy(path.join(from, name), path.join(content, KIT_WORDS, name));
}

/** Of the ordering systems that the agreement names, whose limits are checked: the workspace's own, each whole in itself. */
async function packProfiles(content: string, workspace: string, systems: readonly string[]): Promise<void> {
  for (const name of systems) {
    const profile = await ownProfile(name, { builtIn: builtInProfiles, workspace });
    if (profile !== undefined) await writeJson(path.join(content, KIT_PROFILES, `${name}.yaml`), profile);
  }
}

/** For whoever wants to look into the kit, and for editors. */
async function packSchemas(content: string): Promise<void> {
  const { published } = await import('../engine/schema-words.ts');
  const { mappingSchema } = await import('../mapping/mapping-file.ts');
  await writeJson(path.join(content, 'schemas/agreement.schema.json'), published(agreementSchema));
  await writeJson(path.join(content, 'schemas/mapping.schema.json'), published(mappingSchema));
}

/** What a person wrote beside the values is for himself. */
async function withoutComments(file: string, folder: string, name: string): Promise<string> {
  const { value } = await loadYaml(file, {}, WHAT);
  await writeJson(path.join(folder, name), value);
  return name;
}

/** JSON is YAML. */
async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  // Not `copyFile`, which takes along who may read it.
  await writeFile(to, createReadStream(from)).catch((error: unknown) => {
    throw fileError(error, from);
  });
}

async function filesOf(content: string): Promise<readonly KitFile[]> {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const files = paths.map((file) => ({ file, name: path.relative(content, file).split(path.sep).join('/') }));
  files.sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(files.map(async ({ file, name }) => ({ file: name, ...(await fileDigest(file)) })));
}

/** Written beside, then renamed: a kit is whole or not there. */
async function pack(content: string, { files }: KitManifest, to: string): Promise<void> {
  const beside = `${to}.part`;
  try {
    const zip = await newZip(beside, DAY);
    try {
      for (const name of [KIT_FILE, ...files.map(({ file }) => file)])
        await zip.add(name, createReadStream(path.join(content, name)));
      await zip.end();
    } finally {
      await zip.close();
    }
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof Error && 'syscall' in error ? fileError(error, to) : error;
  }
}
