import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { type Act, Acts, Done, type Filled, Gives, Me, Takes, filled } from '#platform';
import { applicationSaid } from '../application/application.acts.js';
import { ApplicationsService } from '../application/applications.service.js';
import { ApplicationInput } from '../transfer.input.js';
import { type Transfer, transferView } from '../views/transfer.view.js';
import { TransfersService } from '../transfers.service.js';

const asked = ({ today }: Act, body: object = {}): Promise<Filled<ApplicationInput>> =>
  filled(ApplicationInput, body, today);

/** What applicants do: draft an application, and write it anew. */
@Controller('transfers')
export class ApplicationsController {
  constructor(
    private readonly acts: Acts,
    private readonly applications: ApplicationsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post()
  @Takes(ApplicationInput)
  @Gives(transferView)
  async draft(@Body() body: object | undefined, @Me() me: Actor): Promise<Done<Transfer>> {
    const id = await this.acts.begin(me, async (act) => this.applications.draft(act, await asked(act, body)));
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), applicationSaid.drafted);
  }

  @Post(':id/application')
  @Takes(ApplicationInput)
  @Gives(transferView)
  async revise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: object | undefined,
    @Me() me: Actor,
  ): Promise<Done<Transfer>> {
    await this.acts.begin(me, async (act) => this.applications.revise(act, id, await asked(act, body)));
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), applicationSaid.revised);
  }
}
