import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Download, Me, Sends, sentTypes } from '#platform';
import { kindOf } from './letter.js';
import { paperProblems } from './paper.problems.js';
import { PapersService } from './papers.service.js';
import { PrintsService } from './prints.service.js';

@Controller('papers')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
  ) {}

  /** The PDF: of a letter itself; of an original a counted copy where one is named, else a view copy (样本). */
  @Get(':id')
  @Sends(sentTypes.pdf)
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('copy') copy: string | undefined,
    @Me() me: Actor,
  ): Promise<Download> {
    const paper = await this.papers.seen(id, me);
    const { original, title } = kindOf(paper.kind);
    const printed =
      original && copy ? (await this.prints.of(id)).some((one) => one.copyNumber === Number(copy)) : false;
    if (copy && original && (!printed || me.kind !== 'staff' || paper.voidedAt)) throw paperProblems.gone();
    const bytes = await this.papers.render(paper, original ? Number(copy ?? 0) : 1);
    return new Download(bytes, 'application/pdf', `${title} ${paper.number}.pdf`, { inline: true, cache: 'no-store' });
  }
}
