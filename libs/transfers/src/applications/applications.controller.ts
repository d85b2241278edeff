import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Me } from '#platform';
import { ApplicationsService } from './applications.service.js';
import { EndingsService } from '../endings/endings.service.js';
import { ReasonInput, RemarkInput } from '../desks/desk.input.js';
import { ApplicationInput } from '../transfer.input.js';
import type { TransferFacts } from '../transfer.facts.js';
import { TransfersService } from '../transfers.service.js';

/** What applicants do: draft, hand in, correct, withdraw; and what stops a case for a while. */
@Controller('transfers')
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly endings: EndingsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post()
  async draft(@Body() input: ApplicationInput, @Me() me: Actor): Promise<Done> {
    const id = await this.applications.draft(input, me);
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), '草稿存好了，还没有提交。');
  }

  @Post(':id/application')
  async revise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ApplicationInput,
    @Me() me: Actor,
  ): Promise<Done> {
    await this.applications.revise(id, input, me);
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), '改好了。');
  }

  @Post(':id/submission')
  async submit(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.applications.submit(id, me), me, '交上去了。');
  }

  @Post(':id/resubmission')
  async resubmit(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.applications.resubmit(id, me), me, '重报上去了。');
  }

  @Post(':id/withdrawal')
  async withdraw(@Param('id', ParseUUIDPipe) id: string, @Body() input: RemarkInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.endings.withdraw(id, input, me), me, '已撤回。');
  }

  /** 合同解除: the papers are with the case; its land is free from now on. */
  @Post(':id/rescission')
  async rescind(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.endings.rescind(id, input, me), me, '合同已解除，本案撤回。');
  }

  @Post(':id/registration-only')
  async registerOnly(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.endings.registered(id, me), me, '权利已登记，按规定不发证书。');
  }

  @Post(':id/suspension')
  async suspend(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReasonInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.endings.suspend(id, input, me), me, '已中止，各项期限停表。');
  }

  @Post(':id/resumption')
  async resume(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    return this.done(await this.endings.resume(id, me), me, '恢复办理，期限重新计算。');
  }

  private async done(facts: TransferFacts, me: Actor, said: string): Promise<Done> {
    return new Done(`/transfers/${facts.record.id}`, () => this.transfers.seeAgain(facts, me), said);
  }
}
