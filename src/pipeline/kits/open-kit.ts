/** A kit that a supplier got: unpacked, within bounds, into a folder that is gone when the work is done. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { KIT_AGREEMENT } from '../../agreement/agreement-in-kit.ts';
import { UnusableFile } from '../../catalogue/catalogue.ts';
import { fileError, OperationalError } from '../../catalogue/error.ts';
import type { ZipArchive } from '../../readers/zip.ts';
import { withTemporaryFolder } from '../rows/temporary-folder.ts';
import { KIT_FILE, type KitManifest } from './kit.ts';

export interface OpenedKit {
  /** Its `agreement.yaml`. */
  readonly agreement: string;
  readonly manifest: KitManifest;
}

const MIB = 1024 * 1024;
const MOST_MANIFEST_BYTES = MIB;
/** All of it together: price lists of a million articles are less. */
const MOST_BYTES = 512 * MIB;
const MOST_FILES = 1000;

/** Below the folders of a kit, and files of the kinds that are read: no code. */
const NAME =
  /^(?:catalogs\/kit|rules|rules\/profiles|rules\/words|schemas)\/[^/\\:\0]+\.(?:yaml|json|csv|tsv|txt|xlsx)$/;

/** @throws OperationalError for a file that is no kit, damaged, or of a newer katalogvakt */
export function withKit<T>(file: string, work: (kit: OpenedKit) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (folder) => work(await unpackKit(file, folder)));
}

async function unpackKit(file: string, folder: string): Promise<OpenedKit> {
  try {
    const { openZip } = await import('../../readers/zip.ts');
    const zip = await openZip(file, file);
    try {
      const manifest = await manifestOf(zip, file);
      for (const one of manifest.files) await unpackFile(zip, one, folder, file);
      return { agreement: path.join(folder, KIT_AGREEMENT), manifest };
    } finally {
      zip.close();
    }
  } catch (error) {
    throw error instanceof UnusableFile ? damagedKit(file, error) : error;
  }
}

async function manifestOf(zip: ZipArchive, file: string): Promise<KitManifest> {
  if (!zip.has(KIT_FILE)) throw noKit(file);
  const parts: Uint8Array[] = [];
  for await (const chunk of zip.read(KIT_FILE, MOST_MANIFEST_BYTES)) parts.push(chunk);
  const manifest = parsed(Buffer.concat(parts).toString('utf8'));
  if (manifest === undefined) throw damagedKit(file);
  if (manifest.version !== 1) throw newerKit(file);
  const { files } = manifest;
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  const sound = files.every((one) => NAME.test(one.file)) && files.some((one) => one.file === KIT_AGREEMENT);
  if (!sound || files.length > MOST_FILES || !(bytes <= MOST_BYTES)) throw damagedKit(file);
  return manifest;
}

function parsed(text: string): KitManifest | undefined {
  try {
    const manifest = JSON.parse(text) as KitManifest;
    const isWhole =
      Array.isArray(manifest.files) &&
      manifest.files.every(
        ({ file, bytes }) => typeof file === 'string' && Number.isSafeInteger(bytes) && bytes >= 0,
      ) &&
      typeof manifest.tool?.version === 'string' &&
      typeof manifest.agreement?.number === 'string';
    return isWhole ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** Of the size the kit says, and no larger; with the checksum it says. */
async function unpackFile(
  zip: ZipArchive,
  { file: name, bytes, sha256 }: KitManifest['files'][number],
  folder: string,
  file: string,
): Promise<void> {
  const to = path.join(folder, ...name.split('/'));
  const hash = createHash('sha256');
  try {
    await mkdir(path.dirname(to), { recursive: true });
    await pipeline(
      zip.read(name, bytes),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(to),
    );
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? fileError(error, to) : error;
  }
  if (hash.digest('hex') !== sha256) throw damagedKit(file);
}

function noKit(file: string): OperationalError {
  return new OperationalError({
    nb: `${file} er ikke et sett fra kjøperen: ${KIT_FILE} finnes ikke i det. Oppgi zip-filen slik dere fikk den, eller en agreement.yaml.`,
    en: `${file} is not a buyer's kit: there is no ${KIT_FILE} in it. Give the zip file as you got it, or an agreement.yaml.`,
  });
}

function damagedKit(file: string, cause?: Error): OperationalError {
  return new OperationalError(
    {
      nb: `Settet ${file} er skadet eller endret. Be kjøperen om et nytt.`,
      en: `The kit ${file} is damaged or was changed. Ask the buyer for a new one.`,
    },
    { cause },
  );
}

function newerKit(file: string): OperationalError {
  return new OperationalError({
    nb: `Settet ${file} er laget av en nyere katalogvakt. Installer en nyere.`,
    en: `The kit ${file} was made by a newer katalogvakt. Install a newer one.`,
  });
}
