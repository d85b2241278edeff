import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { type Paper, PapersService } from '#papers';
import { Database, Shown } from '#platform';
import { EncumbrancesService, termOf } from '#rights';
import { CertificateChange } from './certificate-change.entity.js';
import { verdictOf } from './certificate.verdict.js';
import { type CheckedRow, checkedSql } from './certificates.queries.js';
import { CodeGuesses } from './code-guesses.js';
import { verificationPage } from './verification.page.js';
import {
  type Told,
  type Verification,
  alteredAnswer,
  certificateAnswer,
  paperAnswer,
  unknownAnswer,
} from './verification.view.js';

/** 查验：anybody, without signing in, checks a paper by the code it carries. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database,
    private readonly papers: PapersService,
    private readonly encumbrances: EncumbrancesService,
    private readonly guesses: CodeGuesses,
    private readonly clock: Clock,
  ) {}

  blank(): Shown<Verification> {
    return new Shown({ verdict: null }, verificationPage(null, null));
  }

  async check(code: string, network: string): Promise<{ known: boolean; shown: Shown<Verification> }> {
    const found = await this.guesses.check(network, () => this.papers.byCode(code));
    const now = this.clock.now();
    const verdict = found ? await this.verdict(found, now) : unknownAnswer(now);
    return { known: found !== null, shown: new Shown({ verdict }, () => verificationPage(verdict, found)) };
  }

  private async verdict(paper: Paper, now: Date): Promise<Told> {
    // A row that no longer says what was issued proves nothing to anybody.
    if (!this.papers.isIntact(paper)) return alteredAnswer(paper, now);
    const row = paper.kind === 'certificate' ? await this.checked(paper.id) : null;
    if (!row) return paperAnswer(paper, now);
    const { reader } = this.database;
    const changes = await reader.find(CertificateChange, {
      where: { certificateId: row.id },
      order: { madeAt: 'ASC' },
    });
    const encumbrances = await this.encumbrances.of({ rightId: row.rightId });
    const changed = changes.some((change) => change.kind === 'change');
    const { state, status, renewal } = row;
    const asked = { state, status, renewed: renewal !== null, term: termOf(row.term), changed };
    return certificateAnswer({ paper, row, changes, encumbrances, state: verdictOf(asked, dayOf(now)) }, now);
  }

  /** Read in a transaction of its own, under a shared lock: see the query. */
  private async checked(paperId: string): Promise<CheckedRow | null> {
    const rows: CheckedRow[] = await this.database.transaction((tx) => tx.query(checkedSql, [paperId]));
    return rows[0] ?? null;
  }
}
