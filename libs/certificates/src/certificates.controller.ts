import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me, Page } from '#platform';
import { CertificatePages } from './certificate-pages.service.js';
import { CertificateQuery } from './certificate.input.js';

/** Certificates: the list a reader may see, and one of them. */
@Controller('certificates')
export class CertificatesController {
  constructor(private readonly pages: CertificatePages) {}

  @Get()
  @Page('certificates/index')
  list(@Query() query: CertificateQuery, @Me() me: Actor): Promise<object> {
    return this.pages.list(query, me);
  }

  @Get(':id')
  @Page('certificates/show')
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.see(id, me);
  }

  /** From a case, where only the paper is known. */
  @Get('papers/:paper')
  @Page('certificates/show')
  ofPaper(@Param('paper', ParseUUIDPipe) paper: string, @Me() me: Actor): Promise<object> {
    return this.pages.ofPaper(paper, me);
  }
}
