/**
 * One version with everything it rested on, in a zip that needs no workspace: its files, its inputs, and the manifests
 * of all versions before it. Laid out as in `approved/`, so that the same check reads both.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UnusableFile } from '../catalogue/catalogue.ts';
import { fileError, OperationalError } from '../catalogue/error.ts';
import { fileDigest } from '../readers/file-digest.ts';
import { openZip } from '../readers/zip.ts';
import { newZip } from '../writers/zip.ts';
import { MANIFEST_FILE, MANIFEST_SUM_FILE } from './manifest.ts';
import { type VerifiedChain, verifyChain } from './verify-chain.ts';
import { type Version, versionNumbers } from './version-folder.ts';

/** Says which of the versions is there whole. */
const EVIDENCE_FILE = 'evidence.json';
/** All parts have this day: nothing of when the bundle was made is in it. */
const DAY = '1980-01-01';
const CHUNK_BYTES = 1 << 20;
/** Whoever checks a bundle has room for what was approved; a bomb has more. */
const LIMITS = { unpacked: 4096, ratio: 100_000 } as const;

/**
 * The same bytes each time: parts in code-unit order, as they are.
 * @param approved the folder of the versions
 * @throws OperationalError for a version that is not whole, and beyond 4 GiB
 */
export async function writeEvidence(approved: string, version: Version, target: string): Promise<void> {
  const names = await partsOf(approved, version);
  const beside = `${target}.part`;
  try {
    const zip = await newZip(beside, DAY, { content: 'stored' });
    try {
      await zip.add(EVIDENCE_FILE, [`${JSON.stringify({ version: 1, number: version.number })}\n`]);
      for (const name of names)
        await zip.add(name, createReadStream(path.join(approved, name), { highWaterMark: CHUNK_BYTES }));
      await zip.end();
    } finally {
      await zip.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    if (error instanceof RangeError) throw tooLarge(target);
    throw error instanceof Error && 'syscall' in error ? fileError(error, target) : error;
  }
}

async function partsOf(approved: string, { number, manifest }: Version): Promise<readonly string[]> {
  const earlier = (await versionNumbers(path.dirname(approved))).filter((one) => Number(one) < Number(number));
  const wanted = [
    ...manifest.files.map(({ file, sha256 }) => ({ name: `${number}/${file}`, sha256 })),
    ...manifest.inputs.map(({ stored, sha256 }) => ({ name: stored, sha256 })),
  ];
  for (const { name, sha256 } of wanted) await requireWhole(approved, name, sha256);
  const manifests = [...earlier, number].flatMap((one) => [`${one}/${MANIFEST_FILE}`, `${one}/${MANIFEST_SUM_FILE}`]);
  return [...new Set([...manifests, ...wanted.map(({ name }) => name)])].sort();
}

/** Evidence of something that was changed would be none. */
async function requireWhole(approved: string, name: string, sha256: string): Promise<void> {
  const file = path.join(approved, name);
  const digest = await fileDigest(file).catch((error: unknown) => {
    throw fileError(error, file);
  });
  if (digest.sha256 === sha256) return;
  throw new OperationalError({
    nb: `${file} er endret siden versjonen ble godkjent. Se katalogvakt verify.`,
    en: `${file} was changed since the version was approved. See katalogvakt verify.`,
  });
}

/** What a bundle of ours may hold; nothing else is unpacked. */
const PART = /^(?:\d{4,}|inputs)\/[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * @param folder empty; the bundle is unpacked into it
 * @param allowedSigners whose keys count; absent: those in the bundle
 * @throws OperationalError for a file that is no bundle of ours
 * @throws UnusableFile for a damaged archive
 */
export async function verifyEvidence(
  file: string,
  folder: string,
  allowedSigners: string | undefined,
): Promise<VerifiedChain> {
  const zip = await openZip(file, file, LIMITS);
  try {
    const strange = zip.names.filter((name) => name !== EVIDENCE_FILE && !PART.test(name));
    if (!zip.has(EVIDENCE_FILE) || strange.length > 0) throw noBundle(file);
    const damaged = new Set<string>();
    for (const name of zip.names)
      if (!(await unpacked(zip.read(name), path.join(folder, ...name.split('/'))))) damaged.add(name);
    const whole = await numberIn(path.join(folder, EVIDENCE_FILE), file);
    const numbers = [...new Set(zip.names.map((name) => name.split('/')[0] ?? ''))].filter((name) =>
      /^\d{4,}$/.test(name),
    );
    // Of the version before, the catalogue may be there as an input; it counts as one.
    const listed = numbers.sort((a, b) => Number(a) - Number(b));
    if (!listed.includes(whole)) throw noBundle(file);
    const chain = await verifyChain(folder, listed, { allowedSigners, whole });
    const others = chain.faults.filter(({ file }) => !damaged.has(file));
    return { ...chain, faults: [...[...damaged].map((file) => ({ kind: 'changed', file }) as const), ...others] };
  } finally {
    zip.close();
  }
}

/** @returns whether the part is as it was packed */
async function unpacked(content: AsyncIterable<Uint8Array>, to: string): Promise<boolean> {
  await mkdir(path.dirname(to), { recursive: true });
  const handle = await open(to, 'wx');
  try {
    for await (const chunk of content) await handle.writeFile(chunk);
    return true;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
  } finally {
    await handle.close();
  }
  await rm(to);
  return false;
}

async function numberIn(file: string, bundle: string): Promise<string> {
  try {
    const handle = await open(file);
    const { version, number } = JSON.parse(await handle.readFile('utf8').finally(() => handle.close())) as Partial<{
      version: unknown;
      number: unknown;
    }>;
    if (version === 1 && typeof number === 'string') return number;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw noBundle(bundle);
}

function noBundle(file: string): OperationalError {
  return new OperationalError({
    nb: `${file} er ikke en bevispakke fra katalogvakt evidence.`,
    en: `${file} is not a katalogvakt evidence bundle.`,
  });
}

function tooLarge(file: string): OperationalError {
  return new OperationalError({
    nb: `${file} ble for stor: en zip kan ha 4 GiB. Ta i stedet en kopi av approved/.`,
    en: `${file} became too large: a zip holds 4 GiB. Take a copy of approved/ instead.`,
  });
}
