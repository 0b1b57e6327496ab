/**
 * Opens links to see whether they lead anywhere: nothing is read but the answer's first line. Only where the operator
 * asked for it. Bounded: so many at a time, few on one server, no longer than so many seconds each; and no surprise in
 * one's own network: addresses that are not of the open internet are refused, also when a name or a redirection leads
 * there, unless the operator says otherwise.
 */
import { lookup as lookUp } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import pLimit from 'p-limit';
import type { LinkState } from '../../engine/references.ts';

export interface OpeningTerms {
  /** Addresses of private networks are opened, too. */
  readonly anywhere?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

type Outcome = Omit<LinkState, 'link'> | undefined;

const AT_A_TIME = 8;
const ON_ONE_SERVER = 2;
const MOST_REDIRECTIONS = 5;
const TIMEOUT_MS = 10_000;
/** A server that has been silent so often is not asked again. */
const SILENT_ENOUGH = 3;

/** @returns the links that could not be opened, in the order given */
export async function openLinks(links: readonly string[], terms: OpeningTerms = {}): Promise<readonly LinkState[]> {
  const all = pLimit(AT_A_TIME);
  const servers = new Map<string, { readonly limit: ReturnType<typeof pLimit>; silent: number }>();
  const serverOf = (link: string) => {
    const host = URL.canParse(link) ? new URL(link).host : '';
    const known = servers.get(host) ?? { limit: pLimit(ON_ONE_SERVER), silent: 0 };
    servers.set(host, known);
    return known;
  };
  const states = await Promise.all(
    links.map((link) => {
      const server = serverOf(link);
      return server.limit(() =>
        all(async (): Promise<readonly LinkState[]> => {
          terms.signal?.throwIfAborted();
          const outcome: Outcome = server.silent >= SILENT_ENOUGH ? { fault: 'noAnswer' } : await openLink(link, terms);
          if (outcome?.fault === 'noAnswer') server.silent++;
          return outcome === undefined ? [] : [{ link, ...outcome }];
        }),
      );
    }),
  );
  return states.flat();
}

async function openLink(link: string, terms: OpeningTerms): Promise<Outcome> {
  let address = link;
  for (let redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !mayOpen(url, terms)) return { fault: 'refused' };
    const answer = await ask(url, terms);
    if ('fault' in answer) return answer;
    const { status, location } = answer;
    if (!isRedirection(status) || location === undefined) return outcomeOf(status);
    address = URL.canParse(location, url.href) ? new URL(location, url).href : location;
  }
  return { fault: 'redirects' };
}

/** Whoever is asked to log in, to slow down or to prove that he is human may well be let in by a browser. */
const UNKNOWN: ReadonlySet<number> = new Set([401, 403, 407, 429, 451, 999]);

function outcomeOf(status: number): Outcome {
  return status < 400 || UNKNOWN.has(status) ? undefined : { fault: 'status', status };
}

function isRedirection(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

interface Answer {
  readonly status: number;
  readonly location?: string;
}

/** Some servers know no HEAD, or answer it with a fault of their own. */
async function ask(url: URL, terms: OpeningTerms): Promise<Answer | NonNullable<Outcome>> {
  const head = await send('HEAD', url, terms);
  return 'fault' in head || head.status < 400 ? head : send('GET', url, terms);
}

function send(
  method: 'HEAD' | 'GET',
  url: URL,
  { anywhere = false, timeoutMs = TIMEOUT_MS, signal }: OpeningTerms,
): Promise<Answer | NonNullable<Outcome>> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      agent: false,
      headers: { 'user-agent': 'katalogvakt (checks links of a catalogue)', accept: '*/*' },
      ...(anywhere ? {} : { lookup: publicLookup }),
      ...(signal === undefined ? {} : { signal }),
    });
    const timer = setTimeout(() => request.destroy(new SilentServer()), timeoutMs);
    const done = (answer: Answer | NonNullable<Outcome>): void => {
      clearTimeout(timer);
      resolve(answer);
      // What comes after the headers nobody reads.
      request.destroy();
    };
    request.on('response', ({ statusCode = 0, headers }: IncomingMessage) => {
      const { location } = headers;
      done({ status: statusCode, ...(location === undefined ? {} : { location }) });
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      if (signal?.aborted === true) reject(signal.reason);
      else done({ fault: faultOf(error) });
    });
    request.end();
  });
}

class SilentServer extends Error {}
class PrivateAddress extends Error {}

const NO_SERVER: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME']);

function faultOf(error: Error & { readonly code?: string }): LinkState['fault'] {
  if (error instanceof PrivateAddress) return 'refused';
  const { code = '' } = error;
  if (NO_SERVER.has(code)) return 'noServer';
  return /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_)/.test(code) ? 'certificate' : 'noAnswer';
}

function mayOpen({ protocol, hostname }: URL, { anywhere = false }: OpeningTerms): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  const host = hostname.replace(/^\[|\]$/g, '');
  // A name is looked up first: see publicLookup.
  return anywhere || isIP(host) === 0 || isPublic(host);
}

/** The address that is connected to is the one that was looked at: a name cannot change its mind in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '');
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublic(address)))
      return callback(new PrivateAddress(hostname), '');
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};

/** Special-purpose address registries of IANA, RFC 6890 and what came later. */
const NOT_PUBLIC = new BlockList();
for (const range of '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'.split(
  ' ',
))
  addRange(range, 'ipv4');
for (const range of '::/128 ::1/128 64:ff9b:1::/48 100::/64 2001:db8::/32 fc00::/7 fe80::/10 ff00::/8'.split(' '))
  addRange(range, 'ipv6');

function addRange(range: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits = ''] = range.split('/');
  NOT_PUBLIC.addSubnet(address, Number(bits), family);
}

/** @param address IPv4 or IPv6; one of IPv4 written as IPv6 counts as what it is */
export function isPublic(address: string): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return isIP(address) !== 0 && !NOT_PUBLIC.check(address, family);
}
