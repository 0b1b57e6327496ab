/** What the network did, in words; all of it may pass. */
import { OperationalError } from '../catalogue/error.ts';
import type { Text } from '../catalogue/text.ts';
import { PassingFault } from './target.ts';

const BROKEN: Text = { nb: 'forbindelsen ble brutt', en: 'the connection was broken' };

const WORDS: Readonly<Record<string, Text>> = {
  ECONNREFUSED: { nb: 'tjeneren tar ikke imot forbindelser', en: 'the server takes no connections' },
  ECONNRESET: BROKEN,
  EPIPE: BROKEN,
  ECONNABORTED: BROKEN,
  ETIMEDOUT: { nb: 'tjeneren svarte ikke i tide', en: 'the server did not answer in time' },
  EHOSTUNREACH: { nb: 'tjeneren kan ikke nås', en: 'the server cannot be reached' },
  ENETUNREACH: { nb: 'nettverket kan ikke nås', en: 'the network cannot be reached' },
  ENETDOWN: { nb: 'nettverket er nede', en: 'the network is down' },
  EAI_AGAIN: { nb: 'navnet kan ikke slås opp nå', en: 'the name cannot be looked up now' },
  ENOTFOUND: { nb: 'navnet finnes ikke', en: 'the name does not exist' },
};

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_)/;

/**
 * @param host as the agreement names it
 * @returns `error` itself where it is none of a connection
 */
export function connectionFault(error: unknown, host: string): unknown {
  const code = codeOf(error);
  if (CERTIFICATE.test(code)) {
    return new OperationalError(
      {
        nb: `Sertifikatet til ${host} holder ikke (${code}). Ingenting er sendt. Spør mottakeren.`,
        en: `The certificate of ${host} does not hold (${code}). Nothing was sent. Ask the receiver.`,
      },
      { cause: error },
    );
  }
  const words = WORDS[code] ?? (/^HPE_/.test(code) ? SENSELESS : undefined);
  if (words === undefined) return error;
  return passing(words, error, host);
}

/** Whatever broke it. */
export function brokenConnection(error: unknown, host: string): PassingFault {
  return passing(BROKEN, error, host);
}

function passing(words: Text, cause: unknown, host: string): PassingFault {
  return new PassingFault(
    {
      nb: `Kom ikke fram til ${host}: ${words.nb}. Prøv igjen senere; det som er sendt før, sendes ikke på nytt.`,
      en: `Did not get through to ${host}: ${words.en}. Try again later; what was sent before is not sent again.`,
    },
    { cause },
  );
}

const SENSELESS: Text = { nb: 'svaret er ikke til å forstå', en: 'the answer makes no sense' };

/** Where several addresses were tried, what was wrong with the first. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === 'string' && code !== '') return code;
  return errors === undefined ? '' : codeOf(errors[0]);
}
