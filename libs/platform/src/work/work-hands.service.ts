import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type HeldPost, scopesOf } from '#kernel';
import { Acts } from '../acts/acts.service.js';
import type { Act } from '../act.js';
import { Database } from '../database.js';
import { refusalOf } from '../views/shared.view.js';
import { WorkDesk } from './work-desk.service.js';
import { workProblems } from './work.problems.js';
import type { WorkKind } from './work.js';
import type { HandOutcome } from './work.view.js';
import { handActs } from './work.words.js';

interface Colleague extends Record<string, unknown> {
  id: string;
  name: string;
  posts: HeldPost[];
}

const colleagueSql = `SELECT a.id, a.name, json_agg(json_build_object('post', p.post, 'officeCode', p.office_code)) AS posts
  FROM account a JOIN post_held p ON p.account_id = a.id AND a.kind = 'staff' AND p.valid_from <= $1 AND (p.valid_to IS NULL OR p.valid_to > $1)
  WHERE a.disabled_at IS NULL AND a.kind = 'staff'`;

/** Who has a piece of work in hand: claimed by oneself, handed to another, put back. Each in an act of its own. */
@Injectable()
export class WorkHands {
  constructor(
    private readonly desk: WorkDesk,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  claim(work: readonly string[], me: Actor): Promise<HandOutcome[]> {
    return this.each(work, me, (act, kind, id) => this.give(act, kind, id, 'claim', me));
  }

  /** Hands them to a colleague whose work they could be, or back to all. */
  async handOver(work: readonly string[], to: string | null, me: Actor): Promise<HandOutcome[]> {
    const colleague = to === null ? null : await this.colleague(to);
    return this.each(work, me, async (act, kind, id) => {
      if (colleague !== null && !(await this.waits(act, kind, id, colleague))) throw workProblems.notTheirs();
      await this.give(act, kind, id, colleague === null ? 'put_back' : 'hand_over', colleague);
    });
  }

  /** The people of this person's offices, to whom work may be handed. */
  async colleagues(me: Actor): Promise<{ id: string; name: string }[]> {
    const offices = me.posts.map(({ officeCode }) => officeCode);
    const found = await this.database.rows<Colleague>(
      'colleagues',
      `${colleagueSql} AND p.office_code = ANY ($2) GROUP BY a.id, a.name ORDER BY a.name LIMIT 60`,
      [this.clock.today(), offices],
    );
    return found.filter(({ id }) => id !== me.accountId).map(({ id, name }) => ({ id, name }));
  }

  private async colleague(id: string): Promise<Actor> {
    const [found] = await this.database.ask<Colleague>(`${colleagueSql} AND a.id = $2 GROUP BY a.id, a.name`, [
      this.clock.today(),
      id,
    ]);
    if (!found) throw workProblems.notTheirs();
    return { kind: 'staff', accountId: id, name: found.name, posts: found.posts, partyId: null, assisting: null };
  }

  private async each(
    work: readonly string[],
    me: Actor,
    hand: (act: Act, kind: WorkKind, id: string) => Promise<void>,
  ): Promise<HandOutcome[]> {
    const outcomes: HandOutcome[] = [];
    for (const one of new Set(work)) {
      const [name = '', id = ''] = one.split(':');
      try {
        const done = await this.acts.begin(me, async (act): Promise<HandOutcome> => {
          const kind = this.desk.find(name);
          if (!kind || !(await this.waits(act, kind, id, me))) throw workProblems.notWaiting();
          await hand(act, kind, id);
          return { work: one, problem: null };
        });
        outcomes.push(done);
      } catch (error) {
        const refused = { work: one, problem: refusalOf(error) };
        // Under the key of a request a refusal is a result too, else a repeat would take the next one's for it.
        outcomes.push(await this.acts.begin(me, () => Promise.resolve(refused)));
      }
    }
    return outcomes;
  }

  /** Whether a piece of work waits for a person. */
  private async waits(act: Act, kind: WorkKind, id: string, who: Actor): Promise<boolean> {
    const values: unknown[] = [id];
    const where = [`${kind.id} = $1`, ...(kind.where === undefined ? [] : [kind.where])];
    if (kind.theirs) where.push(kind.theirs(who, (value) => `$${values.push(value)}`));
    const rows: { state: string; officeCode: string }[] = await act.tx.query(
      `SELECT ${kind.state} AS state, ${kind.office} AS "officeCode" FROM ${kind.from} WHERE ${where.join(' AND ')}`,
      values,
    );
    const states = kind.statesFor(who);
    return rows.some(
      ({ state, officeCode }) => states.includes(state) && scopesOf(who).some((scope) => officeCode.startsWith(scope)),
    );
  }

  /** What somebody else has in hand is not taken from him; he, or who hands it on, gives it. */
  private async give(
    act: Act,
    kind: WorkKind,
    id: string,
    action: keyof typeof handActs,
    to: Actor | null,
  ): Promise<void> {
    const { tx, actor, now } = act;
    const held: { account_id: string }[] = await tx.query(
      `SELECT h.account_id FROM work_assignment h, ${kind.from} WHERE h.kind = $1 AND h.subject_id = $2 AND ${kind.id} = h.subject_id
       AND h.assigned_at >= ${kind.row.since} FOR UPDATE OF h`,
      [kind.kind, id],
    );
    if (held[0] && held[0].account_id !== actor.accountId) throw workProblems.taken();
    if (to === null) await tx.query(putBackSql, [kind.kind, id, actor.name]);
    else await tx.query(giveSql, [kind.kind, id, actor.name, to.accountId, to.name, now]);
    const detail = { to: to?.name ?? null };
    await act.note(kind.kind, { id, officeCode: act.officeCode }, { action, label: handActs[action], detail });
  }
}

const putBackSql = `UPDATE work_assignment SET assigned_at = '-infinity', assigned_by = $3 WHERE kind = $1 AND subject_id = $2`;
const giveSql = `INSERT INTO work_assignment (kind, subject_id, account_id, account_name, assigned_by, assigned_at) VALUES ($1, $2, $4, $5, $3, $6)
  ON CONFLICT (kind, subject_id) DO UPDATE SET account_id = $4, account_name = $5, assigned_by = $3, assigned_at = $6`;
