/** From what the agreement says of a receiver to one that can be sent to. */
import path from 'node:path';
import type { HttpsFile, SftpFile, TargetFile } from '../agreement/targets-schema.ts';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { folderTarget } from './folder.ts';
import { httpsTarget } from './https.ts';
import { readSecret, type SecretPlaces } from './secret.ts';
import { sftpTarget } from './sftp.ts';
import type { Target } from './target.ts';

const TIMEOUT_SECONDS = 60;
const SSH_PORT = 22;

export interface TargetPlaces extends SecretPlaces {
  /** Absolute: what paths of folders count from. */
  readonly agreementFolder: string;
}

/**
 * @param target checked
 * @throws OperationalError when a secret it needs is not there
 */
export async function openTarget(target: TargetFile, places: TargetPlaces): Promise<Target> {
  const { name, folder, sftp, https } = target;
  if (sftp !== undefined) return openSftp(name, sftp, places);
  if (https !== undefined) return openHttps(name, https, places);
  return folderTarget(name, path.resolve(places.agreementFolder, folder ?? ''));
}

async function openSftp(name: string, sftp: SftpFile, places: SecretPlaces): Promise<Target> {
  const { host, port = SSH_PORT, user, hostKey, folder, key, passphrase, agent, timeout = TIMEOUT_SECONDS } = sftp;
  return sftpTarget({
    name,
    host,
    port,
    user,
    folder,
    hostKeys: typeof hostKey === 'string' ? [hostKey] : hostKey,
    timeoutMs: timeout * 1000,
    ...(key === undefined ? {} : { key: `${await readSecret(key, PRIVATE_KEY(name), places)}\n` }),
    ...(passphrase === undefined ? {} : { passphrase: await readSecret(passphrase, PASSPHRASE(name), places) }),
    ...(agent === undefined ? {} : { agent: agentOf(name, places) }),
  });
}

async function openHttps(name: string, https: HttpsFile, places: SecretPlaces): Promise<Target> {
  const { url, method = 'PUT', token, tokenHeader, timeout = TIMEOUT_SECONDS } = https;
  const secret = token === undefined ? undefined : await readSecret(token, TOKEN(name), places);
  if (secret !== undefined && !/^[\x20-\x7e]+$/.test(secret)) throw unfit(name);
  return httpsTarget({
    name,
    url,
    method,
    timeoutMs: timeout * 1000,
    ...(secret === undefined ? {} : { token: secret }),
    ...(tokenHeader === undefined ? {} : { tokenHeader }),
  });
}

const PRIVATE_KEY = (name: string): Text => ({ nb: `den private nøkkelen for ${name}`, en: `private key for ${name}` });
const PASSPHRASE = (name: string): Text => ({ nb: `passordet på nøkkelen for ${name}`, en: `passphrase for ${name}` });
const TOKEN = (name: string): Text => ({ nb: `adgangsnøkkelen for ${name}`, en: `access token for ${name}` });

function agentOf(name: string, { environment }: SecretPlaces): string {
  const socket = environment['SSH_AUTH_SOCK'];
  if (socket !== undefined && socket !== '') return socket;
  throw new OperationalError({
    nb: `${name} skal bruke ssh-agent, men miljøvariabelen SSH_AUTH_SOCK er ikke satt. Start ssh-agent, eller oppgi key.`,
    en: `${name} is to use ssh-agent, but the environment variable SSH_AUTH_SOCK is not set. Start ssh-agent, or give key.`,
  });
}

function unfit(name: string): OperationalError {
  return new OperationalError({
    nb: `Adgangsnøkkelen for ${name} har tegn som ikke kan sendes i et HTTP-felt. Sjekk at den er lagret riktig.`,
    en: `The access token for ${name} holds characters that no HTTP header can carry. Check how it is stored.`,
  });
}
