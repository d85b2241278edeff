import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, type Day, type DivisionCode, canonical, reaches, speaksFor, within } from '#kernel';
import { type Act, CONFIG, type Config, Database, type Reader, type Tx, lastly, soon, together } from '#platform';
import type { PrintJob } from './draw-paper.js';
import type { PaperFrame } from './drawing/frame.js';
import { Numbers } from './numbers.service.js';
import { type Letter, type PaperKind, kindOf, templateOf } from './letter.js';
import { type KeptFrame, Paper } from './paper.entity.js';
import { paperProblems } from './paper.problems.js';
import { paperNotes, platformOf, sealFeet } from './paper.words.js';
import { Printer } from './printer.js';
import { Seal } from './seal.entity.js';
import { newVerificationCode, readVerificationCode } from './verification-code.js';

/** Whose paper it is. */
export interface PaperOf {
  /** The record it belongs to, as the history names it. */
  readonly subject: string;
  readonly subjectId: string;
  readonly officeCode: string;
  /** Parties who may look at it. */
  readonly partyIds?: readonly string[];
  /** A number that another series has given, such as the one printed on a contract form. */
  readonly number?: string;
}

/** Issues papers and draws them again: numbers, codes and the kept view. Printing is in PrintsService. */
@Injectable()
export class PapersService {
  constructor(
    private readonly database: Database,
    private readonly numbers: Numbers,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Issues a paper in the act's transaction: a number without gap, a code nobody can guess, the view as it is now. */
  async issue<Asked extends readonly unknown[]>(
    act: Act,
    letter: Letter<Asked>,
    of: PaperOf,
    ...asked: Asked
  ): Promise<Paper> {
    return this.keep(act, letter, of, await said(letter, asked));
  }

  /**
   * Issues a paper that nothing in the act goes on from, once the work is done: its series is held until the commit, and whoever
   * else in the county takes a number of it waits so long.
   */
  async issueLast<Asked extends readonly unknown[]>(
    act: Act,
    letter: Letter<Asked>,
    of: PaperOf,
    ...asked: Asked
  ): Promise<void> {
    const view = await said(letter, asked);
    lastly(act.tx, async () => void (await this.keep(act, letter, of, view)));
  }

  private async keep(act: Act, letter: PaperKind, of: PaperOf, view: object): Promise<Paper> {
    const { tx } = act;
    const { kind, title } = letter;
    const code = newVerificationCode();
    const officeCode = letter.atTown ? within(of.officeCode as DivisionCode, 'town') : of.officeCode;
    const { authority, number } = await together({
      authority: this.authorityOf(tx, letter, officeCode),
      // Asked last: a series is held until the commit.
      number: of.number ?? this.numbers.ofPaper(act, letter, officeCode),
    });
    const frame: KeptFrame = {
      authority,
      platform: platformOf(this.config.county.name),
      verifyUrl: `${this.config.publicUrl}/verify/${code}`,
      seal: await this.sealOf(tx, officeCode, authority, act.today),
      ...(letter.edition > 1 ? { edition: letter.edition } : {}),
    };
    const paper = tx.create(Paper, {
      id: randomUUID(),
      ...{ kind, number, code, view, frame },
      subject: of.subject,
      subjectId: of.subjectId,
      officeCode: officeCode.padEnd(12, '0'),
      officeCodeThen: officeCode.padEnd(12, '0'),
      partyIds: [...(of.partyIds ?? [])],
      sha256: fingerprint({ kind, number, code, view, frame }),
      training: this.config.mode === 'training',
      madeAt: act.now,
      madeOn: act.today,
      madeBy: act.actor.name,
      voidedAt: null,
      voidedBy: null,
      voidReason: null,
    });
    soon(tx, tx.insert(Paper, paper as never));
    const about = { id: of.subjectId, officeCode: paper.officeCode };
    const detail = { paperId: paper.id, kind, number };
    await act.note(of.subject, about, { action: 'paper', label: paperNotes.issued(title), detail });
    return paper;
  }

  /** The PDF of a paper, the same bytes each time; `copy` 0 is a view copy. Slow work: call it outside transactions. */
  async render(paper: Paper, copy = kindOf(paper.kind).original ? 0 : 1): Promise<Buffer> {
    if (!this.isIntact(paper)) throw paperProblems.altered();
    return this.printer.draw(this.drawn(paper, copy));
  }

  /** All that drawing it takes. */
  drawn(paper: Paper, copy: number): PrintJob {
    const kind = kindOf(paper.kind);
    const { title, form, kept } = kind;
    const { number, code, training, madeOn } = paper;
    const { edition = 1, ...own } = paper.frame;
    const frame = { ...own, number, code, training, madeAt: paper.madeAt.toISOString(), madeOn, copy };
    return { template: templateOf(kind, edition), title, form, view: kept(paper.view), frame };
  }

  /** Whether the row still says what was issued. */
  isIntact({ kind, number, code, view, frame, sha256 }: Paper): boolean {
    return fingerprint({ kind, number, code, view, frame }) === sha256;
  }

  /** For staff whose office covers it, and the parties it is about; for anybody else it does not exist. */
  async seen(id: string, me: Actor): Promise<Paper> {
    return this.shownTo(await this.get(id), me);
  }

  /** The same of a paper at hand. */
  shownTo(paper: Paper, me: Actor): Paper {
    const party = speaksFor(me);
    if (reaches(me, paper.officeCode) || (party && paper.partyIds.includes(party))) return paper;
    throw paperProblems.gone();
  }

  async get(id: string, reader: Reader | Tx = this.database.reader): Promise<Paper> {
    const paper = await reader.findOneBy(Paper, { id });
    if (!paper) throw paperProblems.gone();
    return paper;
  }

  async among(reader: Reader | Tx, ids: readonly string[]): Promise<Paper[]> {
    return ids.length === 0 ? [] : reader.findBy(Paper, { id: In([...ids]) });
  }

  /** The papers of a record, oldest first. */
  async of(reader: Reader | Tx, subject: string, subjectId: string): Promise<Paper[]> {
    return reader.find(Paper, { where: { subject, subjectId }, order: { madeAt: 'ASC', number: 'ASC' } });
  }

  /** The paper that carries this code, however it was typed; null for a wrong one. */
  async byCode(text: string): Promise<Paper | null> {
    const code = readVerificationCode(text);
    return code ? this.database.reader.findOneBy(Paper, { code }) : null;
  }

  /** 旧号作废：the number is never given again, and the paper is not printed any more. */
  async voidNumber(act: Act, id: string, reason: string): Promise<Paper> {
    const paper = await act.tx.findOne(Paper, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!paper) throw paperProblems.gone();
    if (paper.voidedAt) throw paperProblems.void();
    const voided = { voidedAt: act.now, voidedBy: act.actor.name, voidReason: reason };
    await act.keep(Paper, id, voided);
    const { subject, subjectId, officeCode, number } = paper;
    const label = paperNotes.voided(kindOf(paper.kind).title);
    const detail = { paperId: id, number };
    await act.note(subject, { id: subjectId, officeCode }, { action: 'void-paper', label, remark: reason, detail });
    return Object.assign(paper, voided);
  }

  /** The exchange of the town whose office it is, for what towns issue; asked in the act's own transaction. */
  private async authorityOf(tx: Tx, { by }: PaperKind, officeCode: string): Promise<string> {
    if (by === 'county') return this.config.county.authority;
    const rows: { name: string }[] = await tx.query(
      `SELECT name FROM office WHERE office_code = $1 AND status = 'open' AND level = 'town'`,
      [officeCode.slice(0, 9).padEnd(12, '0')],
    );
    return rows[0]?.name ?? this.config.county.authority;
  }

  private async sealOf(tx: Tx, officeCode: string, authority: string, today: Day): Promise<PaperFrame['seal']> {
    // 演练环境不存、不印真实印章。
    if (this.config.mode === 'training') return { office: authority, foot: sealFeet.drill };
    const seals = await tx.find(Seal, { where: { officeCode: officeCode.padEnd(12, '0'), officeName: authority } });
    const valid = seals.find((one) => one.validFrom <= today && (one.validTo === null || today < one.validTo));
    return valid && { office: valid.officeName, foot: valid.foot };
  }
}

/** A hash that does not depend on the order in which jsonb gives keys back. */
function fingerprint(content: object): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** What a letter says, as it is kept. */
async function said<Asked extends readonly unknown[]>({ view }: Letter<Asked>, asked: Asked): Promise<object> {
  const says: unknown = view(...asked);
  return JSON.parse(JSON.stringify(await says)) as object;
}
