/** A catalogue in another format, from what its lines say: whole, or as changes to an older one. */
import path from 'node:path';
import { headerOfAgreement } from '../agreement/agreement-header.ts';
import { findAgreement } from '../agreement/find-agreement.ts';
import { loadAgreement } from '../agreement/load-agreement.ts';
import { dayIn } from '../catalogue/days.ts';
import { type DocumentHeader, HEADER_KEYS, headerFrom, headerOf } from '../catalogue/document-header.ts';
import { OperationalError } from '../catalogue/error.ts';
import { OUTPUT_FORMATS, type OutputFormat } from '../catalogue/output-formats.ts';
import type { Language } from '../catalogue/text.ts';
import type { WrittenCatalogue } from '../writers/catalogue-content.ts';
import { inLanguage, loadProfile, type Profile } from '../writers/profile.ts';
import { builtInProfiles } from './built-in.ts';
import type { CatalogueChanges } from './changes/catalogue-changes.ts';
import { type DeltaPlaces, isDelta } from './changes/delta.ts';
import { wholeOfChanges } from './changes/whole-of-changes.ts';
import type { Surroundings } from './inputs/check-request.ts';
import { LABEL_WORDS } from './inputs/label-words.ts';
import type { OpenedCatalogue, Reading } from './inputs/open-catalogue.ts';
import { linesOf, openSound } from './inputs/open-sound.ts';
import { indexFor } from './inputs/whole-catalogue.ts';
import { withTemporaryFolder } from './rows/temporary-folder.ts';
import { newCrew } from './threads/crew.ts';
import { requireHeaderFor, writeChangesForProfile, writeForProfile } from './writing/write-catalogue.ts';

export interface LinesRequest {
  /** A format, a profile's name, or the path of its file. */
  readonly profile: string;
  readonly reading: Reading;
  readonly language: Language;
  /** `key=value`, each. */
  readonly header?: readonly string[];
  /** Absent: the nearest one above the file. */
  readonly agreement?: string | undefined;
  /** What the receiver has: only what changed since is written. */
  readonly previous?: string | undefined;
  /** The receiver has nothing yet: it gets the whole catalogue, also where it takes changes. */
  readonly whole?: boolean;
  /** `YYYY-MM-DD`; absent: today. */
  readonly asOf?: string | undefined;
}

export interface ConvertedLines extends WrittenCatalogue {
  readonly profile: Profile;
  /** Of changes. */
  readonly counts?: CatalogueChanges['counts'];
}

const TIME_ZONE = 'Europe/Oslo';

/**
 * @param to where the file goes; what is there is replaced
 * @throws OperationalError when something is wrong with the file, the profile or what the format needs to know
 */
export function convertLines(
  from: string,
  to: string,
  request: LinesRequest,
  around: Surroundings,
): Promise<ConvertedLines> {
  return withTemporaryFolder(async (folder) => {
    const day = request.asOf ?? dayIn(TIME_ZONE, around.now);
    const given = headerSaid(request.header ?? []);
    const profile = await profileOf(request, around.currentFolder);
    const agreed = await agreedHeader(request.agreement ?? (await findAgreement(from)));
    const headerWith = ({ file }: OpenedCatalogue): DocumentHeader =>
      headerOf([given, agreed, file.document, { issued: day }]);
    const { previous: before } = request;
    const opened = await openSound(from, request.reading, around, folder, day, async (sent) => {
      if (before === undefined) requireWhole(from, sent);
      await requireHeaderFor(profile, headerWith(sent), before === undefined ? 'whole' : 'changes');
    });
    const header = headerWith(opened);
    const target = path.resolve(around.currentFolder, to);
    const options = { day, signal: around.signal, folder };
    if (before === undefined) {
      return { ...(await writeForProfile(linesOf(opened), header, profile, target, options)), profile };
    }
    const previous = await openSound(before, request.reading, around, folder, day, async (sent) =>
      requireWhole(before, sent),
    );
    const sourceId = previous.file.document?.id;
    const withSource = headerOf([header, sourceId === undefined ? undefined : { sourceId }]);
    const names = { sentName: from, previousName: before };
    const whole = await wholeOf(opened, previous, { folder, limits: request.reading.limits, asOf: day, ...names });
    return { ...(await writeChangesForProfile(previous, whole, withSource, profile, target, options)), profile };
  });
}

/** What changes make of the catalogue before; any other file is whole already. */
async function wholeOf(sent: OpenedCatalogue, previous: OpenedCatalogue, where: DeltaPlaces): Promise<OpenedCatalogue> {
  const crew = newCrew(1);
  try {
    const applied = await wholeOfChanges(sent, previous, (current) => indexFor(previous, current, crew), where);
    return applied?.catalogue ?? sent;
  } finally {
    await crew.end();
  }
}

function requireWhole(file: string, opened: OpenedCatalogue): void {
  if (!isDelta(opened)) return;
  throw new OperationalError({
    nb: `${file} inneholder bare endringer, og hva de endrer, står i en annen fil. Oppgi katalogen de gjelder med --previous, så skrives endringene; eller kontroller filen med check: det som godkjennes der, er hele katalogen.`,
    en: `${file} contains only changes to another file. Give the catalogue they apply to with --previous, and the changes are written; or check the file with check: what is approved there is the whole catalogue.`,
  });
}

async function profileOf(
  { profile: name, language, previous, whole }: LinesRequest,
  currentFolder: string,
): Promise<Profile> {
  const profile = await loadProfile(name, { builtIn: builtInProfiles, workspace: currentFolder });
  if (profile.delivery === 'delta' && previous === undefined && whole !== true)
    throw new OperationalError({
      nb: `Profilen «${name}» tar endringer siden sist (delivery: delta). Oppgi katalogen mottakeren har, med --previous.`,
      en: `The profile "${name}" takes the changes since the last time (delivery: delta). Name the catalogue that the receiver has with --previous.`,
    });
  // A bare format says nothing of words: they are in the language of whoever asks.
  return OUTPUT_FORMATS.includes(name as OutputFormat) ? inLanguage(profile, language) : profile;
}

function headerSaid(said: readonly string[]): DocumentHeader {
  return headerFrom(
    said.map((one): readonly [string, string] => {
      const at = one.indexOf('=');
      const [key, value] = [one.slice(0, Math.max(at, 0)).trim(), one.slice(at + 1).trim()];
      if (HEADER_KEYS.includes(key) && value !== '') return [key, value];
      const keys = HEADER_KEYS.join(', ');
      throw new OperationalError({
        nb: `--header ${one}: skriv nøkkel=verdi, slik som --header buyer.name="Eksempel kommune". Nøklene er: ${keys}.`,
        en: `--header ${one}: write key=value, such as --header buyer.name="Example council". The keys are: ${keys}.`,
      });
    }),
  );
}

async function agreedHeader(file: string | undefined): Promise<DocumentHeader | undefined> {
  if (file === undefined) return undefined;
  const { agreement } = await loadAgreement(file, LABEL_WORDS);
  return headerOfAgreement(agreement);
}
