/** `publish`: only what is approved, each receiver once, each alone when it failed, and no secret in any output. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PublishSurroundings, publish } from '../../src/pipeline/publish.ts';
import type { Fate } from '../../src/targets/fate.ts';
import type { Receipt } from '../../src/targets/receipt.ts';
import { agreementYaml } from '../builders/agreement-file.ts';
import { type CatalogueReceiver, catalogueReceiver, status } from '../builders/catalogue-receiver.ts';
import { type CommandRun, katalogvakt } from '../builders/command.ts';
import { aStoredVersion, sha256 } from '../builders/stored-version.ts';
import { temporaryFolder } from '../builders/temporary-file.ts';
import { aWorkspace } from '../builders/workspace.ts';

const TOKEN = 'hemmelig-adgang-9f31';
const FIRST = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n';
const SECOND = `${FIRST}200;Konvolutt C5;stk;12,50\r\n`;

const folder = temporaryFolder();
let receiver: CatalogueReceiver;
beforeAll(async () => {
  receiver = await catalogueReceiver();
});
afterAll(() => receiver.stop());

interface Place {
  /** The workspace. */
  readonly at: string;
  readonly agreement: string;
  /** What receivers with a folder have got, by name. */
  inbox(name: string): readonly string[];
  read(name: string, file: string): string;
  receipt(version: string, target: string): Receipt;
  receipts(version: string): readonly string[];
  approve(number: string, catalogue: string): void;
  publish(...words: readonly string[]): Promise<CommandRun>;
}

let places = 0;
function aPlace(targets: readonly string[], environment: NodeJS.ProcessEnv = { ADGANG: TOKEN }): Place {
  const name = `sted-${++places}`;
  const at = path.join(folder.path, name);
  const agreement = path.join(at, 'catalogs/avtale');
  const write = (file: string, content: string): string =>
    folder.write(path.join(name, 'catalogs/avtale', file), content);
  for (const inbox of ['kommune-a', 'kommune-b']) mkdirSync(path.join(at, inbox), { recursive: true });
  write('agreement.yaml', agreementYaml({ language: 'nb', ...(targets.length === 0 ? {} : { targets }) }));
  const published = (version: string): string => path.join(agreement, 'published', version);
  let before: string | undefined;
  return {
    at,
    agreement,
    inbox: (own) => readdirSync(path.join(at, own)),
    read: (own, file) => readFileSync(path.join(at, own, file), 'utf8'),
    receipt: (version, target) => JSON.parse(readFileSync(path.join(published(version), `${target}.json`), 'utf8')),
    receipts: (version) => (existsSync(published(version)) ? readdirSync(published(version)).toSorted() : []),
    approve(number, catalogue) {
      const manifest = before === undefined ? {} : { previous: before };
      before = aStoredVersion(write, number, { catalogue, manifest });
    },
    publish: (...words) => katalogvakt(['publish', 'catalogs/avtale', ...words], { in: at, environment }),
  };
}

const A = '{ name: kommune-a, folder: ../../kommune-a }';
const B = '{ name: kommune-b, folder: ../../kommune-b, fileName: "katalog.{extension}" }';
const region = (more = ''): string =>
  `{ name: region, https: { url: "${receiver.url}/inn/{file}", token: { environment: ADGANG }${more} } }`;

