/** A disk that is soon full: memory mounted at a folder, which takes root. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface SmallDisk {
  /** Fills it up, but for so much. @returns makes room again */
  leave(kibibytes: number): () => void;
  unmount(): void;
}

/** Why a test is skipped where there is none. */
export const NO_SMALL_DISK = 'a small disk cannot be mounted here: it takes root';

/** @returns nothing where none can be mounted */
export function smallDisk(folder: string, mebibytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  return {
    leave(kibibytes) {
      const filler = path.join(folder, '.fyll');
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - kibibytes * 1024)));
      return () => rmSync(filler);
    },
    unmount() {
      spawnSync('umount', [folder]);
    },
  };
}
