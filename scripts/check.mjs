/** `npm run check`: format, lint (with the rules that need types) and types. */
import { root, run } from './ground.mjs';
import { setup } from './setup.mjs';

const checks = [
  [
    '格式 format',
    'prettier',
    ['--check', '--log-level', 'warn', '{apps,libs,test,bench,scripts}/**/*.{ts,mjs}', 'public/*.js'],
  ],
  ['写法 lint', 'oxlint', ['--type-aware', '--deny-warnings', '--quiet']],
  ['类型 types', 'tsc', ['--noEmit', '-p', root]],
];

setup();
let failed = 0;
for (const [name, program, args] of checks) {
  const begun = performance.now();
  const code = run(program, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  if (code !== 0) failed += 1;
}
if (failed > 0) console.log('npm run format 可以改好格式。');
process.exit(failed === 0 ? 0 : 1);
