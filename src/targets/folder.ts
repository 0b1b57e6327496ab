/** A folder, also one of another machine: written under a name nobody looks for, read back, and then renamed. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import { fileDigest } from '../readers/file-digest.ts';
import { placeFile } from './place-file.ts';
import { withRetries } from './retries.ts';
import { systemFault } from './system-fault.ts';
import { arrivedChanged, type Delivery, type DeliveryTerms, type Target } from './target.ts';

/** @param folder absolute */
export function folderTarget(name: string, folder: string): Target {
  return {
    name,
    kind: 'folder',
    destination: (fileName) => path.join(folder, fileName),
    async deliver(delivery, terms) {
      const { pace, signal } = terms;
      await requireFolder(folder);
      const destination = path.join(folder, delivery.fileName);
      if (await holds(destination, delivery)) return { how: 'found', attempts: 1 };
      return withRetries(pace, signal, async () => {
        await place(delivery, folder, terms);
        return { how: 'sent' as const };
      });
    },
  };
}

/** Never made: a share that is not connected would look like an empty folder, and the file would stay on this machine. */
async function requireFolder(folder: string): Promise<void> {
  const is = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw systemFault(error, folder);
    return undefined;
  });
  if (is?.isDirectory() === true) return;
  throw new OperationalError({
    nb: `Mappen ${folder} finnes ikke. Koble til disken, eller lag mappen; den lages ikke av seg selv.`,
    en: `There is no folder ${folder}. Connect the disk, or create the folder; it is not created automatically.`,
  });
}

async function holds(destination: string, { sha256, bytes }: Delivery): Promise<boolean> {
  try {
    const is = await stat(destination);
    return is.isFile() && is.size === bytes && (await fileDigest(destination)).sha256 === sha256;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw systemFault(error, destination);
  }
}

async function place(delivery: Delivery, folder: string, { signal, reached }: DeliveryTerms): Promise<void> {
  const destination = path.join(folder, delivery.fileName);
  await placeFile(destination, hiddenName(delivery), {
    content: createReadStream(delivery.path),
    signal,
    async before(hidden) {
      reached?.('copied');
      if ((await fileDigest(hidden)).sha256 !== delivery.sha256) throw arrivedChanged(destination);
      reached?.('readBack');
    },
  });
}

/** Deterministic, so that what an attempt before left is written over; with a point in front, so that nobody takes it. */
export function hiddenName({ fileName, key }: Pick<Delivery, 'fileName' | 'key'>): string {
  return `.${fileName}.${key.slice(0, 12)}.part`;
}
