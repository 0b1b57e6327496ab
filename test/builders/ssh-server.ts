/** An OpenSSH server of our own on a loopback port, with its own keys, that serves files and nothing else. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { toolAvailable } from './required-tool.ts';

/** With its whole path: it starts itself again for every connection. */
export const SSHD = '/usr/sbin/sshd';

export interface SshServer {
  readonly port: number;
  readonly user: string;
  /** `SHA256:` and base64, as ssh-keygen shows it. */
  readonly fingerprint: string;
  /** A private key that is let in, and one like it that needs a passphrase. */
  readonly keyFile: string;
  readonly lockedKeyFile: string;
  readonly passphrase: string;
  /** Where the receiver's files lie: a real folder. */
  readonly folder: string;
  stop(): void;
}

export async function sshServer(): Promise<SshServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'katalogvakt-sshd-'));
  const file = (name: string): string => path.join(home, name);
  const passphrase = 'et langt og hemmelig passord';
  const makeKey = (name: string, secret: string): void => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', secret, '-C', name, '-f', file(name)]);
  };
  makeKey('host', '');
  makeKey('user', '');
  makeKey('locked', passphrase);
  writeFileSync(file('authorized'), ['user.pub', 'locked.pub'].map((name) => readFileSync(file(name))).join(''));
  mkdirSync(file('inn'));
  const port = await freePort();
  const settings = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${file('host')}`,
    `AuthorizedKeysFile ${file('authorized')}`,
    'PidFile none',
    'StrictModes no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'Subsystem sftp internal-sftp',
    'ForceCommand internal-sftp',
  ];
  writeFileSync(file('sshd_config'), `${settings.join('\n')}\n`);
  // Where it puts itself while nobody is let in yet; root alone has need of it.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const server = spawn(SSHD, ['-D', '-e', '-f', file('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  await listening(server, port);
  const shown = execFileSync('ssh-keygen', ['-l', '-f', file('host.pub')], { encoding: 'utf8' });
  return {
    port,
    user: userInfo().username,
    fingerprint: /SHA256:\S+/.exec(shown)?.[0] ?? '',
    keyFile: file('user'),
    lockedKeyFile: file('locked'),
    passphrase,
    folder: file('inn'),
    stop() {
      server.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface SshAgent {
  readonly socket: string;
  stop(): void;
}

/** An agent that holds a key. */
export async function sshAgent(keyFile: string): Promise<SshAgent> {
  const folder = mkdtempSync(path.join(tmpdir(), 'katalogvakt-agent-'));
  const socket = path.join(folder, 'agent');
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  for (let waited = 0; !toolAvailable('test', ['-S', socket]) && waited < 50; waited++) await after(20);
  execFileSync('ssh-add', ['-q', keyFile], { env: { ...process.env, SSH_AUTH_SOCK: socket }, stdio: 'ignore' });
  return {
    socket,
    stop() {
      agent.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function listening(server: ChildProcess, port: number): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let waited = 0; waited < 100; waited++) {
    if (server.exitCode !== null) throw new Error(`sshd ended: ${said}`);
    if (await answers(port)) return;
    await after(50);
  }
  throw new Error(`sshd does not listen: ${said}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