/** Every byte that a run left in the workspace, besides what it was given. */
function allFiles(at: string): string {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(path.join(entry.parentPath, entry.name), 'latin1')}`)
    .join('\n');
}

it('every receiver gets the newest version, under its own name, with a receipt each', async () => {
  const place = aPlace([A, B, region()]);
  place.approve('0001', FIRST);
  place.approve('0002', SECOND);
  const run = await place.publish();
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out.split('\n')[0]).toBe('Versjon 0002 av 2025/7, 2 linjer, godkjent 01.04.2026 av Kari Nordmann');
  expect(run.out).toContain(`kommune-a: sendt (${Buffer.byteLength(SECOND)} byte)`);
  expect(place.inbox('kommune-a')).toEqual(['2025-7-0002.csv']);
  expect(place.read('kommune-b', 'katalog.csv')).toBe(SECOND);
  const [got] = receiver.received.slice(-1);
  expect(got).toMatchObject({ path: '/inn/2025-7-0002.csv', sha256: sha256(SECOND) });
  expect(place.receipts('0002')).toEqual(['kommune-a.json', 'kommune-b.json', 'region.json']);
  expect(place.receipt('0002', 'region')).toMatchObject({
    version: 1,
    approved: '0002',
    sha256: sha256(SECOND),
    how: 'sent',
    attempts: 1,
    status: 201,
    idempotencyKey: got?.headers['idempotency-key'],
  });
});

it('a second run sends nothing, and says when it was sent', async () => {
  const place = aPlace([A, region()]);
  place.approve('0001', FIRST);
  await place.publish();
  const asked = receiver.received.length;
  const before = place.receipt('0001', 'region');
  const run = await place.publish('--lang', 'en');
  expect(run.code).toBe(0);
  expect(run.out.match(/sent before, on .*; nothing sent/g)).toHaveLength(2);
  expect(receiver.received).toHaveLength(asked);
  expect(place.receipt('0001', 'region')).toEqual(before);
});

it('--dry-run shows what would go where, and does nothing', async () => {
  const place = aPlace([A, region()]);
  place.approve('0001', FIRST);
  const asked = receiver.received.length;
  const run = await place.publish('--dry-run');
  expect(run.code).toBe(0);
  expect(run.out).toContain(`kommune-a: ville blitt sendt (${Buffer.byteLength(FIRST)} byte): `);
  expect(run.out).toContain(`${receiver.url}/inn/2025-7-0001.csv`);
  expect([place.inbox('kommune-a'), place.receipts('0001'), receiver.received.length]).toEqual([[], [], asked]);
});

it('one that fails does not stop the others, and is sent to alone afterwards', async () => {
  const place = aPlace([region(), A]);
  place.approve('0001', FIRST);
  receiver.next(status(422, 'ukjent katalog'));
  const run = await place.publish();
  expect(run.code).toBe(2);
  expect(run.err).toMatch(/^region: IKKE SENDT\. .* svarte 422: ukjent katalog\./);
  expect(place.receipts('0001')).toEqual(['kommune-a.json']);
  utimesSync(path.join(place.at, 'kommune-a/2025-7-0001.csv'), 1, 1);
  const again = await place.publish();
  expect(again.code).toBe(0);
  expect(again.out).toContain('region: sendt');
  expect(again.out).toContain('kommune-a: sendt før');
  expect(statSync(path.join(place.at, 'kommune-a/2025-7-0001.csv')).mtimeMs).toBe(1000);
});

it('--target sends to that one; one that is not there is told, with what was meant', async () => {
  const place = aPlace([A, B]);
  place.approve('0001', FIRST);
  expect((await place.publish('--target', 'kommune-b')).code).toBe(0);
  expect(place.receipts('0001')).toEqual(['kommune-b.json']);
  const run = await place.publish('--target', 'komune-b');
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toContain('Mente du `kommune-b`');
});

it('a receiver whose server has a moment of weakness gets it in the same run', async () => {
  const place = aPlace([region()]);
  place.approve('0001', FIRST);
  receiver.next(status(503));
  const run = await place.publish();
  expect([run.code, run.err]).toEqual([0, '']);
  expect(place.receipt('0001', 'region')).toMatchObject({ attempts: 2, how: 'sent' });
});

it.each<[string, (place: Place) => void, RegExp]>([
  ['without an approved version', () => {}, /No catalogue is approved/],
  [
    'with a catalogue that was changed',
    (place) => {
      place.approve('0001', FIRST);
      writeFileSync(path.join(place.agreement, 'approved/0001/catalogue.csv'), FIRST.replace('49,90', '48,90'));
    },
    /Version 0001 is not what was approved: 0001\/catalogue\.csv/,
  ],
  [
    'with a catalogue that is gone',
    (place) => {
      place.approve('0001', FIRST);
      rmSync(path.join(place.agreement, 'approved/0001/catalogue.csv'));
    },
    /Version 0001 is not what was approved: 0001\/catalogue\.csv/,
  ],
])('%s nothing is sent', async (_, prepare, said) => {
  const place = aPlace([A]);
  prepare(place);
  const run = await place.publish('--lang', 'en');
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toMatch(said);
  expect(place.inbox('kommune-a')).toEqual([]);
});

it('an agreement without receivers says so', async () => {
  const place = aPlace([]);
  place.approve('0001', FIRST);
  const run = await place.publish();
  expect([run.code, run.err]).toEqual([2, expect.stringContaining('har ingen mottakere')]);
});

describe('secrets', () => {
  it('are in nothing that is written or said, whatever happens', async () => {
    const place = aPlace([region(), A]);
    place.approve('0001', FIRST);
    receiver.next(status(403, `ukjent: ${TOKEN}`));
    const runs = [
      await place.publish(),
      await place.publish('--dry-run'),
      await place.publish(),
      await place.publish(),
    ];
    for (const { out, err } of runs) expect(out + err).not.toContain(TOKEN);
    expect(receiver.received.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(allFiles(place.at)).not.toContain(TOKEN);
  });

  it('that are missing are named, not guessed', async () => {
    const place = aPlace([region(), A], {});
    place.approve('0001', FIRST);
    const run = await place.publish();
    expect(run.code).toBe(2);
    expect(run.err).toContain('miljøvariabelen ADGANG er ikke satt');
    expect(place.receipts('0001')).toEqual(['kommune-a.json']);
  });

  it('come from a file outside of the workspace, and from no file within', async () => {
    const outside = folder.write('adgang-utenfor', `${TOKEN}\n`);
    const https = (file: string): string =>
      `{ name: region, https: { url: "${receiver.url}/inn", token: { file: "${file}" } } }`;
    const place = aPlace([https(outside)]);
    place.approve('0001', FIRST);
    expect((await place.publish()).code).toBe(0);
    expect(receiver.received.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    const within = aPlace([https('catalogs/avtale/adgang')]);
    within.approve('0001', FIRST);
    writeFileSync(path.join(within.agreement, 'adgang'), TOKEN);
    const run = await within.publish();
    expect(run.code).toBe(2);
    expect(run.err).toContain('ligger i arbeidsområdet');
  });

  it.each([
    ['a password in the address', '{ name: a, https: { url: "https://kari:pass123@example.no/" } }', 'pass123'],
    ['no encryption', '{ name: a, https: { url: "http://example.no/" } }', undefined],
    ['two ways', '{ name: a, folder: inn, https: { url: "https://example.no/" } }', undefined],
    ['no way at all', '{ name: a }', undefined],
    [
      'a host key that is none',
      '{ name: a, sftp: { host: a, user: b, folder: /, hostKey: MD5:1, agent: true } }',
      undefined,
    ],
    [
      'neither key nor agent',
      `{ name: a, sftp: { host: a, user: b, folder: /, hostKey: "SHA256:${'A'.repeat(43)}" } }`,
      undefined,
    ],
    ['a file name with folders', '{ name: a, folder: inn, fileName: ../x.csv }', undefined],
    ['a placeholder nobody knows', '{ name: a, folder: inn, fileName: "{versjon}.csv" }', undefined],
    ['a name of a device', '{ name: con, folder: inn }', undefined],
  ])('%s is refused before anything is sent', async (_, target, secret) => {
    const place = aPlace([target]);
    place.approve('0001', FIRST);
    const run = await place.publish('--lang', 'en');
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toMatch(/agreement\.yaml:\d+: `targets\[0\]/);
    if (secret !== undefined) expect(run.err).not.toContain(secret);
  });
});

