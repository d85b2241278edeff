import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page } from '#platform';
import { DraftMaterials } from './draft-materials.service.js';
import { DraftPages } from './draft-pages.service.js';

/** The last two steps: papers and consents, each an act of the case that leads back here; and reading it over. */
@Controller('transfers/new/:draft')
export class DraftPapersController {
  constructor(
    private readonly pages: DraftPages,
    private readonly papers: DraftMaterials,
  ) {}

  @Get('materials')
  @Page('transfers/form-materials')
  async list(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.materials(draft, this.pages.caseOf(draft), me);
  }

  @Get('check')
  @Page('transfers/form-check')
  async check(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.check(draft, this.pages.caseOf(draft), me);
  }
}
