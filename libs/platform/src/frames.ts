import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Clock, addMinutes, formatMoment, posts, publicActor } from '#kernel';
import { uploadLimits } from './access/upload-limits.js';
import { seal, unseal } from './access/secrets.js';
import { CONFIG, type Config } from './config.js';
import type { Act } from './act.js';
import { Database } from './database.js';
import { ParameterStore } from './parameter-store.js';
import { type Flash, type PageFrame, menuFor } from './page-frame.js';
import type { FormMemory } from './template-helpers.js';

interface Memory {
  flash: Flash | null;
  form: FormMemory | null;
  /** Whose it is: another person at the same browser does not get it. */
  of?: string | null;
}

interface FrameOptions {
  title: string;
  hall?: boolean;
  wide?: boolean;
  refresh?: number;
  /** What it is about; said only of pages that everybody may find. */
  about?: string;
  /** Where the same can be followed as an Atom feed. */
  feed?: string;
}

const cookieName = 'said';

/** How long a page that was left for a stranger can be opened. */
const leftMinutes = 24 * 60;
/** What was typed when a fresh second factor was asked for; it outlives the page that asks. */
const putByName = 'putby';

/** The frame around a page, and what the last page left to be said on the next. */
@Injectable()
export class Frames {
  constructor(
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(request: FastifyRequest, reply: FastifyReply, options: FrameOptions): Promise<PageFrame> {
    await this.parameters.on(this.clock.today());
    return this.bare(request, options, await this.recall(request, reply));
  }

  /** The frame by itself, which needs no database. */
  bare(request: FastifyRequest, options: FrameOptions, memory: Memory = { flash: null, form: null }): PageFrame {
    const actor = actorOf(request);
    const path = request.url.split('?')[0] ?? '/';
    const role = actor.kind === 'staff' ? (actor.posts[0] ? posts[actor.posts[0].post].label : '') : '';
    return {
      title: options.title,
      path,
      site: this.config.publicUrl,
      canonical: options.about === undefined ? '' : this.config.publicUrl + (path === '/' ? '' : path),
      about: options.about ?? '',
      feed: options.feed ?? '',
      county: this.config.county.name,
      phone: this.config.county.phone,
      training: this.config.mode === 'training',
      clockText: this.config.mode === 'training' ? formatMoment(this.clock.now()) : '',
      elder: cookiesOf(request)['view'] === 'elder',
      staff: actor.kind === 'staff',
      me: actor.accountId === null ? null : { name: actor.name, role, canSignOut: true },
      menu: menuFor(actor, path),
      flash: memory.flash,
      assisting: assistingOf(request),
      wide: options.wide ?? false,
      hall: options.hall ?? false,
      refresh: options.refresh ?? null,
      uploadMb: this.uploadMb(actor),
      query: request.url.split('?')[1] ?? '',
      form: memory.form ?? { values: {}, errors: [] },
      once: randomUUID(),
    };
  }

  private uploadMb(actor: Actor): number {
    const { maxUploadMb } = this.parameters.lastKnown(this.clock.today());
    return actor.accountId === null ? Math.min(maxUploadMb, uploadLimits.stranger) : maxUploadMb;
  }

  /** Leaves a flash, and what was typed into a refused form, for the next page of the same browser. */
  async say(
    _request: FastifyRequest,
    reply: FastifyReply,
    flash: Flash | null,
    form: FormMemory | null = null,
  ): Promise<void> {
    await this.remember(reply, cookieName, { flash, form });
  }

  /** Puts by what was typed until the same person has confirmed who they are. */
  async putBy(request: FastifyRequest, reply: FastifyReply, values: Record<string, unknown>): Promise<void> {
    const form = { values, errors: [] };
    await this.remember(reply, putByName, { flash: null, form, of: actorOf(request).accountId });
  }

  async takeBack(request: FastifyRequest, reply: FastifyReply): Promise<FormMemory | null> {
    const memory = await this.recall(request, reply, putByName);
    return memory.of === actorOf(request).accountId ? memory.form : null;
  }

  /** Leaves something for a page that may be opened again and again for a day, by whoever holds its address. */
  async leave({ tx }: Act, content: Record<string, string>): Promise<string> {
    const kept = this.sealed({ flash: null, form: { values: content, errors: [] }, of: 'page' });
    await tx.query('INSERT INTO page_memory (id, content, said_at) VALUES ($1, $2, $3)', kept);
    return kept[0];
  }

  /** What was left under an address; null if nothing, or no longer. */
  async left(id: string): Promise<Record<string, unknown> | null> {
    const [row] = await this.database.ask<{ content: string }>(
      'SELECT content FROM page_memory WHERE id = $1 AND said_at > $2',
      [id, addMinutes(this.clock.now(), -leftMinutes)],
    );
    const memory = row && (JSON.parse(unseal(this.config.secretKey, row.content, id)) as Memory);
    return memory?.of === 'page' ? (memory.form?.values ?? null) : null;
  }

  private async remember(reply: FastifyReply, cookie: string, memory: Memory): Promise<void> {
    const id = await this.write(memory);
    const secure = this.config.publicUrl.startsWith('https');
    reply.header('Set-Cookie', `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`);
  }

  private async write(memory: Memory): Promise<string> {
    const kept = this.sealed(memory);
    await this.database.write('INSERT INTO page_memory (id, content, said_at) VALUES ($1, $2, $3)', kept);
    return kept[0];
  }

  /** What was typed may be an identity number or an account: nobody reads it in the table. */
  private sealed(memory: Memory): [id: string, content: string, saidAt: Date] {
    const id = randomBytes(16).toString('hex');
    return [id, JSON.stringify(seal(this.config.secretKey, JSON.stringify(memory), id)), this.clock.now()];
  }

  private async recall(request: FastifyRequest, reply: FastifyReply, cookie = cookieName): Promise<Memory> {
    const id = cookiesOf(request)[cookie];
    if (!id) return { flash: null, form: null };
    reply.header('Set-Cookie', `${cookie}=; Path=/; Max-Age=0`);
    const rows = await this.database.write<{ content: string }>(
      'DELETE FROM page_memory WHERE id = $1 RETURNING content',
      [id],
    );
    const [row] = rows;
    if (!row) return { flash: null, form: null };
    return JSON.parse(unseal(this.config.secretKey, row.content, id)) as Memory;
  }
}

/** Who asks; set by the guard. */
export function actorOf(request: FastifyRequest): Actor {
  return (request as { actor?: Actor }).actor ?? publicActor;
}

function assistingOf(request: FastifyRequest): PageFrame['assisting'] {
  return (request as { assisting?: PageFrame['assisting'] }).assisting ?? null;
}

/** The request's cookies. */
export function cookiesOf(request: FastifyRequest): Record<string, string | undefined> {
  return (request as { cookies?: Record<string, string | undefined> }).cookies ?? {};
}
