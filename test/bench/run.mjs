/**
 * The benchmark: makes its own catalogues, times `check` on them and writes docs/performance.md.
 * `--quick` takes small catalogues and few rounds, and writes nothing.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { makeData } from './make-data.mjs';
import { measure } from './measure.mjs';

const quick = process.argv.includes('--quick');
const SIZES = quick ? [10_000, 30_000] : [100_000, 300_000, 1_000_000];
const ROUNDS = quick ? 2 : 5;
const AS_OF = '2026-11-15';

const command = fileURLToPath(new URL('../../bin/katalogvakt.js', import.meta.url));
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'katalogvakt-bench-'));

try {
  const jobs = [];
  for (const lines of SIZES) {
    const data = path.join(folder, String(lines));
    await makeData(lines, data);
    jobs.push({
      name: String(lines),
      // A catalogue with faults in it is approved partly.
      passes: [1],
      args: [
        command,
        'check',
        path.join(data, 'inbox/catalogue.csv'),
        '--as-of',
        AS_OF,
        '--out',
        path.join(data, 'runs'),
        '--quiet',
      ],
    });
  }
  const text = report(await measure(jobs, ROUNDS));
  process.stdout.write(text);
  if (!quick) writeFileSync(page, text);
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {Map<string, import('./measure.mjs').Figures>} figures */
function report(figures) {
  const [first = 0] = SIZES;
  const base = (figures.get(String(first))?.wall ?? 0) / first;
  const rows = SIZES.map((lines) => {
    const { wall, cpu, memory } = figures.get(String(lines)) ?? { wall: 0, cpu: 0, memory: 0 };
    const perLine = wall / lines;
    return `| ${lines.toLocaleString('en')} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${memory.toFixed(0)} | ${(perLine * 1e6).toFixed(1)} | ${(perLine / base).toFixed(2)} |`;
  });
  return `# Performance

Written by \`npm run bench\`. Medians of ${ROUNDS} rounds, each run a process of its own, all runs in turns.
Machine: ${machine()}.

## The whole check

CSV catalogue of 20 columns and about 280 bytes a line, 1.5 % of the lines with a fault; the agreement, its price list and a
previous version of the same size; the rule set \`recommended\`; all outputs written.

| lines | seconds | CPU seconds | memory, MB | µs a line | per line, against ${first.toLocaleString('en')} |
|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}

Goals: 100,000 lines in at most 8 s and 500 MB on two cores; time a line at 1,000,000 lines at most 1.3 × that at 100,000.
`;
}

function machine() {
  const [cpu] = cpus();
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${gigabytes} GiB, ${process.platform} ${process.arch}, Node ${process.version}`;
}
