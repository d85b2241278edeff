import type { Actor } from '#kernel';
import { placeOf } from '../lists/cursor.js';
import { prefixed } from '../lists/filter.js';
import type { Asked } from '../lists/list.js';
import { type Say, type Statement, countedAtMost, isKept } from '../lists/statement.js';
import { workList } from './work.list.js';
import type { WorkKind } from './work.js';

/** What one person's desk is made of: the kinds with the states that wait for them, in their office. */
export interface Desk {
  readonly kinds: readonly { readonly kind: WorkKind; readonly states: readonly string[] }[];
  readonly office: string;
  readonly me: Actor;
}

/** The most urgent of every kind, merged: each state of each kind is one scan of an index, whatever lies behind. */
export function workStatement(desk: Desk, asked: Asked, most: number): Statement {
  const values: unknown[] = [];
  const say = saying(values);
  const place = asked.after === '' ? null : placeOf('desk', 'due', 'timestamptz', asked.after);
  const shared = { office: say(desk.office), key: place && say(place.key), id: place && say(place.id) };
  const parts = desk.kinds.map(({ kind, states }) => {
    const { row, due, id } = kind;
    const end = `coalesce(${due}, 'infinity')`;
    const where = conditions(kind, desk, asked, say);
    if (place) where.push(`(${end}, ${id}) > (${shared.key}::timestamptz, ${shared.id}::uuid)`);
    return `SELECT '${kind.kind}'::text AS kind, w.* FROM unnest(${say(states)}::text[]) AS s(state), LATERAL (
      SELECT ${id} AS id, ${row.at} AS at, (${row.number})::text AS number, ${row.place} AS place, ${row.areaMu ?? 'NULL::numeric'} AS area_mu,
        ${row.party ?? 'NULL::text'} AS party, ${row.counterparty ?? 'NULL::text'} AS counterparty, (${kind.state})::text AS state,
        ${row.round ?? 'NULL::int'} AS round, ${row.since} AS since, ${due} AS due_at, (${kind.office})::text AS office_code, ${end} AS due
      FROM ${kind.from} WHERE ${where.join(' AND ')} ORDER BY ${end}, ${id} LIMIT ${most}) w`;
  });
  const columns = workList.names
    .map((name) => workList.spec.fields[name as 'id'].sql)
    .map((sql) => (sql === 'assignee_id' ? 'a.account_id' : sql === 'assignee' ? 'a.account_name' : `m.${sql}`));
  const text = `SELECT ${columns.join(', ')}, m.due::text AS key FROM (
      SELECT * FROM (${parts.join(' UNION ALL ')}) u ORDER BY due, id LIMIT ${most}
    ) m LEFT JOIN work_assignment a ON a.kind = m.kind AND a.subject_id = m.id AND a.assigned_at >= m.since ORDER BY m.due, m.id`;
  return { name: nameOf('desk', desk, asked, most), text, values };
}

/** How much of each kind waits, is late at `now`, and falls due before `tomorrow`. */
export function workCounts(desk: Desk, asked: Asked, now: Date, tomorrow: Date): Statement {
  const values: unknown[] = [];
  const say = saying(values);
  const [late, today] = [say(now), say(tomorrow)];
  const parts = desk.kinds.map(({ kind, states }) => {
    const end = `coalesce(${kind.due}, 'infinity')`;
    return `SELECT '${kind.kind}'::text AS kind, count(*)::int AS waiting, (count(*) FILTER (WHERE c.due <= ${late}))::int AS late,
      (count(*) FILTER (WHERE c.due > ${late} AND c.due < ${today}))::int AS today
    FROM unnest(${say(states)}::text[]) AS s(state), LATERAL (
      SELECT ${kind.due} AS due FROM ${kind.from} WHERE ${conditions(kind, desk, asked, say).join(' AND ')}
      ORDER BY ${end}, ${kind.id} LIMIT ${countedAtMost}) c`;
  });
  return { name: nameOf('desk counts', desk, asked, 0), text: parts.join(' UNION ALL '), values };
}

function conditions(kind: WorkKind, desk: Desk, { filters }: Asked, say: Say): string[] {
  const assigned = (more: string): string =>
    `EXISTS (SELECT FROM work_assignment h WHERE h.kind = '${kind.kind}' AND h.subject_id = ${kind.id} AND h.assigned_at >= ${kind.row.since}${more})`;
  const { office = '', hands = '' } = filters;
  return [
    `${kind.state} = s.state`,
    prefixed(kind.office, desk.office, say),
    ...(kind.where === undefined ? [] : [kind.where]),
    ...(kind.theirs ? [kind.theirs(desk.me, say)] : []),
    ...(office === '' ? [] : [prefixed(kind.office, office, say)]),
    ...(hands === 'mine' ? [assigned(` AND h.account_id = ${say(desk.me.accountId)}`)] : []),
    ...(hands === 'free' ? [`NOT ${assigned('')}`] : []),
  ];
}

/** The same value is said once, however many kinds ask for it. */
function saying(values: unknown[]): Say {
  return (value) => {
    const at = values.indexOf(value);
    return `$${at >= 0 ? at + 1 : values.push(value)}`;
  };
}

function nameOf(what: string, desk: Desk, { filters, after }: Asked, most: number): string | null {
  if (most > 0 && !isKept(most)) return null;
  const { office = '', hands = '' } = filters;
  const kinds = desk.kinds.map(({ kind }) => kind.kind).join('+');
  return `${what} ${kinds} ${desk.office.length} ${office.length} ${hands} ${after === '' ? '' : 'after'} ${most}`;
}
