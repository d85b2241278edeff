import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Acts, Done, Me, Page, Shown, formOf } from '#platform';
import { paperKinds } from './paper-kinds.js';
import { paperProblems } from './paper.problems.js';
import { printsView } from './paper.view.js';
import { PapersService } from './papers.service.js';
import { PrintDecisionInput, PrintInput, SignedCopyInput } from './print.input.js';
import { mayDecidePrints, PrintsService } from './prints.service.js';
import { SignedCopies } from './signed-copies.service.js';

/** The register of a paper's copies: each counted, and beyond the limit let through by a second person. */
@Controller('papers/:id/prints')
export class PrintsController {
  constructor(
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
    private readonly copies: SignedCopies,
    private readonly acts: Acts,
  ) {}

  @Get()
  @Page('prints/index')
  async register(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown> {
    const paper = await this.papers.seen(id, me);
    const view = printsView(paper, { ...(await this.prints.register(id)), scans: await this.copies.of(id) }, me);
    return new Shown(view, { reason: formOf(PrintInput), scan: formOf(SignedCopyInput) });
  }

  @Post()
  async print(@Param('id', ParseUUIDPipe) id: string, @Body() input: PrintInput, @Me() me: Actor): Promise<Done> {
    const paper = await this.papers.seen(id, me);
    if (me.kind !== 'staff' || !paperKinds[paper.kind].original) throw paperProblems.gone();
    const { copy } = await this.acts.begin(me, (act) => this.prints.print(act, id, input.reason ?? ''));
    const flash = copy === null ? '次数已满，已提请另一位同志批准。' : `已登记第 ${copy} 份，可以打印。`;
    return new Done(`/papers/${id}/prints`, { copy }, flash);
  }

  @Post('requests/:request/decision')
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('request', ParseUUIDPipe) request: string,
    @Body() input: PrintDecisionInput,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.papers.seen(id, me);
    if (!mayDecidePrints(me)) throw paperProblems.gone();
    const decided = await this.acts.begin(me, (act) => this.prints.decide(act, request, input.approved));
    return new Done(`/papers/${id}/prints`, { copy: decided.copyNumber, approved: decided.approved });
  }
}
