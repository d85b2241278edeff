import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';

const run = promisify(execFile);
const minutes = 4 * 60_000;
const tool = (name: string): string => join('examples', 'node_modules', '.bin', name);

describe('The author of a program generates a client from the document', () => {
  let exchange: TestExchange;
  let site: string;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    await exchange.app.listen(0, '127.0.0.1');
    site = await exchange.app.getUrl();
  });
  afterAll(() => exchange.close());

  it('whose types the example fits', async () => {
    const document = join(process.env['TEST_FOLDER'] ?? '.', 'client.json');
    writeFileSync(document, (await exchange.app.inject({ url: '/api/openapi.json' })).body);
    await run(tool('openapi-typescript'), [document, '-o', 'examples/exchange.d.ts'], { timeout: minutes });
    expect(readFileSync('examples/exchange.d.ts', 'utf8')).toContain('"/transfers/{id}"');
    const strict = ['--noEmit', '--allowJs', '--checkJs', '--strict', '--skipLibCheck', '--target', 'es2024'];
    const modules = ['--module', 'nodenext', '--types', 'node', 'examples/transfer.mjs'];
    const { stdout } = await run(tool('tsc'), [...strict, ...modules], { timeout: minutes }).catch(
      (failed: { stdout: string }) => failed,
    );
    expect(stdout).toBe('');
  }, 240_000);

  it('and takes one transfer from application to a certificate that verifies', async () => {
    const { stdout } = await run(process.execPath, ['examples/transfer.mjs', site], { timeout: minutes });
    expect(stdout).toMatch(
      /^case \S+: certified, \d+\.\d+ mu for \d+(\.\d+)? yuan a year, \d{4}-01-01 to \d{4}-12-31/m,
    );
    expect(stdout).toMatch(/^certificate \S+: valid http\S+\/verify\/[0-9A-Z]+$/m);
  }, 240_000);

  it('with tools that stand in a fresh clone', () => {
    expect(existsSync(tool('openapi-typescript'))).toBe(true);
  });
});
