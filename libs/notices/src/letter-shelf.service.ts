import { Injectable } from '@nestjs/common';
import { PapersService } from '#papers';
import { Files, type Reader, historyOf } from '#platform';
import { courseView } from './course.view.js';

/** What lies with a letter: its evidence, the papers about it, and what happened. */
@Injectable()
export class LetterShelf {
  constructor(
    private readonly papers: PapersService,
    private readonly files: Files,
  ) {}

  async of(reader: Reader, id: string) {
    const evidence = await this.files.of(reader, 'case_file', id);
    const papers = await this.papers.of(reader, 'case_file', id);
    const exhibits = evidence.map((each) => ({
      href: `/files/${each.id}`,
      name: each.name,
      hash: each.sha256.slice(0, 16),
    }));
    return {
      evidence: exhibits,
      papers: papers.map((paper) => ({ href: `/papers/${paper.id}`, label: paper.number })),
      timeline: courseView(await historyOf(reader, 'case_file', id)),
    };
  }
}
