import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, dayOf, speaksFor, reaches } from '#kernel';
import { Acts, Database, Done, Download, Me, Page, ParameterStore, Scans, inputProblem, uploadsOf } from '#platform';
import { paperKinds } from './paper-kinds.js';
import { Paper } from './paper.entity.js';
import { paperProblems } from './paper.problems.js';
import { printsView } from './paper.view.js';
import { PapersService } from './papers.service.js';
import { PrintDecisionInput, PrintInput } from './print.input.js';
import { mayDecidePrints, PrintsService } from './prints.service.js';
import { ScansService } from './scans.service.js';

@Controller('papers')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly prints: PrintsService,
    private readonly scans: ScansService,
    private readonly database: Database,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    private readonly acts: Acts,
    private readonly receiver: Scans,
  ) {}

  /** The PDF: of a letter itself; of an original a counted copy where one is named, else a view copy (样本). */
  @Get(':id')
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @Query('copy') copy: string | undefined,
    @Me() me: Actor,
  ): Promise<Download> {
    const paper = await this.seen(id, me);
    const { original, title } = paperKinds[paper.kind];
    const printed =
      original && copy ? (await this.prints.of(id)).some((one) => one.copyNumber === Number(copy)) : false;
    if (copy && original && (!printed || me.kind !== 'staff' || paper.voidedAt)) throw paperProblems.gone();
    const bytes = await this.papers.render(paper, original ? Number(copy ?? 0) : 1);
    return new Download(bytes, 'application/pdf', `${title} ${paper.number}.pdf`, { inline: true, cache: 'no-store' });
  }

  @Get(':id/prints')
  @Page('prints/index')
  async register(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const paper = await this.seen(id, me);
    const { printLimit } = await this.parameters.on(dayOf(this.clock.now()));
    const [prints, open] = [await this.prints.of(id), await this.prints.openRequest(id)];
    return printsView(paper, { prints, open, limit: printLimit, scans: await this.scans.of(id) }, me);
  }

  @Post(':id/prints')
  async print(@Param('id', ParseUUIDPipe) id: string, @Body() input: PrintInput, @Me() me: Actor): Promise<Done> {
    const paper = await this.seen(id, me);
    if (me.kind !== 'staff' || !paperKinds[paper.kind].original) throw paperProblems.gone();
    const { copy } = await this.acts.begin(me, (act) => this.prints.print(act, id, input.reason ?? ''));
    const flash = copy === null ? '次数已满，已提请另一位同志批准。' : `已登记第 ${copy} 份，可以打印。`;
    return new Done(`/papers/${id}/prints`, { copy }, flash);
  }

  /** 签字盖章的原件、送达回证扫描回来归档。 */
  @Post(':id/scans')
  async scan(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    const paper = await this.seen(id, me);
    if (me.kind !== 'staff') throw paperProblems.gone();
    const uploads = uploadsOf(request, 'scans');
    if (uploads.length === 0) throw inputProblem([{ pointer: '#/scans', detail: '请选扫描件（PDF 或者照片）。' }]);
    const received = await this.receiver.receive(uploads);
    await this.acts.begin(me, (act) => this.scans.add(act, paper, received));
    return new Done(`/papers/${id}/prints`, { scans: uploads.length }, '扫描件存好了。');
  }

  @Post(':id/prints/requests/:request/decision')
  async decide(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('request', ParseUUIDPipe) request: string,
    @Body() input: PrintDecisionInput,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.seen(id, me);
    if (!mayDecidePrints(me)) throw paperProblems.gone();
    const decided = await this.acts.begin(me, (act) => this.prints.decide(act, request, input.approved));
    return new Done(`/papers/${id}/prints`, { copy: decided.copyNumber, approved: decided.approved });
  }

  /** Staff whose office covers it, and the parties it is about; for anybody else it does not exist. */
  private async seen(id: string, me: Actor): Promise<Paper> {
    const paper = await this.papers.get(this.database.reader, id);
    const party = speaksFor(me);
    if (reaches(me, paper.officeCode) || (party && paper.partyIds.includes(party))) return paper;
    throw paperProblems.gone();
  }
}
