import { Injectable } from '@nestjs/common';
import { type Act, Database, type Elsewhere, type EvidenceFile, Files } from '#platform';
import { kindOf } from './letter.js';
import { paperNotes } from './paper.words.js';
import type { SignedCopyInput } from './print.input.js';
import type { PaperFacts } from './paper.entity.js';

/** Signed papers and proofs of delivery come back as scans: evidence, written once. */
@Injectable()
export class SignedCopies {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
  ) {}

  async of(paperId: string): Promise<EvidenceFile[]> {
    return this.files.of(this.database.reader, 'paper', paperId);
  }

  /** Keeps received scans of a paper. */
  async scan(act: Act, { record: paper }: PaperFacts, { scans }: SignedCopyInput): Promise<Elsewhere> {
    const exhibit = { subject: 'paper', subjectId: paper.id, kind: 'signed_scan' };
    for (const scan of scans) await this.files.attach(act, scan, exhibit);
    const { subject, subjectId, officeCode, id, number } = paper;
    const label = paperNotes.scanned(kindOf(paper.kind).title);
    const detail = { paperId: id, number, files: scans.map((each) => each.sha256) };
    await act.note(subject, { id: subjectId, officeCode }, { action: 'scan-paper', label, detail });
    return { id, under: 'prints' };
  }
}
