/** SSH signatures of approvals, made and checked by ssh-keygen: whoever has a key for git has one for this. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { Approval, ApprovedThing } from './manifest.ts';

/** So that a signature for something else is none for this. */
const NAMESPACE = 'katalogvakt';
const PROGRAM = 'ssh-keygen';

export interface Statement extends ApprovedThing {
  readonly agreement: string;
  readonly number: string;
  readonly previous?: string | undefined;
}

/** What is signed, byte by byte; whoever has the manifest can make it again. */
export function statementOf(what: Statement, { by, at }: Pick<Approval, 'by' | 'at'>): string {
  const { agreement, number, previous, run, catalogue, decisions } = what;
  return `${JSON.stringify({ statement: 'katalogvakt approval 1', agreement, number, previous, run, catalogue, decisions, by, at })}\n`;
}

/**
 * @param key file of a private key, or of a public one whose private half an agent has
 * @returns the signature, armoured
 * @throws OperationalError when there is no ssh-keygen, or it refuses the key
 */
export async function signStatement(statement: string, key: string): Promise<string> {
  const { code, out, err } = await run(['-Y', 'sign', '-f', key, '-n', NAMESPACE], statement);
  if (code === 0 && out.startsWith('-----BEGIN SSH SIGNATURE-----')) return out;
  throw new OperationalError({
    nb: `Kunne ikke signere med ${key}: ${err.trim()} Sjekk at filen er en SSH-nøkkel, og at du har tilgang til den.`,
    en: `Could not sign with ${key}: ${err.trim()} Check that the file is an SSH key and that you may use it.`,
  });
}

/**
 * @param by as the file of allowed signers names them
 * @returns whether the signature is theirs, for this statement
 * @throws OperationalError when there is no ssh-keygen
 */
export async function isSignedBy(
  statement: string,
  signature: string,
  by: string,
  allowedSigners: string,
): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'katalogvakt-'));
  try {
    const file = path.join(folder, 'signature');
    await writeFile(file, signature);
    const words = ['-Y', 'verify', '-f', allowedSigners, '-I', by, '-n', NAMESPACE, '-s', file];
    return (await run(words, statement)).code === 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(words: readonly string[], input: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', (error) => reject(notThere(error)));
    child.on('close', (code) => resolve({ code, out, err }));
    // It may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function notThere(cause: Error): OperationalError {
  return new OperationalError(
    {
      nb: `Fant ikke ${PROGRAM}, som lager og kontrollerer signaturer. Installer OpenSSH.`,
      en: `Found no ${PROGRAM}, which makes and checks signatures. Install OpenSSH.`,
    },
    { cause },
  );
}
