/**
 * What the program for those without Node begins with: it puts the files it carries into the user's cache folder, once,
 * and starts the command from there, so that threads and what few runs need are loaded as they always are.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { getAsset } from 'node:sea';

interface Carried {
  /** Of all files together. */
  readonly id: string;
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

const carried = JSON.parse(getAsset('files.json', 'utf8')) as Carried;
const folder = unpacked(path.join(cacheFolder(), 'katalogvakt', carried.id)) ?? unpackedForNow();
createRequire(path.join(folder, 'start.cjs'))('./start.cjs');

function cacheFolder(): string {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME === undefined || XDG_CACHE_HOME === '' ? path.join(homedir(), '.cache') : XDG_CACHE_HOME;
}

/**
 * What is there and right stays, what a program that tidies up took away comes back; each file is whole or not there, so
 * that two may begin at once.
 * @returns nothing where the folder cannot be written
 */
function unpacked(place: string): string | undefined {
  try {
    for (const { file, sha256 } of carried.files) {
      const to = path.join(place, file);
      if (checksumOf(to) === sha256) continue;
      mkdirSync(path.dirname(to), { recursive: true, mode: 0o700 });
      const beside = `${to}.${randomUUID()}`;
      writeFileSync(beside, Buffer.from(getAsset(file)));
      renameSync(beside, to);
    }
    return place;
  } catch {
    return undefined;
  }
}

/** A home that cannot be written to is no reason not to work. */
function unpackedForNow(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'katalogvakt-program-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  const done = unpacked(place);
  if (done === undefined) throw new Error(`katalogvakt: cannot write to ${place}`);
  return done;
}

function checksumOf(file: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return undefined;
  }
}
