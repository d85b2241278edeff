/**
 * The size of the house against an older one: lines and tokens of the libs, the files that run while the county approves one
 * transfer, and the files that CONTRIBUTING.md lists for reading before one changes that act.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { conclude, median, ownFolder, rounded } from './support/measure.mjs';
import { buildAt, dropBuild } from './support/rivals.mjs';

const older = '019ae2c';
const root = join(import.meta.dirname, '..');
const ts = createRequire(join(root, 'examples', 'package.json'))('typescript');

/** The source files under a folder: neither migrations, nor specs, nor declarations. */
function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(each.name))
    .filter((each) => !/[\\/]migrations$/.test(each.parentPath))
    .map((each) => join(each.parentPath, each.name));
}

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').length - 1;

/** Leaves of the language's own tree: its scanner, told by its parser where a template or a regular expression goes on. */
function tokensOf(file) {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const count = (node) => {
    if (ts.isJSDoc(node)) return 0;
    const parts = node.getChildren(tree);
    return parts.length === 0
      ? Number(node.kind !== ts.SyntaxKind.SyntaxList)
      : parts.reduce((sum, each) => sum + count(each), 0);
  };
  return count(tree);
}

function measure(build) {
  const files = sources(join(build, 'libs'));
  const lines = files.map(linesOf);
  const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
  const running = JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', join(root, 'bench', 'support', 'approval.mjs')], {
      cwd: build,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1e8,
    })
      .trim()
      .split('\n')
      .at(-1),
  );
  return { files: files.length, lines: sum(lines), median: median(lines), tokens: sum(files.map(tokensOf)), running };
}

/** The files that CONTRIBUTING.md lists for it. */
function filesToRead() {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, part = ''] = text.split('## Files to read before the county approves\n');
  return [...part.split('\n## ')[0].matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file]) => file);
}

const folder = ownFolder();
const build = buildAt(older, join(folder, 'build'));
try {
  const [before, now] = [measure(build), measure(root)];
  for (const [name, found] of [
    [older, before],
    ['now', now],
  ])
    console.log(
      `${name}: ${found.files} files, ${found.lines} lines, median ${found.median}, ${found.tokens} tokens, ` +
        `${found.running.length} files ran:\n  ${found.running.join('\n  ')}`,
    );
  const reading = filesToRead();
  const tokens = now.tokens / before.tokens;
  const ran = now.running.length / before.running.length;
  const row = (name, ratio, bar, pass = ratio <= bar) => ({ name, ratio: rounded(ratio), bar, pass });
  conclude([
    row('libs source lines', now.lines, 40_000),
    row('libs tokens / build', tokens, 0.82),
    row('approval files run / build', ran, 0.4),
    row('approval files to read', reading.length, 14, reading.length > 0 && reading.length <= 14),
  ]);
} finally {
  dropBuild(build);
  rmSync(folder, { recursive: true, force: true });
}
