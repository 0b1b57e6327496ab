/** What the form of `targets` cannot say: one kind each, names that differ, secrets outside of the workspace. */
import { nearest } from '../engine/nearest.ts';
import { requireOne } from '../engine/one-of.ts';
import { type ConfigProblem, didYouMean, type KeyPath, keyName } from '../engine/schema-problems.ts';
import { PLACEHOLDERS, type SecretFile, type TargetFile } from './targets-schema.ts';

const KINDS = ['folder', 'sftp', 'https'] as const;
/** Names that Windows gives to devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

export function targetProblems(targets: readonly TargetFile[]): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const names = new Set<string>();
  for (const [at, target] of targets.entries()) {
    const keys: KeyPath = ['targets', at];
    if (names.has(target.name) || RESERVED.test(target.name)) problems.push(badName([...keys, 'name'], target.name));
    names.add(target.name);
    requireOne(target, KINDS, keys, problems);
    if (target.fileName !== undefined) checkFileName(target.fileName, [...keys, 'fileName'], problems);
    checkSftp(target, keys, problems);
    checkHttps(target, keys, problems);
  }
  return problems;
}

function checkSftp({ sftp }: TargetFile, keys: KeyPath, problems: ConfigProblem[]): void {
  if (sftp === undefined) return;
  const here = [...keys, 'sftp'];
  requireOne(sftp, ['key', 'agent'], here, problems);
  checkSecret(sftp.key, [...here, 'key'], problems);
  checkSecret(sftp.passphrase, [...here, 'passphrase'], problems);
}

function checkHttps({ https }: TargetFile, keys: KeyPath, problems: ConfigProblem[]): void {
  if (https === undefined) return;
  checkSecret(https.token, [...keys, 'https', 'token'], problems);
  const here = [...keys, 'https', 'url'];
  const url = URL.canParse(https.url) ? new URL(https.url) : undefined;
  const open = url?.protocol === 'http:' && HERE.has(url.hostname);
  if (url === undefined || (url.protocol !== 'https:' && !open)) {
    problems.push({
      keys: here,
      text: {
        nb: `\`${keyName(here)}\` skal være en adresse som begynner med https://. Uten kryptering sendes det bare til localhost.`,
        en: `\`${keyName(here)}\` must be an address that begins with https://. Without encryption only localhost is sent to.`,
      },
    });
  } else if (url.username !== '' || url.password !== '') {
    // What stands there is not repeated: it is a secret.
    problems.push({
      keys: here,
      text: {
        nb: `\`${keyName(here)}\` har brukernavn eller passord i seg. Ta det bort, og oppgi adgangen med \`token\`.`,
        en: `\`${keyName(here)}\` holds a user name or a password. Remove it, and give access by \`token\`.`,
      },
    });
  }
}

function checkSecret(secret: SecretFile | undefined, keys: KeyPath, problems: ConfigProblem[]): void {
  if (secret !== undefined) requireOne(secret, ['environment', 'file'], keys, problems);
}

function checkFileName(name: string, keys: KeyPath, problems: ConfigProblem[]): void {
  for (const [placeholder, word = ''] of name.matchAll(/\{([^}]*)\}/g)) {
    if ((PLACEHOLDERS as readonly string[]).includes(word)) continue;
    const near = nearest(word, PLACEHOLDERS);
    const meant = didYouMean((near.length > 0 ? near : PLACEHOLDERS).map((known) => `{${known}}`));
    problems.push({
      keys,
      text: {
        nb: `\`${keyName(keys)}\` har \`${placeholder}\`, som ikke er noe som kan fylles ut. ${meant.nb}`,
        en: `\`${keyName(keys)}\` has \`${placeholder}\`, which is nothing that can be filled in. ${meant.en}`,
      },
    });
  }
}

function badName(keys: KeyPath, name: string): ConfigProblem {
  return {
    keys,
    text: {
      nb: `\`${keyName(keys)}\` er \`${name}\`, som er brukt før eller er navnet på en enhet i Windows. Velg et annet.`,
      en: `\`${keyName(keys)}\` is \`${name}\`, which is taken already or names a device in Windows. Choose another.`,
    },
  };
}
