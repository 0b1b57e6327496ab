/** A receiver of catalogues by HTTP on a loopback port, which can be told to fail. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly sha256: string;
  readonly bytes: number;
}

/** Answers one request; `body` has been read unless the answer says it does not want it. */
export type Answering = (response: ServerResponse, request: IncomingMessage) => void;

export interface CatalogueReceiver {
  readonly url: string;
  /** Everything that was asked, whether it was taken or not. */
  readonly received: readonly Received[];
  /** Deliveries by idempotency key: each key counts once, as a receiver should have it. */
  readonly kept: ReadonlyMap<string, Received>;
  /** The next requests are answered so, one each; after that everything is taken. */
  next(...answers: readonly Answering[]): void;
  stop(): void;
}

export const status =
  (code: number, words = '', headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(code, headers).end(words);
  };

/** Breaks the connection without an answer. */
export const reset: Answering = (_, request) => {
  request.socket.resetAndDestroy();
};

/** Says nothing at all. */
export const silent: Answering = () => {};

export async function catalogueReceiver(): Promise<CatalogueReceiver> {
  const received: Received[] = [];
  const kept = new Map<string, Received>();
  const waiting: Answering[] = [];
  const server = createServer(async (request, response) => {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    } catch {
      return;
    }
    const { method = '', url = '', headers } = request;
    const one = { method, path: url, headers, sha256: hash.digest('hex'), bytes };
    received.push(one);
    const answer = waiting.shift();
    if (answer !== undefined) return answer(response, request);
    kept.set(String(headers['idempotency-key']), one);
    response.writeHead(201).end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    kept,
    next: (...answers) => void waiting.push(...answers),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
