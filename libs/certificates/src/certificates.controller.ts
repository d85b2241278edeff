import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, staffPosts } from '#kernel';
import { type Asked, Asks, type Download, ForPosts, Gives, Me, Page, type Shown, Sends, sentTypes } from '#platform';
import { certificateList, certificatePageView } from './certificate.list.js';
import { CertificateLists } from './certificate-lists.service.js';
import { CertificateReader } from './certificate-reader.service.js';
import { type Certified, certificateView } from './certificate.view.js';

/** Certificates: the list a reader may see, and one of them. */
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly pages: CertificateReader,
    private readonly lists: CertificateLists,
  ) {}

  @Get()
  @Page('certificates/index')
  @Gives(certificatePageView)
  list(@Asks(certificateList) asked: Asked, @Me() me: Actor) {
    return this.lists.show(asked, me);
  }

  @ForPosts(...staffPosts)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(certificateList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  @Get(':id')
  @Page('certificates/show')
  @Gives(certificateView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Certified>> {
    return this.pages.see(id, me);
  }

  /** From a case, where only the paper is known. */
  @Get('papers/:paper')
  @Page('certificates/show')
  @Gives(certificateView)
  ofPaper(@Param('paper', ParseUUIDPipe) paper: string, @Me() me: Actor): Promise<Shown<Certified>> {
    return this.pages.ofPaper(paper, me);
  }
}
