import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { type Act, Database, Shown, Steps, offersOf } from '#platform';
import { certificateActs } from './certificate.acts.js';
import { CertificateFactsService } from './certificate-facts.service.js';
import { CertificateShelf } from './certificate-shelf.service.js';
import type { CertificateFacts } from './certificate.facts.js';
import { certificatePage } from './certificate.page.js';
import { certificateProblems } from './certificate.problems.js';
import { type Certified, certificateOf } from './certificate.view.js';
import { certificateWorkflow } from './certificate.workflow.js';

/** One certificate, and the pages that ask for words before an act. */
@Injectable()
export class CertificateReader {
  constructor(
    private readonly database: Database,
    private readonly facts: CertificateFactsService,
    private readonly shelf: CertificateShelf,
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /** For an act on a certificate: locked, with what its rules ask. */
  locked(act: Act, id: string): Promise<CertificateFacts> {
    return this.facts.locked(act, id);
  }

  read(id: string, me: Actor): Promise<CertificateFacts> {
    return this.facts.read(id, me);
  }

  async see(id: string, me: Actor): Promise<Shown<Certified>> {
    return this.show(await this.facts.read(id, me), me);
  }

  /** The certificate that a paper is, or was. */
  async ofPaper(paperId: string, me: Actor): Promise<Shown<Certified>> {
    const rows: { id: string }[] = await this.database.reader.query('SELECT id FROM certificate WHERE paper_id = $1', [
      paperId,
    ]);
    if (!rows[0]) throw certificateProblems.notFound();
    return this.see(rows[0].id, me);
  }

  private async show(facts: CertificateFacts, me: Actor): Promise<Shown<Certified>> {
    const now = this.clock.now();
    const steps = this.steps.open(certificateWorkflow, facts, me, now);
    const acts = offersOf(certificateActs, facts, steps, me, now);
    const certificate = certificateOf(facts, { ...(await this.shelf.of(facts.record, me)), acts }, me, now);
    return new Shown(certificate, certificatePage(certificate, acts, me));
  }
}
