import type { Actor } from '#kernel';
import { placeOf } from '../lists/cursor.js';
import { inOffices, prefixed } from '../lists/filter.js';
import type { Asked } from '../lists/list.js';
import { type Statement, countedAtMost, isKept, keptStatement } from '../lists/statement.js';
import { sqlNames } from '../sql-names.js';
import { workList } from './work.list.js';
import type { WorkKind } from './work.js';

/** What one person's desk is made of: the kinds with the states that wait for them, in their offices. */
export interface Desk {
  readonly kinds: readonly { readonly kind: WorkKind; readonly states: readonly string[] }[];
  readonly scopes: readonly string[];
  readonly me: Actor;
}

/** Values of a statement, and the place of each in its text. */
interface Said {
  readonly values: unknown[];
  /** Of each office, by its beginning. */
  readonly scopes: ReadonlyMap<unknown, string>;
  readonly narrower: string;
  readonly account: string;
  /** By kind, what makes a record this person's. */
  readonly theirs: ReadonlyMap<WorkKind, string>;
  readonly after: { readonly key: string; readonly id: string } | null;
}

/** The most urgent of every kind, merged: each state of each kind is one scan of an index, whatever lies behind. */
export function workStatement(desk: Desk, asked: Asked, most: number): Statement {
  const said = saidOf(desk, asked, asked.after);
  return keptStatement(isKept(most) ? `desk ${most} ${shapeOf(desk, asked)}` : null, said.values, () => {
    const columns = workList.names
      .map((name) => workList.spec.fields[name as 'id'].sql)
      .map((sql) => (sql === 'assignee_id' ? 'a.account_id' : sql === 'assignee' ? 'a.account_name' : `m.${sql}`));
    return `SELECT ${columns.join(', ')}, m.due::text AS key FROM (
        SELECT * FROM (${desk.kinds.map((each) => rowsOf(each, desk, asked, said, most)).join(' UNION ALL ')}) u
        ORDER BY due, id LIMIT ${most}
      ) m LEFT JOIN work_assignment a ON a.kind = m.kind AND a.subject_id = m.id AND a.assigned_at >= m.since ORDER BY m.due, m.id`;
  });
}

/** How much of each kind waits, is late at `now`, and falls due before `tomorrow`. */
export function workCounts(desk: Desk, asked: Asked, now: Date, tomorrow: Date): Statement {
  const said = saidOf(desk, asked, '');
  const [late, today] = [`$${said.values.push(now)}`, `$${said.values.push(tomorrow)}`];
  return keptStatement(`desk counts ${shapeOf(desk, { ...asked, after: '' })}`, said.values, () =>
    desk.kinds
      .map(
        ({ kind, states }) => `SELECT '${kind.kind}'::text AS kind, count(*)::int AS waiting,
          (count(*) FILTER (WHERE c.due <= ${late}))::int AS late, (count(*) FILTER (WHERE c.due > ${late} AND c.due < ${today}))::int AS today
        FROM ${stateByState(states)}, LATERAL (
          SELECT ${kind.due} AS due FROM ${kind.from} WHERE ${conditions(kind, desk, asked, said).join(' AND ')}
          ORDER BY ${endOf(kind)}, ${kind.id} LIMIT ${countedAtMost}) c`,
      )
      .join(' UNION ALL '),
  );
}

function rowsOf({ kind, states }: Desk['kinds'][number], desk: Desk, asked: Asked, said: Said, most: number): string {
  const { row, due, id } = kind;
  const end = endOf(kind);
  const where = conditions(kind, desk, asked, said);
  if (said.after) where.push(`(${end}, ${id}) > (${said.after.key}::timestamptz, ${said.after.id}::uuid)`);
  return `SELECT '${kind.kind}'::text AS kind, w.* FROM ${stateByState(states)}, LATERAL (
    SELECT ${id} AS id, ${row.at} AS at, (${row.number})::text AS number, ${row.place} AS place, ${row.areaMu ?? 'NULL::numeric'} AS area_mu,
      ${row.party ?? 'NULL::text'} AS party, ${row.counterparty ?? 'NULL::text'} AS counterparty, (${kind.state})::text AS state,
      ${row.round ?? 'NULL::int'} AS round, ${row.since} AS since, ${due} AS due_at, (${kind.office})::text AS office_code, ${end} AS due
    FROM ${kind.from} WHERE ${where.join(' AND ')} ORDER BY ${end}, ${id} LIMIT ${most}) w`;
}

const endOf = ({ due }: WorkKind): string => `coalesce(${due}, 'infinity')`;

/** States stand in the text: as a parameter they were ten to the planner, which then planned every request anew. */
const stateByState = (states: readonly string[]): string =>
  `(VALUES ${states.map((state) => `(${sqlNames([state])})`).join(', ')}) AS s(state)`;

function conditions(kind: WorkKind, desk: Desk, { filters }: Asked, said: Said): string[] {
  const assigned = (more: string): string =>
    `EXISTS (SELECT FROM work_assignment h WHERE h.kind = '${kind.kind}' AND h.subject_id = ${kind.id} AND h.assigned_at >= ${kind.row.since}${more})`;
  const { office = '', hands = '' } = filters;
  return [
    `${kind.state} = s.state`,
    inOffices(kind.office, desk.scopes, (scope) => said.scopes.get(scope) ?? ''),
    ...(kind.where === undefined ? [] : [kind.where]),
    ...(kind.theirs ? [said.theirs.get(kind) ?? ''] : []),
    ...(office === '' ? [] : [prefixed(kind.office, office, () => said.narrower)]),
    ...(hands === 'mine' ? [assigned(` AND h.account_id = ${said.account}`)] : []),
    ...(hands === 'free' ? [`NOT ${assigned('')}`] : []),
  ];
}

function saidOf(desk: Desk, { filters }: Asked, after: string): Said {
  const values: unknown[] = [];
  const say = (value: unknown): string => `$${values.push(value)}`;
  const { office = '', hands = '' } = filters;
  const place = after === '' ? null : placeOf('desk', 'due', 'timestamptz', after);
  return {
    values,
    scopes: new Map(desk.scopes.map((scope) => [scope, say(scope)])),
    narrower: office === '' ? '' : say(office),
    account: hands === 'mine' ? say(desk.me.accountId) : '',
    theirs: new Map(desk.kinds.map(({ kind }) => [kind, kind.theirs?.(desk.me, say) ?? ''])),
    after: place && { key: say(place.key), id: say(place.id) },
  };
}

/** What the text of a statement depends on. */
function shapeOf({ kinds, scopes }: Desk, { filters, after }: Asked): string {
  const { office: narrower = '', hands = '' } = filters;
  const all = kinds.map(({ kind, states }) => `${kind.kind}:${states.join()}`).join('+');
  return `${all} ${scopes.map(({ length }) => length).join()} ${narrower.length} ${hands} ${after === '' ? '' : 'after'}`;
}
