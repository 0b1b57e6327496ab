/** Whether the versions of an agreement are what was approved: every byte of every file, and each after the one before. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError, OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { type Digest, fileDigest } from '../readers/file-digest.ts';
import { MANIFEST_FILE, MANIFEST_SUM_FILE, type Manifest, readManifest } from './manifest.ts';
import { isSignedBy, statementOf } from './ssh-signature.ts';
import { checksum } from './store.ts';

export type FaultKind =
  /** Its bytes are others than when the version was stored. */
  | 'changed'
  | 'missing'
  /** It lies in the version's folder and is none of its files. */
  | 'notListed'
  | 'unreadable'
  /** The folder has another number than the manifest. */
  | 'otherNumber'
  /** There is no version of this number, though there are later ones. */
  | 'gap'
  /** It comes after another version than the one that lies before it. */
  | 'fork'
  /** The signature is none of the person it is said to be from. */
  | 'wrongSignature'
  /** The agreement wanted a signature. */
  | 'notSigned';

export interface ChainFault {
  readonly kind: FaultKind;
  /** Relative to `approved/`. */
  readonly file: string;
  /** Why it cannot be read, or who signed. */
  readonly why?: Text;
}

export interface VerifiedChain {
  /** Oldest first. */
  readonly versions: readonly string[];
  readonly files: number;
  readonly signatures: number;
  readonly faults: readonly ChainFault[];
}

export interface VerifyOptions {
  /** Whose keys count; absent: those stored with the version. */
  readonly allowedSigners?: string | undefined;
  /** Of all other versions only the manifest is there; absent: all are whole. */
  readonly whole?: string;
}

/**
 * @param approved the folder of the versions
 * @param numbers of the versions in it, the oldest first
 * @throws OperationalError where a file may not be read, or a signature cannot be checked here
 */
export async function verifyChain(
  approved: string,
  numbers: readonly string[],
  options: VerifyOptions = {},
): Promise<VerifiedChain> {
  const links = await Promise.all(numbers.map((number) => linkOf(approved, number)));
  const faults: ChainFault[] = [...gapsIn(numbers)];
  const digests = newDigests(approved);
  let signatures = 0;
  for (const [at, link] of links.entries()) {
    faults.push(...linkFaults(link, links[at - 1], links[at + 1]));
    if (link.manifest === undefined) continue;
    if (options.whole === undefined || options.whole === link.number)
      faults.push(...(await fileFaults(approved, link.number, link.manifest, digests)));
    const signed = await signatureFaults(approved, link.manifest, link.number, options.allowedSigners);
    signatures += signed.checked;
    faults.push(...signed.faults);
  }
  return { versions: numbers, files: digests.count(), signatures, faults: eachOnce(faults) };
}

