/** What is wrong with the form of a link. Links are never opened here. */

/**
 * `scheme`: an address without `https://`; `slip`: one that is misspelled; `blank`: blanks in it; `local`: only
 * whoever wrote it can open it; `host`: no such server can be.
 */
export type LinkFault = 'scheme' | 'slip' | 'blank' | 'local' | 'host';

const HTTPS = 'https://';
const HTTP = 'http://';

/** A path of a disk or a share. */
const LOCAL = /^(?:[a-z]:[\\/]|\\\\|file:)/i;
/** `www.eksempel.no`, `eksempel.no/bilder/1.jpg`. */
const BARE = /^(?:www\.[^\s/]|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}\/)/i;
/** `htp://`, `https:/`, `http//`, `https;//`, `https://https://`. */
const SLIP =
  /^(?:h{1,2}t{1,3}p{1,2}s{0,2}(?::\/(?!\/)|:(?!\/)|\/\/|;\/\/|:\\\\)|(?:htp|hhtp|htttp|httpp|htpp|ttp)s?:\/\/)/i;
const TWICE = /^https?:\/\/https?:/i;
const SCHEME = /^[a-z][a-z0-9+.-]{1,20}:\/\//i;

/** @returns nothing for a link in order, and for what is no link at all: a file's name, `på forespørsel` */
export function linkFault(text: string): LinkFault | undefined {
  const start = text.startsWith(HTTPS) ? HTTPS.length : text.startsWith(HTTP) ? HTTP.length : 0;
  if (start === 0) return faultWithoutScheme(text);
  if (TWICE.test(text)) return 'slip';
  return hostFault(hostOf(text, start)) ?? (hasBlank(text) ? 'blank' : undefined);
}

function faultWithoutScheme(text: string): LinkFault | undefined {
  if (LOCAL.test(text)) return 'local';
  if (SLIP.test(text)) return 'slip';
  // `HTTPS://` and `ftp://` open.
  if (SCHEME.test(text)) return undefined;
  return BARE.test(text) ? 'scheme' : undefined;
}

const SLASH = 47;
const QUESTION = 63;
const HASH = 35;

function hostOf(text: string, start: number): string {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === SLASH || code === QUESTION || code === HASH) break;
  }
  const authority = text.slice(start, end);
  return authority.slice(authority.indexOf('@') + 1).replace(/:\d{1,5}$/, '');
}

/** Letters of any language may be in a name; a dot must be. */
const HOST = /^(?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.){1,9}[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.?$/u;
const PRIVATE =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[)|\.(?:local|lan|internal|intern|localhost)$/i;

function hostFault(host: string): LinkFault | undefined {
  if (known.has(host)) return known.get(host);
  const fault = PRIVATE.test(host) ? 'local' : HOST.test(host) ? undefined : 'host';
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(host, fault);
  return fault;
}

/** Catalogues link to few servers. */
const known = new Map<string, LinkFault | undefined>();
const MOST_KNOWN = 1000;

function hasBlank(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 160) return true;
  }
  return false;
}

const SEPARATOR = /\s*(?:;(?!\/\/)|\|)\s*|[\s,]+(?=https?:\/\/)/;

/** Several links may stand in one cell. */
export function linksIn(text: string): readonly string[] {
  return text.split(SEPARATOR).filter((part) => part !== '');
}

/** Whether the text surely is one link. */
export function isOneLink(text: string): boolean {
  return !text.includes(';') && !text.includes('|') && text.indexOf('http', 1) === -1;
}

/** @returns scheme and server of a link in order, with the slash behind them */
export function soundStart(text: string): string | undefined {
  if (!text.startsWith(HTTPS)) return undefined;
  const end = text.indexOf('/', HTTPS.length);
  return end === -1 ? undefined : text.slice(0, end + 1);
}
