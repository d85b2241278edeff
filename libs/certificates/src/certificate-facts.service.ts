import { Injectable } from '@nestjs/common';
import { type Actor, speaksFor, reaches } from '#kernel';
import { type Act, Database, type Reader, type Tx, historyOf, together, whoDid } from '#platform';
import { Encumbrance, ManagementRight, termOf } from '#rights';
import { CertificateChange } from './certificate-change.entity.js';
import { Certificate } from './certificate.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import { certificateProblems } from './certificate.problems.js';

/** The certificates of the case that this one's case renews, and of the case that renews it. */
const renewalSql = `
  SELECT (SELECT c.id FROM certificate c WHERE c.transfer_id = t.renews_id ORDER BY c.issued_at DESC LIMIT 1) AS before,
    (SELECT c.id FROM transfer n JOIN certificate c ON c.transfer_id = n.id WHERE n.renews_id = t.id ORDER BY c.issued_at DESC LIMIT 1) AS after
  FROM transfer t WHERE t.id = $1`;

/** Asked only of a certificate that was revoked: who may bring it back must be others. */
const nobody = { accept: [], approve: [] } as const;

/** Gathers a certificate: the record and what its rules ask about. The page that draws the buttons uses the same facts. */
@Injectable()
export class CertificateFactsService {
  constructor(private readonly database: Database) {}

  /** Locks the certificate for an act, its case first, as every act locks that touches both. */
  async locked({ tx, actor }: Act, id: string): Promise<CertificateFacts> {
    await tx.query(
      'SELECT 1 FROM transfer t JOIN certificate c ON c.transfer_id = t.id WHERE c.id = $1 FOR UPDATE OF t',
      [id],
    );
    const found = await tx.findOne(Certificate, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, found, actor);
  }

  async read(id: string, actor: Actor): Promise<CertificateFacts> {
    const { reader } = this.database;
    return this.gather(reader, await reader.findOneBy(Certificate, { id }), actor);
  }

  private async gather(reader: Reader | Tx, found: Certificate | null, actor: Actor): Promise<CertificateFacts> {
    if (!found || !(await this.sees(reader, found, actor))) throw certificateProblems.notFound();
    const { right, encumbrances, history, links, changes, did } = await together({
      right: reader.findOneByOrFail(ManagementRight, { id: found.rightId }),
      encumbrances: reader.findBy(Encumbrance, { rightId: found.rightId, status: 'registered' }),
      history: historyOf(reader, 'certificate', found.id),
      links: reader.query(renewalSql, [found.transferId]) as Promise<{ before: string | null; after: string | null }[]>,
      changes: reader.find(CertificateChange, { where: { certificateId: found.id }, order: { madeAt: 'ASC' } }),
      did: found.state === 'revoked' ? whoDid(reader, 'transfer', found.transferId, 'accept', 'approve') : nobody,
    });
    const opened = history.findLastIndex((line) => line.toState === 'revoking' && line.fromState !== 'revoking');
    return {
      record: found,
      renewal: links[0] ?? { before: null, after: null },
      belongsTo: (who) => speaksFor(who) === found.holderId,
      term: termOf(found.term),
      status: right.status,
      mortgagees: encumbrances.map((each) => each.mortgageeName),
      changes,
      accepted: did.accept,
      reviewed: did.approve,
      proposers: history
        .slice(Math.max(opened, 0))
        .flatMap((line) => (line.action === 'propose' && line.accountId ? [line.accountId] : [])),
    };
  }

  /** Staff whose office covers it, the holder, and the parties its paper was made out to. */
  private async sees(reader: Reader | Tx, found: Certificate, actor: Actor): Promise<boolean> {
    if (reaches(actor, found.officeCode)) return true;
    const party = speaksFor(actor);
    if (party === null) return false;
    if (party === found.holderId) return true;
    const rows: unknown[] = await reader.query('SELECT 1 FROM paper WHERE id = $1 AND $2 = ANY(party_ids)', [
      found.paperId,
      party,
    ]);
    return rows.length > 0;
  }
}
