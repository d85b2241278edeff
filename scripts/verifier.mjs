/** Makes the verifier of replay packs into one file without imports, out of the very rules that the exchange runs. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const kernel = resolve(root, 'libs/kernel/src');

/** Of the kernel only what is used: its files do nothing by being read. */
const unusedStaysOut = {
  name: 'unused stays out',
  setup({ onResolve }) {
    onResolve({ filter: /^#kernel$/ }, () => ({ path: resolve(kernel, 'index.ts'), sideEffects: false }));
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      dirname(importer) === kernel
        ? { path: resolve(kernel, path.replace(/\.js$/, '.ts')), sideEffects: false }
        : undefined,
    );
  },
};

/** What browsers of 2020 lack of what is used. */
const older = `for (const [name, value] of Object.entries({
  toSorted(compare) { return [...this].sort(compare); },
  at(index) { return this[index < 0 ? this.length + index : index]; },
})) if (!Array.prototype[name]) Object.defineProperty(Array.prototype, name, { value });`;

mkdirSync(resolve(root, 'dist'), { recursive: true });
await build({
  entryPoints: [resolve(root, 'libs/auctions/src/packs/verifier.ts')],
  outfile: resolve(root, 'dist/auction-verifier.js'),
  ...{ bundle: true, format: 'iife', target: 'es2020', charset: 'utf8', legalComments: 'inline', logLevel: 'error' },
  banner: { js: older },
  plugins: [unusedStaysOut],
});
