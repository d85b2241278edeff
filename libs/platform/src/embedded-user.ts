import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.js';
import { embeddedFaults } from './operation.problems.js';

/** Whom the embedded PostgreSQL runs as, and what stands before its command line to make it so. */
export interface ServerUser {
  uid: number | null;
  gid: number | null;
  prefix: readonly string[];
  identity: { uid?: number; gid?: number };
}

/** PostgreSQL refuses to run as root; everybody else runs it as themselves, root as the user `postgres`. */
export function serverUser(paths: readonly string[]): ServerUser {
  if (process.getuid?.() !== 0) return { uid: null, gid: null, prefix: [], identity: {} };
  const there = idsOfServer();
  if (there === null) {
    spawnSync('groupadd', ['--system', 'postgres']);
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
  const ids = there ?? idsOfServer();
  if (ids === null) throw new ConfigError(embeddedFaults.root);
  const { uid, gid } = ids;
  const closed = paths.flatMap((path) => closedFolders(path, uid)).find(() => true);
  if (closed === undefined) return { uid, gid, prefix: [], identity: { uid, gid } };
  return {
    uid,
    gid,
    prefix: [...throughClosedFolders(closed), `--reuid=${uid}`, `--regid=${gid}`, '--'],
    identity: {},
  };
}

/** Folders above a path that this user may not pass through. */
function closedFolders(path: string, uid: number): string[] {
  const closed: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const found = statSync(folder);
    if ((found.mode & 0o001) === 0 && !(found.uid === uid && (found.mode & 0o100) !== 0)) closed.push(folder);
  }
  return closed;
}

/**
 * A checkout under a private folder (/root, a folder of mktemp): instead of opening the folder to everybody, the server
 * keeps of root's powers the one to pass through folders, and nothing else. Without the secure bit, access(2), by which
 * initdb looks for its programs, would ignore that power.
 */
function throughClosedFolders(folder: string): string[] {
  const bounding = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  const power = [
    { bit: 2n, name: 'dac_read_search' },
    { bit: 1n, name: 'dac_override' },
  ].find(({ bit }) => ((bounding >> bit) & 1n) === 1n);
  if (!power || !existsSync('/usr/bin/setpriv')) {
    throw new ConfigError(embeddedFaults.closed(folder));
  }
  const powers = [`--inh-caps=+${power.name}`, `--ambient-caps=+${power.name}`, '--securebits=+no_setuid_fixup'];
  return ['/usr/bin/setpriv', '--clear-groups', ...powers];
}

function idsOfServer(): { uid: number; gid: number } | null {
  const found = /^uid=(\d+)\S* gid=(\d+)/.exec(spawnSync('id', ['postgres'], { encoding: 'utf8' }).stdout ?? '');
  return found && { uid: Number(found[1]), gid: Number(found[2]) };
}
