import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Gives, Me, Page, type Shown } from '#platform';
import { PaperDesk } from './paper-desk.service.js';
import { type PrintRegister, registerView } from './paper.view.js';

/** The register of a paper's copies: each counted, and beyond the limit let through by a second person. */
@Controller('papers/:id/prints')
export class PrintsController {
  constructor(private readonly desk: PaperDesk) {}

  @Get()
  @Page('prints/index')
  @Gives(registerView)
  register(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<PrintRegister>> {
    return this.desk.see(id, me);
  }
}
