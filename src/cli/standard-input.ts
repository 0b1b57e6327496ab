/** Standard input as a file: a catalogue is read more than once, so it is first copied to a temporary file of limited size. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileError, OperationalError } from '../catalogue/error.ts';

const MOST_BYTES = 4 * 1024 ** 3;

interface SpooledInput {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Runs the work with the files as given; `-` is standard input, kept in a temporary file meanwhile.
 * @throws OperationalError if standard input is over 4 GiB, named twice or a folder, or if the disk is full
 */
export async function withInputs<T>(
  given: readonly string[],
  signal: AbortSignal,
  work: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const asked = given.filter((file) => file === '-').length;
  if (asked === 0) return work(given);
  if (asked > 1) throw onlyOnce();
  const input = await spooledInput(signal);
  try {
    return await work(given.map((file) => (file === '-' ? input.path : file)));
  } finally {
    await input.remove();
  }
}

function onlyOnce(): OperationalError {
  return new OperationalError({
    nb: 'Standard inn (-) kan bare leses én gang. Lagre den ene katalogen som fil og oppgi filnavnet.',
    en: 'Standard input (-) can be read only once. Save one of the catalogues as a file and name it.',
  });
}

async function spooledInput(signal: AbortSignal): Promise<SpooledInput> {
  const folder = await mkdtemp(path.join(tmpdir(), 'katalogvakt-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'standard-input');
  let bytes = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > MOST_BYTES ? tooMuch() : null, chunk);
    },
  });
  try {
    await pipeline(process.stdin, bounded, createWriteStream(file), { signal });
    return { path: file, remove };
  } catch (error) {
    await remove();
    throw error instanceof OperationalError ? error : fileError(error, '-');
  }
}

function tooMuch(): OperationalError {
  return new OperationalError({
    nb: 'Standard inn ga mer enn 4 GiB. Lagre katalogen som fil og oppgi filnavnet.',
    en: 'Standard input gave more than 4 GiB. Save the catalogue as a file and name it.',
  });
}
