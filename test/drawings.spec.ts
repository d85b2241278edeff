import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workflowsDrawn } from '#platform';

describe('The drawings', () => {
  it('are as the tables are (npm run docs draws them anew)', async () => {
    const now = await workflowsDrawn(join(process.cwd(), 'libs'), readFileSync('libs/README.md', 'utf8'));
    expect(readFileSync('docs/workflows.md', 'utf8')).toBe(now);
  });
});
