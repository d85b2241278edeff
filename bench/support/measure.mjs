/** What the benches share: medians, free ports, folders of their own, and what a process has cost. */
import { chmodSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const median = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];

export const rounded = (number, digits = 3) => Number(number.toFixed(digits));

/** A folder that PostgreSQL's own user may enter when we are root. */
export function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** Ids of the processes whose parent is one of these, and these. */
export function family(...heads) {
  const parents = new Map(
    readdirSync('/proc').flatMap((pid) => {
      try {
        return /^\d+$/.test(pid)
          ? [[Number(pid), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])]]
          : [];
      } catch {
        return []; // It ended while we looked.
      }
    }),
  );
  const found = new Set(heads);
  for (let grown = true; grown;) {
    grown = false;
    for (const [pid, parent] of parents) if (found.has(parent) && !found.has(pid)) grown = Boolean(found.add(pid));
  }
  return [...found];
}

/** Milliseconds on a CPU of these processes and their children so far. */
export function cpuOf(...heads) {
  return family(...heads).reduce((sum, pid) => sum + threadsOf(pid), 0);
}

/** The scheduler counts each thread in nanoseconds; /proc/PID/stat only in hundredths of a second. */
function threadsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce(
      (sum, thread) => sum + Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6,
      0,
    );
  } catch {
    return 0;
  }
}

/** Megabytes that a process keeps in memory. */
export function memoryOf(pid) {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

/** Id of the PostgreSQL that serves a folder of `startEmbedded`. */
export function postmasterOf(folder) {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The last line of a bench: what was measured, against which bar. Ends the process. */
export function conclude(results) {
  console.log(JSON.stringify(results));
  process.exit(results.every((each) => each.pass) ? 0 : 1);
}