describe('a run that ends early', () => {
  const STEPS = ['verified', 'copied', 'readBack', 'delivered', 'receiptWritten'];

  it.each(STEPS.flatMap((step) => [[step, 1] as const, [step, 2] as const]))(
    'after %s, time %i, is made good by the next: nothing is sent twice, one receipt each',
    async (step, time) => {
      const place = aPlace([A, B, region()]);
      place.approve('0001', FIRST);
      const around = (stopAt?: string): { readonly around: PublishSurroundings; readonly fates: Fate[] } => {
        let times = 0;
        const fates: Fate[] = [];
        return {
          fates,
          around: {
            currentFolder: place.at,
            environment: { ADGANG: TOKEN },
            homeFolder: place.at,
            clock: () => new Date('2026-05-04T10:00:00Z'),
            pace: { attempts: 1, firstDelayMs: 1, longestDelayMs: 1, random: () => 0 },
            own: { pid: process.pid, host: 'prøve', isRunning: () => false },
            speaks: () => {},
            begins: () => {},
            tell: (fate) => void fates.push(fate),
            reached(done) {
              if (done === stopAt && ++times === time) throw new Error('power cut');
            },
          },
        };
      };
      const request = { agreement: path.join(place.agreement, 'agreement.yaml') };
      const cut = around(step);
      const first = publish(request, cut.around);
      if (step === 'verified' && time === 2) await first;
      else await expect(first).rejects.toThrow('power cut');
      const arrived = ['kommune-a', 'kommune-b'].filter((name) => place.inbox(name).length > 0);
      for (const name of arrived) utimesSync(path.join(place.at, name, place.inbox(name)[0] ?? ''), 1, 1);
      const next = around();
      expect(await publish(request, next.around)).toBe(0);
      expect(place.receipts('0001')).toEqual(['kommune-a.json', 'kommune-b.json', 'region.json']);
      expect([place.inbox('kommune-a'), place.inbox('kommune-b')]).toEqual([['2025-7-0001.csv'], ['katalog.csv']]);
      for (const name of arrived) {
        const [file = ''] = place.inbox(name);
        expect(statSync(path.join(place.at, name, file)).mtimeMs).toBe(1000);
      }
      const key = place.receipt('0001', 'region').idempotencyKey;
      expect(receiver.kept.get(key)).toMatchObject({ sha256: sha256(FIRST) });
    },
  );
});

