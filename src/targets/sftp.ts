/**
 * A folder on an SFTP server whose key is known beforehand: written under a name nobody looks for, read back, and then
 * renamed. The door to ssh2-sftp-client, which is loaded with the first delivery.
 */
import { createHash } from 'node:crypto';
import type SftpClient from 'ssh2-sftp-client';
import { OperationalError } from '../catalogue/error.ts';
import { digestOf } from '../readers/file-digest.ts';
import { oneLine } from '../reporters/one-line.ts';
import { hiddenName } from './folder.ts';
import { brokenConnection, connectionFault } from './network-fault.ts';
import { withRetries } from './retries.ts';
import { arrivedChanged, type Delivery, type DeliveryTerms, type Target } from './target.ts';

export interface SftpTerms {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Fingerprints of keys the server may have: `SHA256:` and base64. */
  readonly hostKeys: readonly string[];
  readonly folder: string;
  readonly key?: string;
  readonly passphrase?: string;
  /** The agent's socket. */
  readonly agent?: string;
  /** Without a sign of life. */
  readonly timeoutMs: number;
}

/** Signs of life that may be missing before the connection counts as dead. */
const MISSED_SIGNS = 3;
/** What the server says of itself is put into a line of ours. */
const MOST_WORDS = 200;

export function sftpTarget(terms: SftpTerms): Target {
  const { host, port, user, folder } = terms;
  const pathOf = (fileName: string): string => `${folder.replace(/\/+$/, '')}/${fileName}`;
  const destination = (fileName: string): string => {
    const path = pathOf(fileName);
    return `sftp://${user}@${host}${port === 22 ? '' : `:${port}`}${path.startsWith('/') ? '' : '/./'}${path}`;
  };
  return {
    name: terms.name,
    kind: 'sftp',
    destination,
    deliver: (delivery, { pace, signal, reached }) =>
      withRetries(pace, signal, () =>
        connected(terms, signal, (client) =>
          upload(client, delivery, { pathOf, destination: destination(delivery.fileName), reached }),
        ),
      ),
  };
}

interface UploadTerms extends Pick<DeliveryTerms, 'reached'> {
  readonly pathOf: (name: string) => string;
  readonly destination: string;
}

type Uploaded = { readonly how: 'sent' | 'found' };

async function upload(
  client: SftpClient,
  delivery: Delivery,
  { pathOf, destination, reached }: UploadTerms,
): Promise<Uploaded> {
  const path = pathOf(delivery.fileName);
  if (await holds(client, path, delivery)) return { how: 'found' };
  const hidden = pathOf(hiddenName(delivery));
  await client.put(delivery.path, hidden);
  reached?.('copied');
  if (!(await holds(client, hidden, delivery))) {
    await client.delete(hidden, true);
    throw arrivedChanged(destination);
  }
  reached?.('readBack');
  await takePlace(client, hidden, path);
  return { how: 'sent' };
}

async function holds(client: SftpClient, path: string, { sha256, bytes }: Delivery): Promise<boolean> {
  if ((await client.exists(path)) === false) return false;
  const { isFile, size } = await client.stat(path);
  if (!isFile || size !== bytes) return false;
  const stream = client.createReadStream(path);
  // Whoever reads hears of it; that it could not be closed behind him, on a connection that ends, is no matter.
  stream.on('error', () => {});
  return (await digestOf(stream as AsyncIterable<Buffer>)).sha256 === sha256;
}

/** In one step where the server knows how to; else the old file is taken away first. */
async function takePlace(client: SftpClient, hidden: string, path: string): Promise<void> {
  try {
    await client.posixRename(hidden, path);
  } catch (error) {
    if (!/does not support/i.test((error as Error).message)) throw error;
    await client.delete(path, true);
    await client.rename(hidden, path);
  }
}

async function connected<T>(
  terms: SftpTerms,
  signal: AbortSignal | undefined,
  work: (client: SftpClient) => Promise<T>,
): Promise<T> {
  const { default: Client } = await import('ssh2-sftp-client');
  let shown: string | undefined;
  let broken = false;
  const breaks = (): void => {
    broken = true;
  };
  const client = new Client(terms.name, { error: breaks, end: breaks, close: breaks });
  const stop = (): void => void client.end().catch(() => {});
  signal?.addEventListener('abort', stop);
  try {
    await client.connect({
      host: terms.host,
      port: terms.port,
      username: terms.user,
      ...(terms.key === undefined ? {} : { privateKey: terms.key }),
      ...(terms.passphrase === undefined ? {} : { passphrase: terms.passphrase }),
      ...(terms.agent === undefined ? {} : { agent: terms.agent }),
      readyTimeout: terms.timeoutMs,
      keepaliveInterval: Math.ceil(terms.timeoutMs / MISSED_SIGNS),
      keepaliveCountMax: MISSED_SIGNS,
      hostVerifier: (key: Buffer) => {
        shown = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
        return terms.hostKeys.some((known) => known.replace(/=+$/, '') === shown);
      },
    });
    return await work(client);
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : inWords(error, terms, { shown, broken });
  } finally {
    signal?.removeEventListener('abort', stop);
    await client.end().catch(() => {});
  }
}

interface Seen {
  /** The server's key, once it has shown one. */
  readonly shown: string | undefined;
  readonly broken: boolean;
}

function inWords(error: unknown, terms: SftpTerms, { shown, broken }: Seen): unknown {
  const { host, user, hostKeys } = terms;
  if (error instanceof OperationalError || !(error instanceof Error)) return error;
  const { message } = error;
  if (/verification failed/i.test(message)) {
    return new OperationalError({
      nb: `${host} har en annen nøkkel enn den avtalte: ${shown}, ikke ${hostKeys.join(', ')}. Ingenting er sendt. Spør mottakeren om nøkkelen er byttet, før hostKey i agreement.yaml endres.`,
      en: `${host} has another key than the one agreed: ${shown}, not ${hostKeys.join(', ')}. Nothing was sent. Ask the receiver whether the key was replaced before you change hostKey in agreement.yaml.`,
    });
  }
  if (/authentication methods failed/i.test(message)) {
    return new OperationalError({
      nb: `${host} slipper ikke ${user} inn med denne nøkkelen. Sjekk user, key og agent i agreement.yaml, og at mottakeren kjenner nøkkelen.`,
      en: `${host} does not let ${user} in with this key. Check user, key and agent in agreement.yaml, and that the receiver knows the key.`,
    });
  }
  if (/cannot parse privatekey|passphrase|bad decrypt/i.test(message)) {
    // What the library says of the key is not repeated.
    return new OperationalError({
      nb: `Den private nøkkelen for ${user}@${host} kan ikke leses. Sjekk at den er hel, og at passphrase er riktig.`,
      en: `The private key for ${user}@${host} cannot be read. Check that it is whole, and that passphrase is right.`,
    });
  }
  const fault = connectionFault(error, host);
  if (fault !== error) return fault;
  if (
    broken ||
    /timed out|keepalive|unexpected (?:end|close)|no response|not connected|no sftp connection/i.test(message)
  )
    return brokenConnection(error, host);
  const said = oneLine(message.replace(/^(?:\w+: |\w+->)+/, ''), MOST_WORDS);
  return new OperationalError(
    {
      nb: `${host} tok ikke imot filen: ${said}. Sjekk at mappen finnes, og at ${user} får lese og skrive der.`,
      en: `${host} did not take the file: ${said}. Check that the folder is there, and that ${user} may read and write in it.`,
    },
    { cause: error },
  );
}
