import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPublic, openLinks } from './open-links.ts';

/** What was asked of the server, in order. */
const asked: string[] = [];
let open = 0;
let mostOpen = 0;
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    const status = statusOf(request);
    const location = LOCATIONS[request.url ?? ''];
    if (request.url === '/silent') return;
    const answer = () => response.writeHead(status, location === undefined ? {} : { location }).end();
    if (request.url?.startsWith('/slow') === true) setTimeout(answer, 30);
    else answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const LOCATIONS: Readonly<Record<string, string>> = {
  '/moved': '/there',
  '/to-nothing': '/gone',
  '/round': '/round',
  '/to-file': 'file:///etc/hosts',
};

function statusOf({ method, url }: IncomingMessage): number {
  if (LOCATIONS[url ?? ''] !== undefined) return 302;
  if (url === '/gone') return 404;
  if (url === '/broken') return 500;
  if (url === '/members') return 403;
  return url === '/no-head' && method === 'HEAD' ? 405 : 200;
}

const states = async (...paths: readonly string[]) =>
  (
    await openLinks(
      paths.map((path) => base + path),
      { anywhere: true, timeoutMs: 400 },
    )
  ).map(({ link, fault, status }) => [link.slice(base.length), fault, status]);

describe('links are opened', () => {
  it('those that lead to something are not told', async () => {
    expect(await states('/there', '/moved', '/members')).toEqual([]);
  });

  it('others are, in the order given', async () => {
    expect(await states('/gone', '/there', '/broken', '/to-nothing', '/round', '/to-file')).toEqual([
      ['/gone', 'status', 404],
      ['/broken', 'status', 500],
      ['/to-nothing', 'status', 404],
      ['/round', 'redirects', undefined],
      ['/to-file', 'refused', undefined],
    ]);
  });

  it('by HEAD, and by GET only where that fails', async () => {
    asked.length = 0;
    expect(await states('/there', '/no-head')).toEqual([]);
    expect(asked.toSorted()).toEqual(['GET /no-head', 'HEAD /no-head', 'HEAD /there']);
  });

  it('a silent server is given up, and not asked for ever', async () => {
    asked.length = 0;
    const links = Array.from({ length: 12 }, () => '/silent');
    expect(await states(...links)).toEqual(links.map((link) => [link, 'noAnswer', undefined]));
    expect(asked.length).toBeLessThan(6);
  });

  it('two at a time on one server', async () => {
    mostOpen = 0;
    expect(await states(...Array.from({ length: 10 }, (_, at) => `/slow/${at}`))).toEqual([]);
    expect(mostOpen).toBe(2);
  });

  it('a server that is not there is told', async () => {
    const links = ['http://127.0.0.1:1/1.jpg', 'https://ikke-her.invalid/1.jpg'];
    const found = await openLinks(links, { anywhere: true, timeoutMs: 2000 });
    expect(found.map(({ fault }) => fault)[0]).toBe('noAnswer');
    expect(['noServer', 'noAnswer']).toContain(found[1]?.fault);
  });
});

describe('private networks are let alone', () => {
  it('by address and by name, and the server hears nothing', async () => {
    asked.length = 0;
    const { port } = server.address() as AddressInfo;
    const links = [`${base}/there`, `http://localhost:${port}/there`, `http://[::1]:${port}/there`, 'http://10.0.0.1/'];
    expect((await openLinks(links)).map(({ fault }) => fault)).toEqual(links.map(() => 'refused'));
    expect(asked).toEqual([]);
  });

  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '2a00:1450:400f:80c::200e', '::ffff:8.8.8.8'])(
    'not %s',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'eksempel.example',
  ])('but %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const opening = openLinks([`${base}/silent`], { anywhere: true, signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await expect(opening).rejects.toThrow();
});
