import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  type CatalogueReceiver,
  catalogueReceiver,
  reset,
  silent,
  status,
} from '../../test/builders/catalogue-receiver.ts';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { OperationalError } from '../catalogue/error.ts';
import { type HttpsTerms, httpsTarget } from './https.ts';
import type { Pace } from './retries.ts';
import type { Delivered, Delivery } from './target.ts';

const TOKEN = 'hemmelig-adgang-9f31';
const PACE: Pace = { attempts: 4, firstDelayMs: 1, longestDelayMs: 5, random: Math.random };
const folder = temporaryFolder();
const content = 'Varenr;Pris\r\n1;2,50\r\n'.repeat(40_000);
const delivery: Delivery = {
  path: folder.write('katalog.csv', content),
  fileName: 'katalog æ.csv',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: Buffer.byteLength(content),
  mediaType: 'text/csv',
  key: '00112233445566778899aabbccddeeff',
};

let receiver: CatalogueReceiver;
beforeAll(async () => {
  receiver = await catalogueReceiver();
});
afterAll(() => receiver.stop());
let before = 0;
beforeEach(() => {
  before = receiver.received.length;
});
const asked = () => receiver.received.slice(before);

function send(terms: Partial<HttpsTerms> = {}): Promise<Delivered> {
  const url = `${receiver.url}/inn/{file}`;
  const target = httpsTarget({ name: 'region', url, method: 'PUT', token: TOKEN, timeoutMs: 5_000, ...terms });
  return target.deliver(delivery, { pace: PACE });
}

async function refusal(terms: Partial<HttpsTerms> = {}): Promise<string> {
  const error: unknown = await send(terms).catch((thrown: unknown) => thrown);
  if (!(error instanceof OperationalError)) throw new Error('was expected to be refused', { cause: error });
  const said = `${error.in('nb')}\n${error.in('en')}`;
  expect(said).not.toContain(TOKEN);
  return said;
}

it('the file arrives whole, with its name, its digest and the token', async () => {
  expect(await send()).toEqual({ how: 'sent', status: 201, attempts: 1 });
  const [one] = asked();
  expect(one).toMatchObject({ method: 'PUT', path: '/inn/katalog%20%C3%A6.csv', sha256: delivery.sha256 });
  expect(one?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'text/csv',
    'content-length': String(delivery.bytes),
    'content-digest': `sha-256=:${Buffer.from(delivery.sha256, 'hex').toString('base64')}:`,
    'idempotency-key': delivery.key,
  });
});

it('POST, and a token in a header of its own', async () => {
  await send({ method: 'POST', tokenHeader: 'X-Api-Key' });
  const [one] = asked();
  expect(one?.method).toBe('POST');
  expect(one?.headers['x-api-key']).toBe(TOKEN);
  expect(one?.headers.authorization).toBeUndefined();
});

it('faults of the server and of the network are tried again, with the same key', async () => {
  receiver.next(status(503, 'vent litt', { 'retry-after': '0' }), reset, status(500));
  expect(await send()).toMatchObject({ how: 'sent', attempts: 4 });
  expect(asked()).toHaveLength(4);
  expect(new Set(asked().map(({ headers }) => headers['idempotency-key']))).toEqual(new Set([delivery.key]));
});

it('a server that never recovers is told of in its own words, without the token', async () => {
  const words = `ned for vedlikehold ${TOKEN}\u001b[2J`;
  receiver.next(...Array.from({ length: 4 }, () => status(503, words)));
  const said = await refusal();
  expect(said).toContain('503: ned for vedlikehold …');
  expect(said).not.toContain('\u001b');
  expect(asked()).toHaveLength(4);
});

it.each([400, 401, 403, 404, 409, 413, 422, 429])('%i is not tried again', async (code) => {
  receiver.next(status(code, 'nei'));
  expect(await refusal()).toContain(`${code}: nei`);
  expect(asked()).toHaveLength(1);
});

it('a redirection is not followed: the token is for this address', async () => {
  receiver.next(status(307, '', { location: 'https://example.org/' }));
  expect(await refusal()).toContain('another address');
  expect(asked()).toHaveLength(1);
});

it('a server that takes its time is waited for, one that is silent is not', async () => {
  receiver.next((response) => void setTimeout(() => response.writeHead(200).end(), 300));
  expect(await send()).toMatchObject({ status: 200, attempts: 1 });
  receiver.next(silent, silent, silent, silent);
  expect(await refusal({ timeoutMs: 100 })).toContain('did not answer in time');
});

it('an answer that comes before all is sent is heard', async () => {
  receiver.stop();
  receiver = await catalogueReceiver();
  before = 0;
  const { createServer } = await import('node:http');
  const hasty = createServer((_, response) => void response.writeHead(401).end('ukjent'));
  await new Promise<void>((resolve) => hasty.listen(0, '127.0.0.1', resolve));
  const { port } = hasty.address() as { readonly port: number };
  expect(await refusal({ url: `http://127.0.0.1:${port}/` })).toContain('401');
  hasty.closeAllConnections();
  hasty.close();
});

it('nobody at home is a fault of the network', async () => {
  expect(await refusal({ url: 'http://127.0.0.1:9/' })).toContain('takes no connections');
});
