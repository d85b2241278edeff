import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GivenAuctions } from '../support/auctions.js';
import { TestExchange } from '../support/exchange.js';
import { sleep } from '../support/served.js';

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
    const modules = ['--module', 'nodenext', '--types', 'node', 'examples/transfer.mjs', 'examples/auction.mjs'];
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

describe('The author of a program that bids', () => {
  let auctions: GivenAuctions;
  let id: string;
  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    ({ id } = await auctions.announced());
    await auctions.given.exchange.app.listen(0, '127.0.0.1');
  }, 120_000);
  afterAll(() => auctions.given.close());

  const led = async (own: number): Promise<void> => {
    for (let tries = 0; tries < 600; tries += 1) {
      const { topFen } = await auctions.given.stranger.get<{ topFen: number | null }>(`/auctions/${id}`);
      if (topFen === own) return;
      await sleep(50);
    }
    throw new Error(`the program does not bid ${own}`);
  };

  it('has it bid one step above whoever leads, up to its limit, until the end', async () => {
    const site = await auctions.given.exchange.app.getUrl();
    const program = run(process.execPath, ['examples/auction.mjs', site, id, '940', 'cooperative'], {
      timeout: minutes,
    });
    await auctions.begin(id);
    await led(90_000);
    await auctions.bid(auctions.farmer, id, '920');
    await led(93_000);
    await auctions.bid(auctions.farmer, id, '950');
    // The lots of this test begin at ten and take bids for two hours.
    await sleep(500);
    await auctions.later(121);
    const { stdout } = await program;
    const [first = '', ...lines] = stdout.trim().split('\n');
    expect(first).toMatch(/^number \d{4}, start 900.00, step 10.00, limit 940.00$/);
    expect(lines.map((line) => line.replace(/as attempt.*|number \d+ /, '').trim())).toEqual([
      ...['bid 900.00: accepted', 'bid 930.00: accepted', '960.00 is above the limit', 'ended: sold, at 950.00'],
    ]);
  }, 240_000);
});
