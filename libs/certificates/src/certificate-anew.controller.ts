import { Body, Controller, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, dayOf } from '#kernel';
import { Done, Files, Me, ParameterStore, uploadsOf } from '#platform';
import { CertificateAnewService } from './certificate-anew.service.js';
import { CertificatePages } from './certificate-pages.service.js';
import { AnewInput, BasisInput } from './certificate.input.js';

/** 撤销后重新发证：asked for, refused, issued. */
@Controller('certificates/:id')
export class CertificateAnewController {
  constructor(
    private readonly anew: CertificateAnewService,
    private readonly pages: CertificatePages,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  @Post('new-certificate-request')
  async ask(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: BasisInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    const [upload] = uploadsOf(request, 'file');
    const { maxUploadMb } = await this.parameters.on(dayOf(this.clock.now()));
    const proof = upload ? await this.files.receive(upload, maxUploadMb) : null;
    await this.anew.ask(id, input, proof, me);
    return new Done(`/certificates/${id}`, () => this.pages.see(id, me), '已提请重新发证，等负责人决定。');
  }

  @Post('new-certificate-refusal')
  async refuse(@Param('id', ParseUUIDPipe) id: string, @Body() input: BasisInput, @Me() me: Actor): Promise<Done> {
    await this.anew.refuse(id, input, me);
    return new Done(`/certificates/${id}`, () => this.pages.see(id, me), '决定不重新发证。');
  }

  @Post('new-certificate')
  async issue(@Param('id', ParseUUIDPipe) id: string, @Body() input: AnewInput, @Me() me: Actor): Promise<Done> {
    const next = await this.anew.issue(id, input, me);
    return new Done(`/certificates/${next.id}`, () => this.pages.see(next.id, me), `已发新证，编号 ${next.number}。`);
  }
}
