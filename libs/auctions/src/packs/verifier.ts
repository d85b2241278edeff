import type { PackedKey } from './pack.js';
import { linesOf } from './verdict-lines.js';
import { verifyPack } from './verify-pack.js';

/**
 * The verifier of one file: the build makes this file, with all that it imports, into one that runs in a browser beside its page and
 * in Node as `node auction-verifier.mjs PACK [KEYS]`, without the exchange and without any package.
 */
interface NodeProcess {
  argv: readonly string[];
  exitCode?: number;
  stdout: { write: (text: string) => void };
  getBuiltinModule?: (name: 'node:fs') => { readFileSync: (path: string) => Uint8Array };
}
interface Shown {
  textContent: string | null;
  hidden: boolean;
  dataset: Record<string, string>;
}
interface Picker {
  files: ArrayLike<{ arrayBuffer: () => Promise<ArrayBuffer> }> | null;
  addEventListener: (name: 'change', done: () => void) => void;
}
interface Place {
  process?: NodeProcess;
  document?: { querySelector: (name: string) => unknown };
}

const keysIn = (bytes: Uint8Array): readonly PackedKey[] =>
  (JSON.parse(new TextDecoder().decode(bytes)) as { keys: readonly PackedKey[] }).keys;

function inNode({ argv, stdout, getBuiltinModule }: NodeProcess): number {
  const [, , path, keysPath] = argv;
  const files = getBuiltinModule?.('node:fs');
  if (!files || path === undefined) {
    stdout.write('node auction-verifier.mjs PACK [JWKS]\n');
    return 2;
  }
  const verdict = verifyPack(
    files.readFileSync(path),
    keysPath === undefined ? null : keysIn(files.readFileSync(keysPath)),
  );
  stdout.write(`${linesOf(verdict).join('\n')}\n`);
  return verdict.right ? 0 : 1;
}

function onPage(picker: Picker, keys: Picker | null, shown: Shown): void {
  const read = async (from: Picker | null): Promise<Uint8Array | null> => {
    const file = from?.files?.[0];
    return file ? new Uint8Array(await file.arrayBuffer()) : null;
  };
  const look = async (): Promise<void> => {
    const [bytes, trusted] = [await read(picker), await read(keys)];
    if (!bytes) return;
    const verdict = verifyPack(bytes, trusted && keysIn(trusted));
    shown.textContent = linesOf(verdict).join('\n');
    shown.dataset['tone'] = verdict.right ? 'go' : 'stop';
    shown.hidden = false;
  };
  for (const each of [picker, keys]) each?.addEventListener('change', () => void look());
}

const { document, process } = globalThis as unknown as Place;
const picker = document?.querySelector('#pack') as Picker | null | undefined;
if (picker && document)
  onPage(picker, document.querySelector('#keys') as Picker | null, document.querySelector('#verdict') as Shown);
else if (process) process.exitCode = inNode(process);
