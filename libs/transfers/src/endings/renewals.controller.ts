import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Me } from '#platform';
import { HandBackInput } from '../desks/desk.input.js';
import { EndingsService } from './endings.service.js';
import { RenewalsService } from './renewals.service.js';
import { RenewalInput } from '../transfer.input.js';
import { TransfersService } from '../transfers.service.js';

/** What comes before and after the last day of a right: its renewal, and the land handed back. */
@Controller('transfers/:id')
export class RenewalsController {
  constructor(
    private readonly renewals: RenewalsService,
    private readonly endings: EndingsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post('renewal')
  async renew(@Param('id', ParseUUIDPipe) id: string, @Body() input: RenewalInput, @Me() me: Actor): Promise<Done> {
    const next = await this.renewals.begin(id, input, me);
    return new Done(
      `/transfers/${next}`,
      () => this.transfers.see(next, me),
      '续期草稿存好了，还没有提交。先补齐转出方和共有人的同意。',
    );
  }

  @Post('land-return')
  async handBack(@Param('id', ParseUUIDPipe) id: string, @Body() input: HandBackInput, @Me() me: Actor): Promise<Done> {
    await this.endings.handBack(id, input, me);
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), '土地交还登记好了，可以办退还风险保障金。');
  }
}
