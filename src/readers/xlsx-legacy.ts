/** Compound files (OLE): workbooks with a password, and those of Excel 97 to 2003. */
import { createReadStream } from 'node:fs';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileError } from '../catalogue/error.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Directory entries have this size and begin at its multiples. @see MS-CFB 2.6 */
const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const CHUNK_BYTES = 8192 * ENTRY_BYTES;

/** What holds the content of a file with a password, or with restricted rights. */
const ENCRYPTED = ['EncryptedPackage', '\tDRMContent'];
const LEGACY = ['Workbook', 'Book'];

export function isCompound(head: Uint8Array): boolean {
  return MAGIC.every((byte, index) => head[index] === byte);
}

/**
 * Why a compound file cannot be used, by the names in its directory.
 * @param name the file as messages call it
 */
export async function compoundProblem(path: string, name: string): Promise<UnusableFile> {
  let legacy = false;
  let text = false;
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      if (ENCRYPTED.some((stream) => hasEntry(bytes, stream))) return new UnusableFile('encrypted');
      text ||= hasEntry(bytes, 'WordDocument');
      legacy ||= LEGACY.some((stream) => hasEntry(bytes, stream));
      rest = bytes.subarray(bytes.length - (bytes.length % ENTRY_BYTES));
    }
  } catch (error) {
    throw fileError(error, name);
  }
  if (legacy) return new UnusableFile('legacyWorkbook', { detail: 'xls' });
  return new UnusableFile('notACatalogue', { detail: text ? 'doc' : 'ole' });
}

function hasEntry(bytes: Buffer, stream: string): boolean {
  const name = Buffer.from(`${stream}\0`, 'utf16le');
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    if (at % ENTRY_BYTES !== 0 || at + ENTRY_BYTES > bytes.length) continue;
    if (bytes.readUInt16LE(at + NAME_LENGTH_AT) === name.length) return true;
  }
  return false;
}
