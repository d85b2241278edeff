import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Acts, Done, Download, Me, Scans } from '#platform';
import { paperKinds } from './paper-kinds.js';
import { paperProblems } from './paper.problems.js';
import { PapersService } from './papers.service.js';
import { SignedCopyInput } from './print.input.js';
import { PrintsService } from './prints.service.js';
import { SignedCopies } from './signed-copies.service.js';

@Controller('papers')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
    private readonly copies: SignedCopies,
    private readonly acts: Acts,
    private readonly scans: Scans,
  ) {}

  /** The PDF: of a letter itself; of an original a counted copy where one is named, else a view copy (样本). */
  @Get(':id')
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('copy') copy: string | undefined,
    @Me() me: Actor,
  ): Promise<Download> {
    const paper = await this.papers.seen(id, me);
    const { original, title } = paperKinds[paper.kind];
    const printed =
      original && copy ? (await this.prints.of(id)).some((one) => one.copyNumber === Number(copy)) : false;
    if (copy && original && (!printed || me.kind !== 'staff' || paper.voidedAt)) throw paperProblems.gone();
    const bytes = await this.papers.render(paper, original ? Number(copy ?? 0) : 1);
    return new Download(bytes, 'application/pdf', `${title} ${paper.number}.pdf`, { inline: true, cache: 'no-store' });
  }

  /** 签字盖章的原件、送达回证扫描回来归档。 */
  @Post(':id/scans')
  async scan(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: SignedCopyInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const paper = await this.papers.seen(id, me);
    if (me.kind !== 'staff') throw paperProblems.gone();
    await this.scans.fill(SignedCopyInput, input, request);
    await this.acts.begin(me, (act) => this.copies.add(act, paper, input.scans));
    return new Done(`/papers/${id}/prints`, { scans: input.scans.length }, '扫描件存好了。');
  }
}
