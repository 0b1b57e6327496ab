/** What is known of a delivery afterwards: one file for each version and receiver, whole or not there. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Text } from '../catalogue/text.ts';
import { kindOf } from '../engine/referenced-file.ts';
import { DRAFT, described, type JsonSchema, object } from '../engine/schema-words.ts';
import { loadYaml } from '../engine/yaml-file.ts';
import { placeFile } from './place-file.ts';
import { systemFault } from './system-fault.ts';

export interface Receipt {
  readonly version: 1;
  readonly agreement: string;
  /** Number of the approved version: `0003`. */
  readonly approved: string;
  /** SHA-256 of that version's manifest. */
  readonly manifest: string;
  readonly target: string;
  readonly kind: 'folder' | 'sftp' | 'https';
  /** What the ordering system takes, where it is not the file as approved. */
  readonly profile?: string;
  /** Where the file went. */
  readonly to: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** `found`: the receiver held it already. */
  readonly how: 'sent' | 'found';
  readonly attempts: number;
  /** What a server answered, by HTTP. */
  readonly status?: number;
  readonly idempotencyKey: string;
  /** When it was known to be there: UTC, ISO 8601. */
  readonly at: string;
  /** Version of katalogvakt. */
  readonly tool: string;
}

const sum: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const word: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };

const properties = {
  version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
  agreement: described('Avtalenummeret.', 'The agreement number.', word),
  approved: described('Nummeret på den godkjente versjonen.', 'The number of the approved version.', word),
  manifest: described('Sjekksum av versjonens manifest.', 'Checksum of the manifest of the version.', sum),
  target: described('Mottakeren.', 'The receiver.', word),
  kind: described('Måten den ble sendt på.', 'How it was sent.', { type: 'string', enum: ['folder', 'sftp', 'https'] }),
  profile: described('Profilen filen er skrevet i.', 'The profile that the file is written in.', word),
  to: described('Hvor filen havnet.', 'Where the file went.', word),
  file: described('Hva filen heter der.', 'What the file is called there.', word),
  sha256: described('Sjekksum av filens byte.', 'Checksum of the bytes of the file.', sum),
  bytes: described('Størrelse i byte.', 'Size in bytes.', count),
  how: described(
    'sent: den ble sendt. found: mottakeren hadde den allerede.',
    'sent: it was sent. found: the receiver held it already.',
    { type: 'string', enum: ['sent', 'found'] },
  ),
  attempts: described('Antall forsøk.', 'Number of attempts.', count),
  status: described('Hva tjeneren svarte, med HTTP.', 'What the server answered, by HTTP.', count),
  idempotencyKey: described(
    'Nøkkelen som var den samme i alle forsøk.',
    'The key that was the same in all attempts.',
    word,
  ),
  at: described('Når den var framme, i UTC.', 'When it was there, in UTC.', word),
  tool: described('Versjonen av katalogvakt.', 'The version of katalogvakt.', word),
} satisfies Record<keyof Receipt, JsonSchema>;

/** Draft-07 schema of a receipt. */
export const receiptSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: kvittering / receipt',
  ...described(
    'At en godkjent versjon er hos en mottaker.',
    'That an approved version is with a receiver.',
    object(
      properties,
      Object.keys(properties).filter((key) => key !== 'status' && key !== 'profile'),
    ),
  ),
};

const WHAT: Text = { nb: 'kvitteringen', en: 'the receipt' };

/** Below the agreement's folder. */
export const PUBLISHED_FOLDER = 'published';

/** @param agreementFolder the folder of `agreement.yaml` */
export function receiptPath(agreementFolder: string, approved: string, target: string): string {
  return path.join(agreementFolder, PUBLISHED_FOLDER, approved, `${target}.json`);
}

/** @throws OperationalError for one that is damaged, or of a newer katalogvakt */
export async function readReceipt(file: string): Promise<Receipt | undefined> {
  if ((await kindOf(file)) === 'nothing') return undefined;
  return (await loadYaml<Receipt>(file, receiptSchema, WHAT)).value;
}

/** @throws OperationalError when it cannot be written */
export async function writeReceipt(file: string, receipt: Receipt): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true }).catch((error: unknown) => {
    throw systemFault(error, file);
  });
  await placeFile(file, `.${path.basename(file)}.part`, { content: `${JSON.stringify(receipt, undefined, 2)}\n` });
}
