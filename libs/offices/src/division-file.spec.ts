import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Problem } from '#kernel';
import { readDivisions, readSuccessors } from './division-file.js';

const head = 'code,name,parent\n';
const told = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? (error.members.errors?.[0]?.detail ?? '') : String(error)),
  );

describe('A division file', () => {
  it('of a whole county is read', async () => {
    expect((await readDivisions(readFileSync('data/divisions/370126-2019.csv', 'utf8'))).length).toBeGreaterThan(900);
  });

  it('is read aside: whoever else asks has a turn meanwhile', async () => {
    const text = readFileSync('data/divisions/370126-2019.csv', 'utf8');
    await readDivisions(text);
    let [turns, read] = [0, false];
    const reading = readDivisions(text).finally(() => (read = true));
    for (; !read; turns += 1) await new Promise((done) => setImmediate(done));
    await reading;
    expect(turns).toBeGreaterThan(100);
  });

  it.each([
    ['one line of 6 MB', head + '1,'.repeat(3_000_000), '有一行太长，最多 2000 个字'],
    ['a head of 6 MB', 'a,'.repeat(3_000_000), '有一行太长'],
    ['a text that never ends', `${head}"${'1\n'.repeat(1_000_000)}`, '有一行太长'],
    ['very many rows', head + '370126000000,商河县,\n'.repeat(200_000), '区划表最多 20000 行'],
  ])('is read no further than its bounds: %s', async (_what, text, words) => {
    expect(await told(readDivisions(text))).toContain(words);
    expect(await told(readSuccessors(text))).toContain(words);
  });
});
