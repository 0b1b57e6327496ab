import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/builders/temporary-file.ts';
import { LOCK_FILE, lockVersions, type OwnProcess } from './lock.ts';

const folder = temporaryFolder();
let agreements = 0;

function anAgreement(): { readonly agreement: string; readonly file: string } {
  const agreement = path.join(folder.path, `avtale-${++agreements}`);
  mkdirSync(path.join(agreement, 'approved'), { recursive: true });
  return { agreement, file: path.join(agreement, 'approved', LOCK_FILE) };
}

const own = (pid: number, running: readonly number[] = [], host = 'her'): OwnProcess => ({
  pid,
  host,
  isRunning: (other) => running.includes(other),
});

describe('a lock', () => {
  it('keeps others out until it is released, and says who has it', async () => {
    const { agreement, file } = anAgreement();
    const lock = await lockVersions(agreement, own(1), 'approve, Kari');
    await expect(lockVersions(agreement, own(2, [1]), 'approve, Ola')).rejects.toThrow(/approve, Kari, her, 1/);
    await lock.release();
    expect(existsSync(file)).toBe(false);
    await (await lockVersions(agreement, own(2, [1]), 'approve, Ola')).release();
  });

  it('of a process that is gone does not count', async () => {
    const { agreement, file } = anAgreement();
    await lockVersions(agreement, own(1), 'approve, Kari');
    await lockVersions(agreement, own(2), 'approve, Ola');
    expect(readFileSync(file, 'utf8')).toContain('approve, Ola');
    expect(readdirSync(path.dirname(file))).toEqual([LOCK_FILE]);
  });

  it.each([
    ['of another machine', '{"pid":1,"host":"der","by":"approve, Kari"}\n'],
    ['that cannot be read', '{"pid":'],
  ])('%s counts, for nobody can tell; the message names the file to delete', async (_, text) => {
    const { agreement, file } = anAgreement();
    writeFileSync(file, text);
    await expect(lockVersions(agreement, own(2), 'approve, Ola')).rejects.toThrow(
      `If it is no longer running, delete ${file}.`,
    );
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('of a process whose number another one has now does not count', async () => {
    const { agreement } = anAgreement();
    const began = (since: string) => ({ ...own(7), since, isRunning: (_: number, then?: string) => then === 'i dag' });
    await lockVersions(agreement, began('i går'), 'approve, Kari');
    await lockVersions(agreement, began('i dag'), 'approve, Ola');
    await expect(lockVersions(agreement, own(2, [7]), 'approve, Per')).rejects.toThrow(/approve, Ola, her, 7/);
  });

  it.each([
    ['took a lock over', [LOCK_FILE, '.lock.turn']],
    ['took over the turn of one that had been killed', [LOCK_FILE, '.lock.turn', '.lock.turn.turn']],
    ['wrote a file beside', [`${LOCK_FILE}.${randomUUID()}`, `${LOCK_FILE}.turn.${randomUUID()}`]],
  ])('is taken where a process was killed that %s, and nothing is left of it', async (_, names) => {
    const { agreement, file } = anAgreement();
    for (const name of names)
      writeFileSync(path.join(path.dirname(file), name), '{"pid":1,"host":"her","by":"approve, Kari"}\n');
    const lock = await lockVersions(agreement, own(2), 'approve, Ola');
    expect(readFileSync(file, 'utf8')).toContain('approve, Ola');
    expect(readdirSync(path.dirname(file))).toEqual([LOCK_FILE]);
    await lock.release();
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });

  it('is given back where what others left cannot be cleared away', async () => {
    const { agreement, file } = anAgreement();
    mkdirSync(`${file}.${randomUUID()}`);
    await expect(lockVersions(agreement, own(1), 'approve, Kari')).rejects.toThrow();
    expect(existsSync(file)).toBe(false);
  });

  it('that somebody is taking over is not taken by another', async () => {
    const { agreement, file } = anAgreement();
    writeFileSync(file, '{"pid":1,"host":"her","by":"approve, Kari"}\n');
    writeFileSync(`${file}.turn`, '{"pid":3,"host":"her","by":"approve, Per"}\n');
    await expect(lockVersions(agreement, own(2, [3]), 'approve, Ola')).rejects.toThrow('Another process');
    expect(readFileSync(file, 'utf8')).toContain('approve, Kari');
  });

  it('that is left is taken by one of many only', async () => {
    const { agreement } = anAgreement();
    await lockVersions(agreement, own(1), 'gone');
    const running = Array.from({ length: 20 }, (_, at) => at + 2);
    const answers = await Promise.allSettled(
      running.map((pid) => lockVersions(agreement, own(pid, running), String(pid))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
