/** What is in a kit, and what says so: `kit.json`. */
import path from 'node:path';
import { KIT_AGREEMENT } from '../../agreement/agreement-in-kit.ts';

export interface KitFile {
  /** Within the kit, with `/`. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface KitManifest {
  readonly version: 1;
  readonly agreement: { readonly number: string; readonly name: string; readonly supplier: string };
  /** Who made it: another version may judge otherwise. */
  readonly tool: { readonly name: string; readonly version: string };
  /** Rules of the buyer's that no kit can carry, for they are code. */
  readonly leftOut: readonly string[];
  readonly files: readonly KitFile[];
}

export const KIT_FILE = 'kit.json';
/** Of the agreement, and of what it names. */
export const KIT_FOLDER = path.posix.dirname(KIT_AGREEMENT);
export const KIT_RULES = 'rules';
export const KIT_PROFILES = 'rules/profiles';
export const KIT_WORDS = 'rules/words';
