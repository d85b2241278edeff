import type { ServerResponse } from 'node:http';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../access/network.js';
import { CONFIG, type Config } from '../config.js';
import { actorOf } from '../frames.js';
import { busyWords, generalProblems } from '../general.problems.js';
import { sentTypes } from '../media-types.js';
import { letGo } from '../overload.js';
import { Signals } from './signals.js';
import { Topic } from './topic.js';
import { Watcher } from './watcher.js';

/** A sign of life, so that proxies keep a quiet line open; milliseconds. */
const beatEvery = 15_000;
/** Seconds after which who found no place may come again. */
const comeBack = 30;

/** How a thing of a channel stands, for everybody; null where there is none. */
export type ReadTopic = (id: string) => Promise<object | null>;

interface Channel {
  readonly read: ReadTopic;
  readonly topics: Map<string, Topic>;
}

/**
 * Open answers of server-sent events (`text/event-stream`): `snapshot` tells how a thing stands, `change` what was told since,
 * `away` that nothing is heard for the moment. An event belongs to the thing that its payload names by `id`.
 */
@Injectable()
export class Watchers implements OnModuleInit, OnModuleDestroy {
  private readonly channels = new Map<string, Channel>();
  private readonly places = new Map<string, number>();
  private many = 0;
  private closed = false;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly signals: Signals,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => this.topics().forEach((topic) => topic.beat()), beatEvery).unref();
  }

  /** Browsers come again by themselves, to another process or to this one after its start; not all in the same second. */
  onModuleDestroy(): void {
    this.closed = true;
    if (this.timer) clearInterval(this.timer);
    for (const topic of this.topics()) for (const watcher of topic.watchers) watcher.end(retryOf(false));
  }

  /** Says how the things of a channel are read; what is told on it goes to who watches them. */
  serve(name: string, read: ReadTopic): void {
    const channel: Channel = { read, topics: new Map() };
    this.channels.set(name, channel);
    this.signals.hear(name, {
      heard: (payload) => channel.topics.get(idOf(payload))?.tell(payload),
      lost: () => channel.topics.forEach((topic) => topic.lost()),
      found: () => channel.topics.forEach((topic) => topic.found()),
    });
  }

  /**
   * Answers with events of a thing for as long as the reader stays. The handler takes the reply (`@Res()`) and returns nothing.
   * @throws Problem not-found where there is no such thing, busy where all places are taken.
   */
  async watch(name: string, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const network = networkOf(request);
    this.take(network);
    const topic = this.topicOf(name, id);
    const left = (): void => this.leave(name, id, network);
    try {
      await this.signals.stand();
      if (!(await topic.stands())) throw generalProblems.notFound();
    } catch (error) {
      left();
      throw error;
    }
    this.open(topic, request, reply, left);
  }

  private open(topic: Topic, request: FastifyRequest, reply: FastifyReply, left: () => void): void {
    letGo(request);
    reply.hijack();
    const { raw } = reply;
    if (request.method === 'HEAD' || raw.destroyed || this.closed) {
      raw.writeHead(this.closed ? 503 : 200, headersOf(reply)).end();
      return left();
    }
    const watcher = new Watcher(raw, (drained) => topic.bringUp(drained));
    raw
      .on('error', () => raw.destroy())
      .once('close', () => {
        topic.leave(watcher);
        left();
      });
    begin(raw, headersOf(reply), retryOf(actorOf(request).accountId !== null));
    topic.join(watcher, textOf(request.headers['last-event-id']));
  }

  private topicOf(name: string, id: string): Topic {
    const channel = this.channels.get(name);
    if (!channel) throw new TypeError(`Nobody serves ${name}.`);
    const topic =
      channel.topics.get(id) ??
      new Topic(
        () => channel.read(id),
        () => topic.watchers.forEach((watcher) => watcher.end(retryOf(false))),
      );
    channel.topics.set(id, topic);
    topic.holders += 1;
    return topic;
  }

  private take(network: string): void {
    const { watchersAtOnce: most, watchersPerNetwork: each } = this.config;
    const here = this.places.get(network) ?? 0;
    if (this.closed || (most > 0 && this.many >= most) || (each > 0 && here >= each))
      throw generalProblems.busy({ retryAfter: comeBack, detail: busyWords.watchers(comeBack) });
    this.many += 1;
    this.places.set(network, here + 1);
  }

  private leave(name: string, id: string, network: string): void {
    this.many -= 1;
    const here = (this.places.get(network) ?? 1) - 1;
    if (here > 0) this.places.set(network, here);
    else this.places.delete(network);
    const topics = this.channels.get(name)?.topics;
    const topic = topics?.get(id);
    if (topic && (topic.holders -= 1) === 0) topics?.delete(id);
  }

  private topics(): Topic[] {
    return [...this.channels.values()].flatMap(({ topics }) => [...topics.values()]);
  }
}

/** Milliseconds after which a browser comes again: whoever signed in, so who may bid, before the many who look. */
function retryOf(known: boolean): number {
  const [least, more] = known ? [300, 1200] : [1000, 5000];
  return Math.trunc(least + Math.random() * more);
}

/** No length and no parts: the answer lasts until the line is closed, and a written event is one packet as it is. */
function begin(raw: ServerResponse, headers: Record<string, string | string[]>, retry: number): void {
  raw.useChunkedEncodingByDefault = false;
  raw.writeHead(200, headers);
  raw.write(`retry: ${retry}\n\n`);
}

function headersOf(reply: FastifyReply): Record<string, string | string[]> {
  const own = Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  );
  const events = { 'content-type': `${sentTypes.events}; charset=utf-8`, 'cache-control': 'no-store' };
  // nginx would keep events until it has a page of them.
  return { ...Object.fromEntries(own), ...events, 'x-accel-buffering': 'no' };
}

const textOf = (header: string | string[] | undefined): string | null => (typeof header === 'string' ? header : null);

function idOf(payload: string): string {
  try {
    const { id } = JSON.parse(payload) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  } catch {
    return ''; // Told by somebody else on our channel.
  }
}