/** An input that two versions rest on is named once. */
function eachOnce(faults: readonly ChainFault[]): readonly ChainFault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, file, why }) => {
    const key = `${kind} ${file} ${why?.en ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Link {
  readonly number: string;
  /** Of the manifest's bytes as they are; absent: there is none. */
  readonly sha256?: string;
  /** What stands beside it. */
  readonly sum?: string;
  /** Absent: it is missing or unreadable. */
  readonly manifest?: Manifest;
  readonly why?: Text;
}

async function linkOf(approved: string, number: string): Promise<Link> {
  const file = path.join(approved, number, MANIFEST_FILE);
  const bytes = await bytesOf(file);
  const sum = (await bytesOf(path.join(approved, number, MANIFEST_SUM_FILE)))?.toString();
  const known = { number, ...(sum === undefined ? {} : { sum }) };
  if (bytes === undefined) return known;
  try {
    return { ...known, sha256: checksum(bytes), manifest: (await readManifest(file)).manifest };
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    return { ...known, sha256: checksum(bytes), why: error.text };
  }
}

function gapsIn(numbers: readonly string[]): readonly ChainFault[] {
  const there = new Set(numbers.map(Number));
  const last = Math.max(0, ...there);
  const faults: ChainFault[] = [];
  for (let number = 1; number <= last; number++)
    if (!there.has(number)) faults.push({ kind: 'gap', file: String(number).padStart(4, '0') });
  return faults;
}

function linkFaults(link: Link, before: Link | undefined, after: Link | undefined): readonly ChainFault[] {
  const { number, sha256, manifest, why } = link;
  const file = `${number}/${MANIFEST_FILE}`;
  if (sha256 === undefined) return [{ kind: 'missing', file }];
  const faults: ChainFault[] = [...sumFaults(link, after)];
  if (manifest === undefined) return [...faults, { kind: 'unreadable', file, ...(why === undefined ? {} : { why }) }];
  if (manifest.number !== number) faults.push({ kind: 'otherNumber', file });
  const isNext = before !== undefined && Number(before.number) + 1 === Number(number);
  if (Number(number) === 1 ? manifest.previous !== undefined : isNext && isFork(manifest, before))
    faults.push({ kind: 'fork', file });
  return faults;
}

/** Where the one before was changed, that is told of it: it is no other version. */
function isFork({ previous }: Manifest, before: Link): boolean {
  return previous !== before.sha256 && previous !== sumIn(before.sum);
}

/** What the version after it rests on tells which of the two was changed, the manifest or its checksum. */
function sumFaults({ number, sha256, sum }: Link, after: Link | undefined): readonly ChainFault[] {
  const sumFile = `${number}/${MANIFEST_SUM_FILE}`;
  const manifestFile = `${number}/${MANIFEST_FILE}`;
  const said = after?.manifest?.previous;
  if (sum === undefined) return [{ kind: 'missing', file: sumFile }];
  const told = sumIn(sum);
  if (told === sha256) return [];
  if (told === undefined || said === sha256) return [{ kind: 'changed', file: sumFile }];
  if (said === told) return [{ kind: 'changed', file: manifestFile }];
  return [
    { kind: 'changed', file: manifestFile },
    { kind: 'changed', file: sumFile },
  ];
}

function sumIn(text: string | undefined): string | undefined {
  return /^([0-9a-f]{64}) {2}manifest\.json\n$/.exec(text ?? '')?.[1];
}

interface Digests {
  of(name: string): Promise<Digest | undefined>;
  count(): number;
}

/** Each file is read once, however many versions rest on it. */
function newDigests(approved: string): Digests {
  const known = new Map<string, Promise<Digest | undefined>>();
  return {
    of(name) {
      const digest = known.get(name) ?? digestOf(path.join(approved, name));
      known.set(name, digest);
      return digest;
    },
    count: () => known.size,
  };
}

async function fileFaults(
  approved: string,
  number: string,
  { files, inputs }: Manifest,
  digests: Digests,
): Promise<readonly ChainFault[]> {
  const faults: ChainFault[] = [];
  const expected = [
    ...files.map(({ file, sha256 }) => ({ file: `${number}/${file}`, sha256 })),
    ...inputs.map(({ stored, sha256 }) => ({ file: stored, sha256 })),
  ];
  for (const { file, sha256 } of expected) {
    const digest = await digests.of(file);
    if (digest === undefined) faults.push({ kind: 'missing', file });
    else if (digest.sha256 !== sha256) faults.push({ kind: 'changed', file });
  }
  const known = new Set([...files.map(({ file }) => file), MANIFEST_FILE, MANIFEST_SUM_FILE]);
  const there = await readdir(path.join(approved, number)).catch((error: unknown) => {
    throw fileError(error, path.join(approved, number));
  });
  for (const name of there.sort()) if (!known.has(name)) faults.push({ kind: 'notListed', file: `${number}/${name}` });
  return faults;
}

async function signatureFaults(
  approved: string,
  { agreement, number, previous, approved: thing, approvedBy, inputs }: Manifest,
  folder: string,
  given: string | undefined,
): Promise<{ readonly checked: number; readonly faults: readonly ChainFault[] }> {
  const own = inputs.find(({ role }) => role === 'allowedSigners');
  const allowed = given ?? (own === undefined ? undefined : path.join(approved, own.stored));
  const faults: ChainFault[] = [];
  let checked = 0;
  for (const { by, at, signature } of approvedBy) {
    const told = { file: `${folder}/${MANIFEST_FILE}`, why: { nb: by, en: by } };
    if (signature === undefined) {
      if (allowed !== undefined) faults.push({ kind: 'notSigned', ...told });
      continue;
    }
    if (allowed === undefined) continue;
    checked++;
    const statement = statementOf({ agreement: agreement.number, number, previous, ...thing }, { by, at });
    if (!(await isSignedBy(statement, signature, by, allowed))) faults.push({ kind: 'wrongSignature', ...told });
  }
  return { checked, faults };
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw fileError(error, file);
  }
}

async function digestOf(file: string): Promise<Digest | undefined> {
  try {
    return await fileDigest(file);
  } catch (error) {
    if (isNotThere(error)) return undefined;
    throw fileError(error, file);
  }
}

function isNotThere(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
