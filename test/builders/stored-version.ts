/** Approved versions written by hand, as `approve` leaves them. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { MANIFEST_FILE, MANIFEST_SUM_FILE, type Manifest } from '../../src/versions/manifest.ts';
import { APPROVED_FOLDER } from '../../src/versions/version-folder.ts';

export interface VersionParts {
  readonly catalogue: string;
  /** In the place of what the manifest says otherwise. */
  readonly manifest?: Partial<Manifest>;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * @param write puts a file into the agreement's folder
 * @returns the manifest's checksum, for the version that comes after
 */
export function aStoredVersion(
  write: (name: string, content: string) => unknown,
  number: string,
  { catalogue, manifest: own = {} }: VersionParts,
): string {
  const lines = catalogue.trimEnd().split('\n').length - 1;
  const manifest: Manifest = {
    version: 1,
    number,
    agreement: { number: '2025/7', name: 'Kontorrekvisita', supplier: 'Prøve AS' },
    asOf: '2026-04-01',
    outcome: 'approved',
    lines: { read: lines, asSent: lines, corrected: 0, keptPrevious: 0, withheld: 0, keptMissing: 0 },
    findings: { error: 0, warning: 0, info: 0, waived: 0 },
    tool: { name: 'katalogvakt', version: '0.1.0' },
    approvedBy: [{ by: 'Kari Nordmann', at: '2026-04-01T10:00:00.000Z' }],
    approved: { run: sha256(number), catalogue: sha256(catalogue) },
    run: '2025-7-katalog-2026-04-01',
    catalogue: { file: 'catalogue.csv', format: 'csv', lines },
    files: [{ file: 'catalogue.csv', sha256: sha256(catalogue), bytes: Buffer.byteLength(catalogue) }],
    inputs: [],
    ...own,
  };
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  write(path.posix.join(APPROVED_FOLDER, number, MANIFEST_FILE), text);
  write(path.posix.join(APPROVED_FOLDER, number, MANIFEST_SUM_FILE), `${sha256(text)}  ${MANIFEST_FILE}\n`);
  write(path.posix.join(APPROVED_FOLDER, number, 'catalogue.csv'), catalogue);
  return sha256(text);
}
