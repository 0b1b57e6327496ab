/** Preloaded into a measured process: leaves its own figures behind when it ends. Counts the process with its threads. */
'use strict';
const { writeFileSync } = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

// Threads are preloaded too; their time is the process's already.
if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const figures = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, memoryBytes: maxRSS * 1024 };
    writeFileSync(process.env.BENCH_USAGE, JSON.stringify(figures));
  });
}
