import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from '../support/exchange.js';

const run = promisify(execFile);

describe('The author of a program begins with examples/transfer.sh', () => {
  let exchange: TestExchange;
  let site: string;
  beforeAll(async () => {
    exchange = await TestExchange.open();
    await exchange.app.listen(0, '127.0.0.1');
    site = await exchange.app.getUrl();
  });
  afterAll(() => exchange.close());

  it.each(['first', 'second', 'third'])(
    'and sees a %s transfer go from application to a certificate, by curl alone',
    async () => {
      const { stdout } = await run('bash', ['examples/transfer.sh', site], { timeout: 240_000 });
      const [, state, code] = /^certificate \S+: (\S+) http\S+\/verify\/([0-9A-Z]+)$/m.exec(stdout) ?? [];
      expect(state).toBe('valid');
      const checked = await exchange.app.inject({ url: `/api/verify/${code}` });
      expect(checked.json()).toMatchObject({ verdict: { state: 'valid' } });
    },
    240_000,
  );
});
