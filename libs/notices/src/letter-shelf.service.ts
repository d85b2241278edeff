import { Injectable } from '@nestjs/common';
import { type Paper, PapersService } from '#papers';
import { Deadlines, type EvidenceFile, Files, type HistoryLine, type Reader, historyOf } from '#platform';
import type { ObjectionSeen } from './objection.view.js';

/** What lies with a letter: its clock, its evidence, the papers about it, and what happened. */
@Injectable()
export class LetterShelf {
  constructor(
    private readonly papers: PapersService,
    private readonly files: Files,
    private readonly deadlines: Deadlines,
  ) {}

  async of(reader: Reader, id: string): Promise<Omit<ObjectionSeen, 'file' | 'acts'>> {
    const running = await this.deadlines.running(reader, 'case_file', id);
    const evidence: EvidenceFile[] = await this.files.of(reader, 'case_file', id);
    const papers: Paper[] = await this.papers.of(reader, 'case_file', id);
    const history: HistoryLine[] = await historyOf(reader, 'case_file', id);
    return { running, evidence, papers, history };
  }
}
