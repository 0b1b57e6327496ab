/** Takes one lock over and over, and is killed at any step of it: `node lock-taker.mjs FOLDER`. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** Before any step, and after it. */
const KILLED_ONE_IN = 60;

for (const step of ['link', 'readFile', 'rename', 'rm', 'writeFile']) {
  const real = files[step];
  files[step] = async (...given) => {
    diePerhaps();
    const answer = await real(...given);
    diePerhaps();
    return answer;
  };
}
syncBuiltinESMExports();

function diePerhaps() {
  if (Math.random() * KILLED_ONE_IN < 1) process.kill(process.pid, 'SIGKILL');
}

// Only now, so that they get the steps above.
const { takeLock } = await import('../../dist/versions/lock.js');
const { ownProcess } = await import('../../dist/cli/surroundings.js');

const [folder] = process.argv.slice(2);
const inside = path.join(folder, 'inne');
const own = ownProcess();
const me = String(process.pid);

for (;;) {
  const lock = await takeLock(path.join(folder, 'lås/.lock'), own, me, { nb: 'er inne', en: 'is in' }).catch(
    (error) => {
      if (error.name !== 'OperationalError' || !error.message.startsWith('Another process')) note('error', error);
    },
  );
  if (lock !== undefined) {
    writeFileSync(inside, me);
    await wait(2 * Math.random());
    if (readFileSync(inside, 'utf8') !== me) note('error', 'two at once');
    note('taken', me);
    await lock.release();
  }
  await wait(3 * Math.random());
}

function note(kind, what) {
  appendFileSync(path.join(folder, kind), `${what}\n`);
}
