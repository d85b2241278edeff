import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, formatMu, formatTerm, speaksFor, widestScope } from '#kernel';
import { type Act, Database, Steps, listCursor, offersOf } from '#platform';
import { termOf } from '#rights';
import { certificateActs } from './certificate.acts.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { CertificateShelf } from './certificate-shelf.service.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { CertificateQuery } from './certificate.input.js';
import { certificateProblems } from './certificate.problems.js';
import { tagOf } from './certificate.verdict.js';
import { certificateView } from './certificate.view.js';
import { certificateWorkflow } from './certificate.workflow.js';
import { type CertificateRow, byWordSql, ofHolderSql, ofOfficeSql } from './certificates.queries.js';

const pageSize = 20;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Lists, one certificate, and the pages that ask for words before an act. */
@Injectable()
export class CertificatePages {
  constructor(
    private readonly database: Database,
    private readonly facts: CertificateFactsService,
    private readonly shelf: CertificateShelf,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  async list(query: CertificateQuery, me: Actor): Promise<object> {
    const limit = query.limit ?? pageSize;
    const words = (query.q ?? '').trim();
    const rows = await this.rows(query, words, limit + 1, me);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const keep = new URLSearchParams({ ...(words && { q: words }), ...(query.state && { state: query.state }) });
    const onward = (more: Record<string, string>): string =>
      `/certificates?${new URLSearchParams({ ...Object.fromEntries(keep), ...more }).toString()}`;
    const next = rows.length > limit && last ? onward({ after: `${last.issuedAt.toISOString()}_${last.id}` }) : '';
    return {
      title: me.kind === 'staff' ? '证书' : '我的证书',
      searchable: me.kind === 'staff',
      chips: { label: '按状态看', items: chips(query.state ?? '', words) },
      values: { q: words },
      rows: shown.map((row) => this.row(row, me)),
      pager: { text: `这一页 ${shown.length} 本`, previous: query.after ? onward({}) : '', next },
    };
  }

  /** For an act on a certificate: locked, with what its rules ask. */
  locked(act: Act, id: string): Promise<CertificateFacts> {
    return this.facts.locked(act, id);
  }

  read(id: string, me: Actor): Promise<CertificateFacts> {
    return this.facts.read(id, me);
  }

  async see(id: string, me: Actor): Promise<object> {
    return this.show(await this.facts.read(id, me), me);
  }

  /** The certificate that a paper is, or was. */
  async ofPaper(paperId: string, me: Actor): Promise<object> {
    const rows: { id: string }[] = await this.database.reader.query('SELECT id FROM certificate WHERE paper_id = $1', [
      paperId,
    ]);
    if (!rows[0]) throw certificateProblems.notFound();
    return this.see(rows[0].id, me);
  }

  private async show(facts: CertificateFacts, me: Actor): Promise<object> {
    const now = this.clock.now();
    const steps = this.steps.open(certificateWorkflow, facts, me, now);
    return certificateView(
      facts,
      { ...(await this.shelf.of(facts.record, me)), acts: offersOf(certificateActs, facts, steps, me, now) },
      me,
      now,
    );
  }

  private async rows(query: CertificateQuery, words: string, limit: number, me: Actor): Promise<CertificateRow[]> {
    const from = listCursor(query.after) ?? ['infinity', lastId];
    const more = [...from, query.state ?? '', limit];
    if (me.kind !== 'staff' || me.assisting !== null)
      return this.database.rows('certificates of a holder', ofHolderSql, [speaksFor(me), ...more]);
    const scope = `${widestScope(me)}%`;
    if (words !== '') return this.database.ask(byWordSql, [scope, ...more, words]);
    return this.database.rows('certificates of an office', ofOfficeSql, [scope, ...more]);
  }

  private row(row: CertificateRow, me: Actor): object {
    const term = termOf(row.term);
    return {
      id: row.id,
      href: `/certificates/${row.id}`,
      number: row.number,
      holder: row.holderName,
      place: row.place,
      extent: `${formatMu(row.areaMu)} 亩，${formatTerm(term)}`,
      issued: dayOf(row.issuedAt),
      state: tagOf(row.state, term, dayOf(this.clock.now())),
      mine: me.kind === 'party',
    };
  }
}

function chips(current: string, words: string): object[] {
  const search = words === '' ? {} : { q: words };
  const items = [
    ['', '全部'],
    ...Object.entries(certificateWorkflow.states).map(([state, { label }]) => [state, label]),
  ] as [string, string][];
  return items.map(([state, label]) => {
    const query = new URLSearchParams({ ...search, ...(state && { state }) }).toString();
    return { href: query === '' ? '/certificates' : `/certificates?${query}`, label, current: state === current };
  });
}
