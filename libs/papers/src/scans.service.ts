import { Injectable } from '@nestjs/common';
import { type Actor, dayOf } from '#kernel';
import { Database, type EvidenceFile, Files, ParameterStore, type Upload, record } from '#platform';
import { paperKinds } from './paper-kinds.js';
import type { Paper } from './paper.entity.js';

/** Signed papers and proofs of delivery come back as scans: evidence, written once. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
  ) {}

  async of(paperId: string): Promise<EvidenceFile[]> {
    return this.files.of(this.database.reader, 'paper', paperId);
  }

  /** Keeps scans of a paper; each is checked by its content before the transaction begins. */
  async add(paper: Paper, uploads: readonly Upload[], actor: Actor, now: Date): Promise<void> {
    const { maxUploadMb } = await this.parameters.on(dayOf(now));
    const received = await Promise.all(uploads.map((upload) => this.files.receive(upload, maxUploadMb)));
    await this.database.transaction(async (tx) => {
      for (const each of received) {
        await this.files.attach(tx, each, { subject: 'paper', subjectId: paper.id, kind: 'signed_scan' }, actor, now);
      }
      const { subject, subjectId, officeCode, id, number } = paper;
      const label = `《${paperKinds[paper.kind].title}》签收件扫描归档`;
      const detail = { paperId: id, number, files: received.map((each) => each.sha256) };
      await record(tx, { subject, subjectId, action: 'scan-paper', label, officeCode, detail }, actor, now);
    });
  }
}
