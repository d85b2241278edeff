import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { type Actor, Clock, formatMoment, maskPhone } from '#kernel';
import { Database, Done, Frames, Me, Page, Public, type Tx, type uploadsOf } from '#platform';
import { caseKinds } from '#cases';
import { EvidenceInbox } from './evidence-inbox.js';
import { DecisionInput, ObjectionInput, ReasonInput, ServiceInput } from './objection.input.js';
import { letterOf } from './objection.letter.js';
import { ObjectionPagesService } from './objection-pages.service.js';
import { ObjectionsService } from './objections.service.js';

type Request = Parameters<typeof uploadsOf>[0];

/** Objections: raised by anybody, answered by the town's coordination desk. */
@Controller()
export class ObjectionsController {
  constructor(
    private readonly database: Database,
    private readonly objections: ObjectionsService,
    private readonly pages: ObjectionPagesService,
    private readonly inbox: EvidenceInbox,
    private readonly frames: Frames,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Get('notices/:id/objections/new')
  @Page('objections/new')
  blank(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.blank(id, me);
  }

  @Public()
  @Post('notices/:id/objections')
  async lodge(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ObjectionInput,
    @Req() request: Request,
    @Me() me: Actor,
  ): Promise<Done> {
    const letter = letterOf(input, me, this.clock.today());
    const evidence = await this.inbox.receive(request, 'evidence');
    const { file, code } = await this.database.transaction((tx) =>
      this.objections.lodge(tx, id, letter, evidence, me, this.clock.now()),
    );
    const { label } = caseKinds[file.kind];
    const due = file.dueAt ? formatMoment(file.dueAt) : '';
    const receipt = { notice: id, label, number: file.number, code, due };
    const [place, own] =
      me.kind === 'staff'
        ? [`/objections/${file.id}`, { id: file.id }]
        : [`/notices/${id}/objections/receipts/${await this.frames.leave(receipt)}`, {}];
    return new Done(
      place,
      { ...own, number: file.number, code, kind: file.kind, label, dueAt: file.dueAt },
      `${label}已收到：${file.number}，查询码 ${code}。请记下来。`,
    );
  }

  @Get('objections/:id')
  @Page('objections/show', { wide: true })
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }

  @Post('objections/:id/acceptance')
  accept(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.act(id, me, (tx, now) => this.objections.accept(tx, id, me, now));
  }

  @Post('objections/:id/decision')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: DecisionInput, @Me() me: Actor): Promise<Done> {
    const decision = { ...input, effect: input.effect ?? null };
    return this.act(id, me, (tx, now) => this.objections.decide(tx, id, decision, me, now));
  }

  @Post('objections/:id/service')
  serve(@Param('id', ParseUUIDPipe) id: string, @Body() input: ServiceInput, @Me() me: Actor): Promise<Done> {
    return this.act(id, me, (tx, now) => this.objections.serve(tx, id, input.way, me, now));
  }

  @Post('objections/:id/withdrawal')
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.act(id, me, (tx, now) => this.objections.withdraw(tx, id, input.reason, me, now));
  }

  @Post('objections/:id/note')
  note(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.act(id, me, (tx, now) => this.objections.note(tx, id, input.reason, me, now));
  }

  @Post('objections/:id/contact')
  async contact(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.pages.see(id, me);
    const contact = await this.database.transaction((tx) => this.objections.reveal(tx, id, me, this.clock.now()));
    const said =
      contact === null
        ? '没有留下联系方式。'
        : `电话 ${contact.phone || '没有留'}，住址 ${contact.address || '没有留'}`;
    return new Done(
      `/objections/${id}`,
      { phone: contact?.phone ?? '', address: contact?.address ?? '', masked: maskPhone(contact?.phone ?? '') },
      said,
    );
  }

  private async act(id: string, me: Actor, work: (tx: Tx, now: Date) => Promise<unknown>): Promise<Done> {
    await this.database.transaction((tx) => work(tx, this.clock.now()));
    return new Done(`/objections/${id}`, () => this.pages.see(id, me));
  }
}