describe('profiles', () => {
  const GOOD = 'Varenr;Varenavn;Enhet;Pris\r\n100;Kopipapir A4;stk;49,90\r\n200;Konvolutt C5;stk;12,50\r\n';

  it('each receiver gets the form its ordering system takes, and changes where it takes changes', async () => {
    const space = aWorkspace(folder, {
      agreement: [
        'targets:',
        '  - { name: tabell, folder: ../../tabell, profile: generic-csv }',
        '  - { name: endringer, folder: ../../endringer, profile: bare-endringer, fileName: "{version}.{extension}" }',
        '  - { name: som-godkjent, folder: ../../som-godkjent }',
      ].join('\n'),
    });
    space.write('rules/profiles/bare-endringer.yaml', 'version: 1\nextends: generic-csv\ndelivery: delta\n');
    for (const name of ['tabell', 'endringer', 'som-godkjent']) mkdirSync(path.join(space.folder, name));
    const approved = async (name: string, content: string): Promise<void> => {
      const run = await space.check(name, content);
      const yes = ['approve', path.relative(space.folder, run.runFolder), '--by', 'Kari', '--allow-partly'];
      expect(await katalogvakt(yes, { in: space.folder })).toMatchObject({ code: 0, err: '' });
    };
    const send = () => katalogvakt(['publish', 'catalogs/avtale', '--lang', 'en'], { in: space.folder });
    const read = (name: string, file: string) => readFileSync(path.join(space.folder, name, file), 'utf8');
    await approved('en.csv', GOOD);
    expect(await send()).toMatchObject({ code: 0, err: '' });
    expect(read('som-godkjent', '2025-7-0001.csv')).toBe(GOOD);
    expect(read('tabell', '2025-7-0001.csv')).toContain('Kopipapir A4');
    expect(read('endringer', '0001.csv').trim().split('\n')).toHaveLength(3);
    await approved('to.csv', GOOD.replace('12,50', '11,50'));
    const second = await send();
    expect([second.code, second.err]).toEqual([0, '']);
    expect(read('tabell', '2025-7-0002.csv').trim().split('\n')).toHaveLength(3);
    const changes = read('endringer', '0002.csv').trim().split('\n');
    expect(changes).toHaveLength(2);
    expect(changes[1]).toContain('Konvolutt C5');
    expect((await send()).out.match(/sent before/g)).toHaveLength(3);
    const receipt = path.join(space.folder, 'catalogs/avtale/published/0002/endringer.json');
    const before = JSON.parse(readFileSync(receipt, 'utf8')) as Receipt;
    rmSync(receipt);
    expect((await send()).out).toContain('endringer: was there already; nothing sent');
    const after = JSON.parse(readFileSync(receipt, 'utf8')) as Receipt;
    expect([after.sha256, after.idempotencyKey, after.profile]).toEqual([
      before.sha256,
      before.idempotencyKey,
      'bare-endringer',
    ]);
  });

  it('one that is not there is told, and the others get theirs', async () => {
    const place = aPlace(['{ name: ukjent, folder: ../../kommune-b, profile: visma-handel }', A]);
    place.approve('0001', FIRST);
    const run = await place.publish('--lang', 'en');
    expect(run.code).toBe(2);
    expect(run.err).toContain('ukjent: NOT SENT. Unknown profile "visma-handel"');
    expect(place.receipts('0001')).toEqual(['kommune-a.json']);
  });

  it('one whose format needs what the agreement does not say is told what to write there', async () => {
    const space = aWorkspace(folder, {
      agreement: 'targets:\n  - { name: system, folder: ../../kommune-b, profile: visma-ehandel }',
    });
    mkdirSync(path.join(space.folder, 'kommune-b'));
    const { runFolder } = await space.check('ny.csv', SECOND);
    expect(await katalogvakt(['approve', runFolder, '--by', 'Kari'], { in: space.folder })).toMatchObject({ code: 0 });
    const run = await katalogvakt(['publish', 'catalogs/avtale', '--lang', 'en'], { in: space.folder });
    expect([run.code, run.err]).toEqual([2, expect.stringMatching(/supplier\.endpoint.*Add it to .*agreement\.yaml/)]);
    expect(run.err).not.toContain('--header');
  });
});
