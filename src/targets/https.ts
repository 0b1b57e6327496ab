/** An address that takes files by HTTPS. The idempotency key tells the server which attempts are of one delivery. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { oneLine } from '../reporters/one-line.ts';
import { withoutSecrets } from './hidden-secrets.ts';
import { connectionFault } from './network-fault.ts';
import { withRetries } from './retries.ts';
import { type Delivery, PassingFault, type Target } from './target.ts';

export interface HttpsTerms {
  readonly name: string;
  /** `{file}` is the file's name. */
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  readonly token?: string;
  /** Absent: `Authorization`, as a bearer's. */
  readonly tokenHeader?: string;
  /** Without a sign of life. */
  readonly timeoutMs: number;
}

interface Answer {
  readonly status: number;
  readonly words: string;
  readonly retryAfter?: string;
  readonly location?: string;
}

/** Of what a server has to say, as much as helps. */
const MOST_WORDS = 300;

export function httpsTarget(terms: HttpsTerms): Target {
  const address = (fileName: string): string => terms.url.replaceAll('{file}', () => encodeURIComponent(fileName));
  return {
    name: terms.name,
    kind: 'https',
    destination: address,
    deliver: (delivery, { pace, signal }) =>
      withRetries(pace, signal, async () => {
        const url = address(delivery.fileName);
        const answer = await send(new URL(url), delivery, terms, signal);
        if (answer.status >= 200 && answer.status < 300) return { how: 'sent' as const, status: answer.status };
        throw refusal(url, answer, terms.token === undefined ? [] : [terms.token]);
      }),
  };
}

async function send(url: URL, delivery: Delivery, terms: HttpsTerms, signal: AbortSignal | undefined): Promise<Answer> {
  const { method, timeoutMs } = terms;
  const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    agent: false,
    headers: headersOf(delivery, terms),
    timeout: timeoutMs,
    ...(signal === undefined ? {} : { signal }),
  });
  request.on('timeout', () => request.destroy(Object.assign(new Error('silent'), { code: 'ETIMEDOUT' })));
  try {
    return await answerTo(request, delivery.path);
  } catch (error) {
    throw signal?.aborted === true ? error : connectionFault(error, url.host);
  }
}

/** A server may answer before it has heard all: what it says counts, and nothing more is sent. */
async function answerTo(request: ClientRequest, path: string): Promise<Answer> {
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  // What is said here of a request that failed is told by the other one as well, and after an answer nobody asks.
  pipeline(createReadStream(path), request).catch(() => {});
  request.on('error', () => {});
  const [response] = await answered;
  try {
    const { statusCode = 0, headers } = response;
    const { location } = headers;
    const retryAfter = headers['retry-after'];
    return {
      status: statusCode,
      words: await firstWords(response),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(location === undefined ? {} : { location }),
    };
  } finally {
    request.destroy();
  }
}

async function firstWords(response: IncomingMessage): Promise<string> {
  let words = '';
  for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
    words += chunk;
    if (words.length > MOST_WORDS) break;
  }
  return words;
}

function headersOf(delivery: Delivery, { token, tokenHeader }: HttpsTerms): Record<string, string | number> {
  const digest = Buffer.from(delivery.sha256, 'hex').toString('base64');
  return {
    'content-type': delivery.mediaType,
    'content-length': delivery.bytes,
    // RFC 9530: the server can see for itself whether all of it came.
    'content-digest': `sha-256=:${digest}:`,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(delivery.fileName)}`,
    'idempotency-key': delivery.key,
    'user-agent': 'katalogvakt',
    ...(token === undefined ? {} : tokenIn(token, tokenHeader)),
  };
}

function tokenIn(token: string, header: string | undefined): Record<string, string> {
  return header === undefined ? { authorization: `Bearer ${token}` } : { [header]: token };
}

/** The server's fault passes; what it does not want from us will be wanted no more in a moment. */
function refusal(url: string, { status, words, retryAfter, location }: Answer, secrets: readonly string[]): Error {
  const said = oneLine(withoutSecrets(words, secrets).trim(), MOST_WORDS);
  const reason: Text = {
    nb: `${url} svarte ${status}${said === '' ? '' : `: ${said}`}.`,
    en: `${url} answered ${status}${said === '' ? '' : `: ${said}`}.`,
  };
  if (status >= 500) return new PassingFault(reason, { waitMs: waitOf(retryAfter) });
  const hint = HINTS[status] ?? (status < 400 && location !== undefined ? MOVED : CLIENT);
  return new OperationalError({ nb: `${reason.nb} ${hint.nb}`, en: `${reason.en} ${hint.en}` });
}

const CLIENT: Text = {
  nb: 'Filen ble ikke tatt imot. Rett det mottakeren sier fra om, og publiser på nytt.',
  en: 'The file was not accepted. Correct what the receiver reports, and publish again.',
};
const MOVED: Text = {
  nb: 'Mottakeren viser til en annen adresse. Filen sendes ikke dit av seg selv; rett url i agreement.yaml.',
  en: 'The receiver points to another address. The file does not follow by itself; change url in agreement.yaml.',
};
const ACCESS: Text = {
  nb: 'Mottakeren godtar ikke adgangsnøkkelen. Se token i agreement.yaml, og at nøkkelen ikke er utløpt.',
  en: 'The receiver does not accept the access token. Check token in agreement.yaml, and that it has not expired.',
};
const HINTS: Readonly<Record<number, Text>> = { 401: ACCESS, 403: ACCESS };

/** In seconds; a date is not worth a clock here. */
function waitOf(retryAfter: string | undefined): number | undefined {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;
}
