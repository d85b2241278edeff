import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, formatMu, formatTerm, speaksFor, reaches, widestScope } from '#kernel';
import { Database, Steps, generalProblems, inputProblem, record as note, stepProblems, listCursor } from '#platform';
import { termOf } from '#rights';
import { actForms, stockForm } from './act-forms.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { CertificateShelf } from './certificate-shelf.service.js';
import { CertificateStock } from './certificate-stock.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import type { CertificateQuery, StockInput } from './certificate.input.js';
import { certificateProblems } from './certificate.problems.js';
import { tagOf } from './certificate.verdict.js';
import { certificateView } from './certificate.view.js';
import { type CertificateState, certificateWorkflow } from './certificate.workflow.js';
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

  /** The form of an act: GET of the very address that takes the POST. */
  async form(id: string, noun: string, me: Actor): Promise<object> {
    const facts = await this.facts.read(id, me);
    if (noun === stockForm.noun) {
      if (!booksStock(facts, me)) throw stepProblems.notYours();
      return page(
        facts,
        { label: '登记证书纸流水号', hint: '流水号印在空白证书纸上，和证号不是一回事。', tone: '', warning: '' },
        stockForm,
      );
    }
    const found = Object.entries(actForms).find(([, form]) => form.noun === noun);
    if (!found) throw generalProblems.notFound();
    const [action, form] = found;
    const step = this.steps
      .open(certificateWorkflow, facts, me, this.clock.now())
      .find((each) => each.action === action);
    if (!step)
      throw stepProblems.notOpen({
        detail: `证书现在是“${certificateWorkflow.states[facts.record.state as CertificateState].label}”。`,
      });
    if (!step.enabled)
      throw stepProblems.blocked({
        blockers: step.blockers,
        detail: step.blockers.map((each) => each.text).join('；'),
      });
    return page(facts, { label: step.label, hint: step.hint, tone: step.tone, warning: step.confirm ?? '' }, form);
  }

  /** 空白证书纸登记：each serial once; spoiled sheets are logged with how. */
  async bookStock(id: string, input: StockInput, me: Actor): Promise<object> {
    if (input.outcome === 'spoiled' && !input.reason)
      throw inputProblem([{ pointer: '#/reason', detail: '写怎么废的' }]);
    await this.database.transaction(async (tx) => {
      const locked = await this.facts.locked(tx, id, me);
      if (!booksStock(locked, me)) throw stepProblems.notYours({ detail: '证书纸由县中心发证岗登记。' });
      const now = this.clock.now();
      const { serial, outcome } = input;
      const copyNumber = outcome === 'used' ? (input.copyNumber ?? 1) : null;
      const sheet = {
        serial,
        outcome,
        certificateId: id,
        copyNumber,
        reason: input.reason ?? '',
        notedBy: me.name,
        notedAt: now,
      };
      await tx.insert(CertificateStock, sheet);
      const label = outcome === 'used' ? `登记用纸 ${serial}` : `登记废纸 ${serial}`;
      const act = {
        subject: 'certificate',
        subjectId: id,
        action: 'stock',
        label,
        officeCode: locked.record.officeCode,
      };
      await note(tx, { ...act, remark: input.reason ?? null, detail: { serial, outcome } }, me, now);
    });
    return this.see(id, me);
  }

  private async show(facts: CertificateFacts, me: Actor): Promise<object> {
    const now = this.clock.now();
    const steps = this.steps.open(certificateWorkflow, facts, me, now);
    return certificateView(
      facts,
      { ...(await this.shelf.of(facts.record, me)), steps, booksStock: booksStock(facts, me) },
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

function booksStock(facts: CertificateFacts, me: Actor): boolean {
  const { officeCode } = facts.record;
  return reaches(me, officeCode, 'county_certifier');
}

function page(
  facts: CertificateFacts,
  step: { label: string; hint: string; tone: string; warning: string },
  form: (typeof actForms)['change'],
): object {
  const { record } = facts;
  const here = `/certificates/${record.id}`;
  return {
    title: step.label,
    trail: { steps: [{ href: here, label: record.number }], here: step.label, code: false },
    text: step.hint === '' ? [] : [step.hint],
    facts: [
      { label: '证书', value: record.number, href: here },
      { label: '权利人', value: record.holderName, href: '' },
      { label: '坐落', value: record.place, href: '' },
    ],
    warning: step.warning,
    act: {
      label: step.label,
      href: `${here}/${form.noun}`,
      tone: step.tone === 'grave' ? 'grave' : '',
      fields: form.fields,
      multipart: form.multipart,
    },
    back: { label: '不办了，回证书', href: here },
    values: {},
  };
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
