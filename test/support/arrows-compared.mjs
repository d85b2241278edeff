import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allWorkflows } from '#platform';

/** Every arrow of every workflow, as `keepRun` writes it: whose, from which state, by which step. */
async function arrows() {
  const tables = await allWorkflows('dist/libs', readFileSync('libs/README.md', 'utf8'));
  return tables.flatMap((table) =>
    table.steps.flatMap((step) => [step.from].flat().map((from) => `${table.subject} ${from} ${step.on}`)),
  );
}

/** Whether jest was asked for all tests. */
export function isWhole({ nonFlagArgs, testNamePattern, testPathPatterns, onlyChanged, onlyFailures, shard }) {
  const some = nonFlagArgs.length > 0 || testNamePattern || (testPathPatterns?.patterns ?? []).length > 0;
  return !some && !onlyChanged && !onlyFailures && !shard;
}

/** The arrows that nobody took in a whole run: a step that no test has taken is a step that nobody knows to work. */
export async function untakenArrows(globalConfig) {
  if (!isWhole(globalConfig)) return [];
  const file = join(process.env.TEST_FOLDER, 'arrows.txt');
  const taken = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return (await arrows()).filter((arrow) => !taken.has(arrow));
}
