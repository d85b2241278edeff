import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Acts, Done, Gives, Me } from '#platform';
import { applicationSaid } from '../application/application.acts.js';
import { ApplicationsService } from '../application/applications.service.js';
import { ApplicationInput } from '../transfer.input.js';
import { type Transfer, transferView } from '../views/transfer.view.js';
import { TransfersService } from '../transfers.service.js';

/** What applicants do: draft an application, and write it anew. */
@Controller('transfers')
export class ApplicationsController {
  constructor(
    private readonly acts: Acts,
    private readonly applications: ApplicationsService,
    private readonly transfers: TransfersService,
  ) {}

  @Post()
  @Gives(transferView)
  async draft(@Body() input: ApplicationInput, @Me() me: Actor): Promise<Done<Transfer>> {
    const id = await this.acts.begin(me, (act) => this.applications.draft(act, input));
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), applicationSaid.drafted);
  }

  @Post(':id/application')
  @Gives(transferView)
  async revise(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ApplicationInput,
    @Me() me: Actor,
  ): Promise<Done<Transfer>> {
    await this.acts.begin(me, (act) => this.applications.revise(act, id, input));
    return new Done(`/transfers/${id}`, () => this.transfers.see(id, me), applicationSaid.revised);
  }
}
