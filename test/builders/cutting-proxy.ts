/** Passes a TCP connection on, and cuts it in the middle. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** Connections that came so far. */
  connections(): number;
  stop(): void;
}

/**
 * @param port on this machine, where everything goes
 * @param allowed bytes a connection may send before it is cut, by its number from 0; `undefined`: as many as it wants
 */
export async function cuttingProxy(
  port: number,
  allowed: (connection: number) => number | undefined,
): Promise<CuttingProxy> {
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    let left = allowed(connections++) ?? Number.POSITIVE_INFINITY;
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk: Buffer) => {
      far.write(chunk.subarray(0, Math.min(chunk.length, left)));
      left -= chunk.length;
      if (left <= 0) near.resetAndDestroy();
    });
    far.on('data', (chunk) => near.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
