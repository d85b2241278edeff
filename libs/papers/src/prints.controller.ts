import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page, Shown, formOf } from '#platform';
import { PaperDesk } from './paper-desk.service.js';
import { PrintInput, SignedCopyInput } from './print.input.js';

/** The register of a paper's copies: each counted, and beyond the limit let through by a second person. */
@Controller('papers/:id/prints')
export class PrintsController {
  constructor(private readonly desk: PaperDesk) {}

  @Get()
  @Page('prints/index')
  async register(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown> {
    return new Shown(await this.desk.see(id, me), { reason: formOf(PrintInput), scan: formOf(SignedCopyInput) });
  }
}
