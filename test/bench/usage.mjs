/** Preloaded into a measured process: leaves its own figures behind when it ends. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ kilobytes: maxRSS, cpuMicroseconds: userCPUTime + systemCPUTime }),
  );
});
