import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Topic } from './topic.js';
import { Watcher } from './watcher.js';

/** An answer that takes so many writes and then none until it is drained. */
class Answer extends EventEmitter {
  written = '';
  takes = Infinity;
  ended = '';
  destroyed = false;
  readonly writableEnded = false;

  write(bytes: Buffer | string): boolean {
    this.written += bytes.toString();
    this.takes -= 1;
    return this.takes > 0;
  }
  destroy(): void {
    this.destroyed = true;
  }
  drain(): void {
    this.takes = Infinity;
    this.emit('drain');
  }
  get kinds(): string[] {
    return [...this.written.matchAll(/event: (\w+)/g)].map((found) => found[1] ?? '');
  }
  get numbers(): number[] {
    return [...this.written.matchAll(/data: \{"n":(\d+)/g)].map((found) => Number(found[1]));
  }
}

function seat(topic: Topic, last: string | null = null): Answer {
  const answer = new Answer();
  topic.join(new Watcher(answer as unknown as ServerResponse, (drained) => topic.bringUp(drained)), last);
  return answer;
}

const turns = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
const never = (): undefined => undefined;

describe('A topic', () => {
  it('writes nothing to a slow watcher, and tells him afterwards what he missed', async () => {
    let stands = 0;
    const topic = new Topic(async () => ({ n: stands }), never);
    await topic.stands();
    const [slow, quick] = [seat(topic), seat(topic)];
    slow.takes = 1;
    for (stands = 1; stands <= 5; stands += 1) topic.tell(JSON.stringify({ n: stands }));
    expect(slow.numbers).toEqual([0, 1]);
    expect(quick.numbers).toEqual([0, 1, 2, 3, 4, 5]);
    slow.drain();
    expect(slow.numbers).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('tells one who missed more than is kept how things stand now', async () => {
    let stands = 0;
    const topic = new Topic(async () => ({ n: stands }), never);
    await topic.stands();
    const slow = seat(topic);
    slow.takes = 1;
    for (let n = 1; n <= 500; n += 1) topic.tell(JSON.stringify({ n: (stands = n) }));
    slow.drain();
    await turns();
    expect(slow.kinds).toEqual(['snapshot', 'change', 'snapshot']);
    expect(slow.numbers).toEqual([0, 1, 500]);
  });

  it('tells again what came while it was read how things stand', async () => {
    let read: (view: object) => void = never;
    const topic = new Topic(() => new Promise((done) => (read = done)), never);
    const asked = topic.stands();
    const answer = seat(topic);
    topic.tell(JSON.stringify({ n: 1 }));
    read({ n: 0 });
    await asked;
    expect(answer.numbers).toEqual([0, 1]);
  });

  it('does not take for true what was read before the line was cut', async () => {
    const reads: ((view: object) => void)[] = [];
    const topic = new Topic(() => new Promise((done) => reads.push(done)), never);
    const asked = topic.stands();
    const answer = seat(topic);
    topic.lost();
    topic.found();
    reads[0]?.({ n: 1 });
    await turns();
    reads[1]?.({ n: 2 });
    await asked;
    expect(answer.kinds).toEqual(['away', 'snapshot']);
    expect(answer.numbers).toEqual([2]);
  });

  it('cuts one that takes nothing for three beats, and gives a quiet one a sign of life', async () => {
    const topic = new Topic(async () => ({ n: 0 }), never);
    await topic.stands();
    const [dead, quiet] = [seat(topic), seat(topic)];
    dead.takes = 1;
    topic.tell('{"n":1}');
    for (let beat = 0; beat < 3; beat += 1) topic.beat();
    expect([dead.destroyed, quiet.destroyed]).toEqual([true, false]);
    expect(quiet.written.endsWith(':\n\n:\n\n')).toBe(true);
  });

  it('brings thousands up in turns, in order', async () => {
    const topic = new Topic(async () => ({ n: 0 }), never);
    await topic.stands();
    const all = Array.from({ length: 1200 }, () => seat(topic));
    topic.tell('{"n":1}');
    topic.tell('{"n":2}');
    expect(all.at(-1)?.numbers).toEqual([0]);
    await turns();
    await turns();
    expect(all.every((each) => each.numbers.join() === '0,1,2')).toBe(true);
  });
});
