/** The file that a receiver gets of an approved version: as it was approved, or as its ordering system takes it. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import type { TargetFile } from '../../agreement/targets-schema.ts';
import { OperationalError } from '../../catalogue/error.ts';
import { type Digest, fileDigest } from '../../readers/file-digest.ts';
import { slug } from '../../reporters/run-name.ts';
import { PUBLISHED_FOLDER, readReceipt, receiptPath } from '../../targets/receipt.ts';
import type { Delivery } from '../../targets/target.ts';
import { CANONICAL_FILE } from '../../versions/manifest.ts';
import { checksum } from '../../versions/store.ts';
import { readVersion, type Version } from '../../versions/version-folder.ts';
import { MissingHeader } from '../../writers/catalogue-content.ts';
import { filledFileName, loadProfile, profileFileName } from '../../writers/profile.ts';
import { builtInProfiles } from '../built-in.ts';
import { convertLines } from '../convert-lines.ts';
import type { PublishSurroundings } from '../publish.ts';

export interface OutgoingFile {
  readonly fileName: string;
  /** Makes it, where it is not there as it is. */
  write(): Promise<Delivery>;
}

interface Places extends Pick<PublishSurroundings, 'clock' | 'signal'> {
  readonly version: Version;
  readonly agreement: LoadedAgreement;
  readonly agreementFolder: string;
  readonly workspace: string;
  readonly folder: string;
}

const USUAL_NAME = '{agreement}-{version}.{extension}';
const KEY_DIGITS = 32;

/** @throws OperationalError for a profile that is not there, or not right */
export function openedOutgoing(target: TargetFile, places: Places): Promise<OutgoingFile> {
  return target.profile === undefined
    ? Promise.resolve(asApproved(target, places))
    : inProfile(target, target.profile, places);
}

function asApproved(target: TargetFile, places: Places): OutgoingFile {
  const { version } = places;
  const { file } = version.manifest.catalogue;
  const stored = version.manifest.files.find((one) => one.file === file);
  if (stored === undefined) throw new Error(`the manifest of ${version.number} does not list ${file}`);
  const extension = path.extname(file).slice(1);
  const fileName = filledFileName(target.fileName ?? USUAL_NAME, { ...factsOf(places), extension });
  return {
    fileName,
    write: async () => delivery(path.join(version.folder, file), stored, fileName, target, places),
  };
}

async function inProfile(target: TargetFile, name: string, places: Places): Promise<OutgoingFile> {
  const { version, agreement, workspace, folder, clock, signal } = places;
  const profile = await loadProfile(name, { builtIn: builtInProfiles, workspace });
  const facts = factsOf(places);
  const fileName = profileFileName({ ...profile, fileName: target.fileName ?? profile.fileName }, facts);
  return {
    fileName,
    async write() {
      const to = path.join(folder, `${target.name}${path.extname(fileName)}`);
      const previous = profile.delivery === 'delta' ? await sentLast(target, places) : undefined;
      const { language = 'nb' } = agreement.agreement;
      const header = [`id=${facts.agreement}-${version.number}`, `version=${Number(version.number)}`];
      await convertLines(
        path.join(version.folder, CANONICAL_FILE),
        to,
        // Nothing of the moment it is sent, so that it is the same file however often that is tried.
        {
          profile: name,
          reading: {},
          language,
          header,
          agreement: agreement.path,
          asOf: version.manifest.asOf,
          ...(previous === undefined ? { whole: true } : { previous }),
        },
        { currentFolder: workspace, locale: language, now: clock(), ...(signal === undefined ? {} : { signal }) },
      ).catch((error: unknown) => {
        throw error instanceof MissingHeader ? lacking(error, agreement.path) : error;
      });
      return delivery(to, await fileDigest(to), fileName, target, places);
    },
  };
}

/** Nobody gives it on the command line here: it must be the same each time. */
function lacking({ keys, format }: MissingHeader, agreement: string): OperationalError {
  const named = keys.join(', ');
  return new OperationalError({
    nb: `${format} må ha opplysninger som avtalen ikke har: ${named}. Før dem opp i ${agreement}; supplier.endpoint er nøkkelen endpoint under supplier.`,
    en: `${format} needs what the agreement does not have: ${named}. Add it to ${agreement}; supplier.endpoint is the key endpoint below supplier.`,
  });
}

/** What the receiver has: of the versions before, the newest that it got. @returns its lines; nothing: it has none */
async function sentLast({ name }: TargetFile, { version, agreementFolder }: Places): Promise<string | undefined> {
  const entries = await readdir(path.join(agreementFolder, PUBLISHED_FOLDER)).catch(() => []);
  const before = entries.filter((number) => /^\d{4,}$/.test(number) && Number(number) < Number(version.number));
  for (const number of before.sort((a, b) => Number(b) - Number(a))) {
    if ((await readReceipt(receiptPath(agreementFolder, number, name))) === undefined) continue;
    return path.join((await readVersion(agreementFolder, number)).folder, CANONICAL_FILE);
  }
  return undefined;
}

function factsOf({ version, agreement }: Places) {
  return { agreement: slug(agreement.agreement.number), version: version.number, day: version.manifest.asOf };
}

function delivery(
  file: string,
  { sha256, bytes }: Digest,
  fileName: string,
  { name }: TargetFile,
  { version }: Places,
): Delivery {
  return {
    path: file,
    fileName,
    sha256,
    bytes,
    mediaType: MEDIA_TYPES[path.extname(fileName).slice(1).toLowerCase()] ?? 'application/octet-stream',
    key: checksum(JSON.stringify([checksum(version.bytes), name, sha256])).slice(0, KEY_DIGITS),
  };
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  xml: 'application/xml',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
