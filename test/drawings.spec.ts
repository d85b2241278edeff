import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workflowsDrawn } from '#platform';
import { codeOf, sourcesUnder } from './support/sources.js';

describe('The drawings', () => {
  it('are as the tables are (npm run docs draws them anew)', async () => {
    const now = await workflowsDrawn(join(process.cwd(), 'libs'), readFileSync('libs/README.md', 'utf8'));
    expect(readFileSync('docs/workflows.md', 'utf8')).toBe(now);
  });

  it('hold every table there is, in whichever folder of a lib it stands', () => {
    const tables = sourcesUnder(['libs'], /\.workflow\.ts$/).flatMap((source) =>
      [...codeOf(source).matchAll(/\bworkflow\(\s*'([a-z_]+)'/g)].map(([, subject = '']) => subject),
    );
    const drawn = readFileSync('docs/workflows.md', 'utf8');
    // Cases are drawn by their kinds.
    const missing = tables.filter((subject) => subject !== 'case_file' && !drawn.includes(` \`${subject}\`\n`));
    expect(missing).toEqual([]);
    expect(tables).toContain('barring');
  });
});
