/** Deliveries to a real OpenSSH server: keys, agent, a server that is another one, and connections that are cut. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OperationalError } from '../../src/catalogue/error.ts';
import type { Pace } from '../../src/targets/retries.ts';
import { type SftpTerms, sftpTarget } from '../../src/targets/sftp.ts';
import type { Delivered, Delivery } from '../../src/targets/target.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { katalogvakt } from '../builders/command.ts';
import { type CuttingProxy, cuttingProxy } from '../builders/cutting-proxy.ts';
import { describeWithTool } from '../builders/required-tool.ts';
import { SSHD, type SshServer, sshAgent, sshServer } from '../builders/ssh-server.ts';
import { aStoredVersion } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
const PACE: Pace = { attempts: 3, firstDelayMs: 1, longestDelayMs: 5, random: Math.random };
/** Longer than what a connection says before the file begins, many times over. */
const CONTENT = 'Varenr;Varenavn;Pris\r\n1;Kulepenn blå;2,50\r\n'.repeat(60_000);

function aDelivery(content = CONTENT): Delivery {
  return {
    path: folder.write('godkjent.csv', content),
    fileName: 'katalog.csv',
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: Buffer.byteLength(content),
    mediaType: 'text/csv',
    key: '00112233445566778899aabbccddeeff',
  };
}

