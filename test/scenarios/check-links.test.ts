/** `--check-links` through the real command: nothing is asked without it, and nothing private without the other flag. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { katalogvakt } from '../builders/command.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';

const folder = temporaryFolder();
const asked: string[] = [];
let server: Server;
let file: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(url === '/there.jpg' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  file = folder.write(
    'katalog.csv',
    `Varenr;Varenavn;Enhet;Pris;Bilde\n1;Kulepenn blå;stk;10,00;${base}/there.jpg\n2;Kulepenn rød;stk;10,00;${base}/gone.jpg\n`,
  );
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

interface Run {
  readonly items: readonly string[];
  readonly notChecked: readonly string[];
}

async function check(...flags: readonly string[]): Promise<Run> {
  const out = path.join(folder.path, `runs${flags.join('')}`);
  const run = await katalogvakt(['check', file, '--quiet', '--as-of', '2026-11-15', '--out', out, ...flags], {
    in: folder.path,
  });
  expect(run.err).toBe('');
  const [name = ''] = readdirSync(out);
  const findings = readFileSync(path.join(out, name, 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { readonly rule: string; readonly item: string });
  const { notChecked } = JSON.parse(readFileSync(path.join(out, name, 'result.json'), 'utf8')) as {
    readonly notChecked: readonly { readonly rule: string }[];
  };
  return {
    items: findings.filter(({ rule }) => rule === 'link/unreachable').map(({ item }) => item),
    notChecked: notChecked.map(({ rule }) => rule).filter((rule) => rule.startsWith('link/')),
  };
}

it('without the flag nothing is asked, and nobody misses it', async () => {
  expect(await check()).toEqual({ items: [], notChecked: [] });
  expect(asked).toEqual([]);
});

it('with it, private networks are let alone', async () => {
  expect(await check('--check-links')).toEqual({ items: [], notChecked: [] });
  expect(asked).toEqual([]);
});

it('with both, what leads nowhere is a finding on its line', async () => {
  expect(await check('--check-links', '--private-links')).toEqual({ items: ['2'], notChecked: [] });
  expect([...new Set(asked)].toSorted()).toEqual(['/gone.jpg', '/there.jpg']);
});
