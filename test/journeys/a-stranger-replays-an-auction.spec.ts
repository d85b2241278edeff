import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { merkleTree, sha256 } from '#kernel';
import { GivenAuctions } from '../support/auctions.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { type Pack, signedBy, verifyPack } from '../support/packs.js';

interface Proof {
  leaf: string;
  place: number;
  size: number;
  path: string[];
  payload: string;
  kid: string;
  signature: string;
}
interface Signed {
  number: number;
  salt: string;
  text: string | null;
  proof: Proof;
}
interface Shown {
  winner: number | null;
  priceFen: number | null;
  attempts: number;
  file: string;
}

const tree = merkleTree(sha256);

/** Whoever doubts a result takes its pack home, and works it out anew without the exchange. */
describe('The replay pack of an auction', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  let auctions: GivenAuctions;
  let id: string;
  let content: Buffer;
  let winner: number | null;

  /** What a stranger does with a proof: the path leads to the root, and the root is signed by a key that is published. */
  const leadsToTheKeys = async ({ leaf, place, size, path, payload, kid, signature }: Proof): Promise<boolean> => {
    const { keys } = (await get('/.well-known/jwks.json')).json<{ keys: Pack['keys'] }>();
    const { root } = JSON.parse(payload) as { root: string };
    const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
    const leads = tree.leads({ leaf: hex(leaf), place, size }, path.map(hex), hex(root));
    return leads && signedBy(keys, { kid, signature }, Buffer.from(payload));
  };
  const get = (url: string) => auctions.given.exchange.app.inject({ url });
  const keep = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const inNode = async (...files: string[]): Promise<{ code: number; said: string }> => {
    const verifier = join(folder, 'auction-verifier.mjs');
    copyFileSync('dist/auction-verifier.js', verifier);
    try {
      return { code: 0, said: (await promisify(execFile)(process.execPath, [verifier, ...files])).stdout };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, said: stdout };
    }
  };

  beforeAll(async () => {
    auctions = await GivenAuctions.open();
    ({ id } = await auctions.announced());
  }, 120_000);
  afterAll(() => auctions.given.close());

  it('is not there before the result', async () => {
    const answer = await get(`/api/auctions/${id}/pack`);
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([409, '/problems/pack-not-yet']);
    expect((await get(`/api/auctions/${id}/pack.jsonl`)).statusCode).toBe(409);
  });

  it('has receipts that verify by themselves, each told to whom it belongs', async () => {
    const { cooperative, farmer } = auctions;
    await auctions.begin(id);
    await auctions.bid(farmer, id, '900');
    await auctions.send(cooperative, id, '905');
    await auctions.bid(cooperative, id, '950', 'maxima');
    await auctions.send(farmer, id, '９２０ 元');
    await auctions.send(farmer, id, '', auctions.key(), 'withdrawals');
    const own = await cooperative.get<Signed>(`/auctions/${id}/receipts/1`);
    expect([own.text, own.salt]).toEqual([null, '']);
    const theirs = await farmer.get<Signed>(`/auctions/${id}/receipts/1`);
    expect(JSON.parse(theirs.text ?? '')).toMatchObject({ seq: 1, number: theirs.number, salt: theirs.salt });
    for (const each of [own, theirs]) expect(await leadsToTheKeys(each.proof)).toBe(true);
    expect(tree.leaf(Buffer.from(theirs.text ?? ''))).toEqual(new Uint8Array(Buffer.from(own.proof.leaf, 'hex')));
    // Another's maximum, and what he was refused, nobody hears of before the end.
    for (const seq of [2, 3]) expect((await farmer.ask(`/auctions/${id}/receipts/${seq}`)).statusCode).toBe(404);
    const secret = await cooperative.get<Signed>(`/auctions/${id}/receipts/3`);
    expect(JSON.parse(secret.text ?? '')).toMatchObject({ kind: 'maximum', amountFen: 95_000 });
    expect(await leadsToTheKeys(secret.proof)).toBe(true);
    expect(await leadsToTheKeys({ ...secret.proof, leaf: own.proof.leaf })).toBe(false);
  });

  it('is there for everybody once it is over', async () => {
    const { farmer, given } = auctions;
    // The key is changed in the middle of it.
    await given.as('administrator').post('/signing-keys/rotations', { reason: '演练提前换密钥' });
    await auctions.later(118);
    given.exchange.passMinutes(1);
    await auctions.bid(farmer, id, '960');
    await auctions.later(6);
    await auctions.turn();
    const answer = await get(`/api/auctions/${id}/pack`);
    expect(answer.statusCode).toBe(200);
    const shown = answer.json<Shown>();
    expect(shown).toMatchObject({ priceFen: 96_000, file: `/auctions/${id}/pack.jsonl` });
    ({ winner } = shown);
    const file = await get(`/api${shown.file}`);
    expect(file.headers['content-type']).toContain('application/x-ndjson');
    content = file.rawPayload;
  });

  it('gives the same winner, price and end, by the keys that the exchange publishes', async () => {
    const { keys } = (await get('/.well-known/jwks.json')).json<{ keys: Pack['keys'] }>();
    const verdict = verifyPack(content, keys);
    expect(verdict.checks.filter(({ right }) => !right)).toEqual([]);
    expect(verdict.said).toMatchObject({ winner, priceFen: 96_000 });
    expect(verdict.kids).toHaveLength(2);
    expect(verdict.attempts).toBe(readPack(content).attempts.length);
  });

  it('names numbers, and no person', async () => {
    const text = content.toString();
    const [bidder] = await auctions.given.exchange.database.ask<{ sealed: string }>(
      'SELECT sealed FROM auction_bidder',
    );
    expect(text).not.toContain(bidder?.sealed);
    expect(text).not.toMatch(/999999\d{11}[\dX]|partyId|interestId/);
    expect(readPack(content).bidders).toHaveLength(2);
  });

  it('is verified by Node with one file, and a changed one is not', async () => {
    const pack = keep('right.jsonl', content);
    const keys = keep('jwks.json', (await get('/.well-known/jwks.json')).rawPayload);
    const right = await inNode(pack, keys);
    expect([right.code, right.said.split('\n')[0]]).toEqual([0, '一致']);
    expect(right.said).toContain(`竞得的竞买号：${winner}`);
    expect(right.said).toContain('成交价（元）：960.00');
    const wrong = keep('wrong.jsonl', Buffer.from(content.toString().replace('"priceFen":96000', '"priceFen":95000')));
    expect(await inNode(wrong)).toMatchObject({ code: 1, said: expect.stringContaining('✗ 整个文件的签名') });
    const other = keep('other.json', Buffer.from('{"keys":[]}'));
    expect(await inNode(pack, other)).toMatchObject({ code: 1, said: expect.stringContaining('✗ 公钥是平台公布的') });
    expect((await inNode()).code).toBe(2);
  });

  it('is verified by a page of one file from the disk, with the exchange switched off', async () => {
    const page = keep('auction-verifier.html', (await get('/auctions/verifier.html')).rawPayload);
    expect((await get('/auctions/verifier.mjs')).body).toBe(readFileSync('dist/auction-verifier.js', 'utf8'));
    const path = browserPath();
    if (path === null) return;
    const browser = await openBrowser(path);
    try {
      const tab = await browser.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(`file://${page}`);
      await tab.setInputFiles('#pack', join(folder, 'right.jsonl'));
      await tab.locator('#verdict[data-tone=go]').waitFor();
      expect(await tab.locator('#verdict').innerText()).toMatch(/^一致/);
      await tab.setInputFiles('#keys', join(folder, 'other.json'));
      await tab.locator('#verdict[data-tone=stop]').waitFor();
      expect(await tab.locator('#verdict').innerText()).toMatch(/^不一致/);
      // Nobody was asked for anything: it works where the exchange is gone.
      expect(asked).toEqual([`file://${page}`]);
    } finally {
      await browser.close();
    }
  });

  it('says on its page what is in it', async () => {
    const page = await auctions.given.exchange.app.inject({
      url: `/auctions/${id}/pack`,
      headers: { accept: 'text/html' },
    });
    expect(page.body).toContain('下载记录包');
    expect(page.body).toContain(`${winner} 号`);
  });
});

const readPack = (content: Buffer): Pack => JSON.parse(content.toString().split('\n')[0] ?? '') as Pack;
