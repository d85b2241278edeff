import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Me } from '#platform';
import { TerminationInput, TransfersService } from '#transfers';
import { CertificatePages } from './certificate-pages.service.js';
import { IssueInput } from './certificate.input.js';
import { CertificatesService } from './certificates.service.js';

/** The two acts of a case that touch its certificate: how it begins and how it ends. Their forms are the case's own. */
@Controller('transfers/:id')
export class IssuingController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly pages: CertificatePages,
    private readonly transfers: TransfersService,
  ) {}

  @Post('certificate')
  async issue(@Param('id', ParseUUIDPipe) id: string, @Body() input: IssueInput, @Me() me: Actor): Promise<Done> {
    const certificate = await this.certificates.issue(id, me, input.stockNumber);
    return new Done(
      `/certificates/${certificate.id}`,
      () => this.pages.see(certificate.id, me),
      `已发证，编号 ${certificate.number}。`,
    );
  }

  @Post('termination')
  async terminate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: TerminationInput,
    @Me() me: Actor,
  ): Promise<Done> {
    const facts = await this.certificates.terminate(id, input, me);
    return new Done(
      `/transfers/${id}`,
      () => this.transfers.seeAgain(facts, me),
      '已提前终止，证书已注销，地块交回承包方。',
    );
  }
}