describeWithTool('sftp', '/bin/sh', ['-c', `test -x ${SSHD}`], () => {
  let server: SshServer;
  const proxies: CuttingProxy[] = [];
  let inboxes = 0;
  beforeAll(async () => {
    server = await sshServer();
  });
  afterAll(() => {
    for (const proxy of proxies) proxy.stop();
    server.stop();
  });

  function inbox(): string {
    const made = path.join(server.folder, `mappe-${++inboxes}`);
    mkdirSync(made);
    return made;
  }

  const send = (
    to: string,
    terms: Partial<SftpTerms> = {},
    delivery = aDelivery(),
    reached?: (step: string) => void,
  ): Promise<Delivered> =>
    sftpTarget({
      name: 'kommune-b',
      host: '127.0.0.1',
      port: server.port,
      user: server.user,
      hostKeys: [server.fingerprint],
      folder: to,
      key: readFileSync(server.keyFile, 'utf8'),
      timeoutMs: 10_000,
      ...terms,
    }).deliver(delivery, { pace: PACE, reached });

  const refused = async (sent: Promise<Delivered>): Promise<string> => {
    const error: unknown = await sent.catch((thrown: unknown) => thrown);
    if (!(error instanceof OperationalError)) throw new Error('was expected to be refused', { cause: error });
    return error.in('en');
  };

  const cutAfter = async (allowed: (connection: number) => number | undefined): Promise<CuttingProxy> => {
    const proxy = await cuttingProxy(server.port, allowed);
    proxies.push(proxy);
    return proxy;
  };

  it('the file is there whole, and nothing else; again, nothing is sent', async () => {
    const to = inbox();
    expect(await send(to)).toEqual({ how: 'sent', attempts: 1 });
    expect(readdirSync(to)).toEqual(['katalog.csv']);
    expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe(CONTENT);
    utimesSync(path.join(to, 'katalog.csv'), 1, 1);
    expect(await send(to)).toEqual({ how: 'found', attempts: 1 });
    expect(statSync(path.join(to, 'katalog.csv')).mtimeMs).toBe(1000);
  });

  it('an older file gives way', async () => {
    const to = inbox();
    await send(to, {}, aDelivery('gammel'));
    expect(await send(to, {}, aDelivery('ny'))).toEqual({ how: 'sent', attempts: 1 });
    expect(readdirSync(to)).toEqual(['katalog.csv']);
    expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe('ny');
  });

  it('a key with a passphrase opens with it, and its text is in no message without', async () => {
    const key = readFileSync(server.lockedKeyFile, 'utf8');
    const { passphrase } = server;
    expect(await send(inbox(), { key, passphrase })).toMatchObject({ how: 'sent' });
    for (const wrong of [{ key }, { key, passphrase: 'feil passord' }, { key: 'ingen nøkkel' }]) {
      const said = await refused(send(inbox(), wrong));
      expect(said).toContain('private key');
      for (const secret of [passphrase, 'feil passord', 'ingen nøkkel']) expect(said).not.toContain(secret);
    }
  });

  it('a key may stay with the agent', async () => {
    const agent = await sshAgent(server.keyFile);
    try {
      const { key: _, ...terms } = { key: '', agent: agent.socket };
      const target = sftpTarget({
        name: 'kommune-b',
        host: '127.0.0.1',
        port: server.port,
        user: server.user,
        hostKeys: [server.fingerprint],
        folder: inbox(),
        timeoutMs: 10_000,
        ...terms,
      });
      expect(await target.deliver(aDelivery(), { pace: PACE })).toMatchObject({ how: 'sent' });
    } finally {
      agent.stop();
    }
  });

  it('a server with another key gets nothing, and the key it showed is told', async () => {
    const to = inbox();
    const other = `SHA256:${'A'.repeat(43)}`;
    const said = await refused(send(to, { hostKeys: [other] }));
    expect(said).toContain(`another key than the one agreed: ${server.fingerprint}, not ${other}`);
    expect(readdirSync(to)).toEqual([]);
    expect(await send(to, { hostKeys: [other, server.fingerprint] })).toMatchObject({ how: 'sent' });
  });

  it('a key that is not known is told, once', async () => {
    const proxy = await cutAfter(() => undefined);
    const key = readFileSync(path.join(path.dirname(server.keyFile), 'host'), 'utf8');
    expect(await refused(send(inbox(), { key, port: proxy.port }))).toContain('does not let');
    expect(proxy.connections()).toBe(1);
  });

  it('a folder that is not there is told, and not made', async () => {
    const to = path.join(server.folder, 'borte');
    expect(await refused(send(to))).toContain('Check that the folder is there');
    expect(readdirSync(server.folder)).not.toContain('borte');
  });

  it.runIf(process.getuid?.() !== 0)('a folder one may not write to is told', async () => {
    const to = inbox();
    chmodSync(to, 0o500);
    expect(await refused(send(to))).toContain('may read and write');
  });

  it.each([200, 3_000, 50_000, 400_000, 2_000_000])(
    'cut after %i bytes, the next attempt gets through',
    async (bytes) => {
      const to = inbox();
      const proxy = await cutAfter((connection) => (connection === 0 ? bytes : undefined));
      expect(await send(to, { port: proxy.port })).toEqual({ how: 'sent', attempts: 2 });
      expect(proxy.connections()).toBe(2);
      expect(readdirSync(to)).toEqual(['katalog.csv']);
      expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe(CONTENT);
    },
  );

  it('cut every time, no half file is to be seen, the old one stays, and a later run gets through', async () => {
    const to = inbox();
    await send(to, {}, aDelivery('gammel'));
    const proxy = await cutAfter(() => 400_000);
    expect(await refused(send(to, { port: proxy.port }))).toContain('the connection was broken');
    expect(proxy.connections()).toBe(3);
    expect(readdirSync(to).filter((name) => !name.startsWith('.'))).toEqual(['katalog.csv']);
    expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe('gammel');
    expect(await send(to)).toMatchObject({ how: 'sent' });
    expect(readdirSync(to)).toEqual(['katalog.csv']);
  });

  it.each(['copied', 'readBack'])(
    'stopped after %s, the old file stays, and a later run gets through',
    async (step) => {
      const to = inbox();
      await send(to, {}, aDelivery('gammel'));
      const stop = (done: string): void => {
        if (done === step) throw new OperationalError({ nb: 'stanset', en: 'stopped here' });
      };
      expect(await refused(send(to, {}, aDelivery(), stop))).toBe('stopped here');
      expect(readFileSync(path.join(to, 'katalog.csv'), 'utf8')).toBe('gammel');
      expect(await send(to)).toMatchObject({ how: 'sent' });
      expect(readdirSync(to)).toEqual(['katalog.csv']);
    },
  );

  it('the installed command sends by it, and says nothing of the key', async () => {
    const to = inbox();
    const write = (name: string, content: string): string =>
      folder.write(path.join('arbeid/catalogs/avtale', name), content);
    write(
      'agreement.yaml',
      agreementYaml({
        targets: [
          `{ name: kommune-b, sftp: { host: 127.0.0.1, port: ${server.port}, user: ${server.user}, hostKey: "${server.fingerprint}", folder: ${to}, key: { file: ${server.lockedKeyFile} }, passphrase: { environment: ORD } } }`,
        ],
      }),
    );
    aStoredVersion(write, '0001', { catalogue: CONTENT });
    const environment = { ORD: server.passphrase };
    const run = await katalogvakt(['publish', 'avtale'], { in: path.join(folder.path, 'arbeid'), environment });
    expect([run.code, run.err]).toEqual([0, '']);
    expect(readFileSync(path.join(to, '2025-7-0001.csv'), 'utf8')).toBe(CONTENT);
    const receipt = path.join(folder.path, 'arbeid/catalogs/avtale/published/0001/kommune-b.json');
    expect(run.out + readFileSync(receipt, 'utf8')).not.toContain(server.passphrase);
  });

  it('a server that goes silent is given up', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer(() => {});
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { readonly port: number };
    const said = await refused(send(inbox(), { port, timeoutMs: 200 }));
    expect(said).toContain('Did not get through');
    mute.close();
  });
});
