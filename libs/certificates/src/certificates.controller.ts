import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, Clock, dayOf } from '#kernel';
import { Done, Files, Me, Page, ParameterStore, type Received, uploadsOf } from '#platform';
import { CertificateActsService } from './certificate-acts.service.js';
import { CertificatePages } from './certificate-pages.service.js';
import type { Certificate } from './certificate.entity.js';
import {
  BasisInput,
  CertificateQuery,
  ChangeInput,
  ExchangeInput,
  ReissueInput,
  StockInput,
} from './certificate.input.js';

/** Certificates: the list a reader may see, one of them, and what may befall it. */
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly pages: CertificatePages,
    private readonly acts: CertificateActsService,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

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

  @Get(':id/:noun')
  @Page('confirm')
  form(@Param('id', ParseUUIDPipe) id: string, @Param('noun') noun: string, @Me() me: Actor): Promise<object> {
    return this.pages.form(id, noun, me);
  }

  @Post(':id/change')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ChangeInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.done(
      await this.acts.change(id, input, await this.proof(request), me),
      me,
      '变更已记入，通知书已出具。',
    );
  }

  @Post(':id/reissue')
  async reissue(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ReissueInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.done(await this.acts.reissue(id, input, await this.proof(request), me), me, '已补发新证，旧号作废。');
  }

  @Post(':id/exchange')
  async exchange(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ExchangeInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.done(await this.acts.exchange(id, input, await this.proof(request), me), me, '已换发新证，旧号作废。');
  }

  @Post(':id/cancellation')
  async cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: BasisInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.done(await this.acts.cancel(id, input, await this.proof(request), me), me, '证书已注销。');
  }

  @Post(':id/revocation-request')
  async propose(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: BasisInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
  ): Promise<Done> {
    return this.done(
      await this.acts.propose(id, input, await this.proof(request), me),
      me,
      '已提请撤销，等负责人决定。',
    );
  }

  @Post(':id/revocation')
  async revoke(@Param('id', ParseUUIDPipe) id: string, @Body() input: BasisInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.acts.revoke(id, input, me), me, '证书已撤销，决定书已出具。');
  }

  @Post(':id/revocation-refusal')
  async dismiss(@Param('id', ParseUUIDPipe) id: string, @Body() input: BasisInput, @Me() me: Actor): Promise<Done> {
    return this.done(await this.acts.dismiss(id, input, me), me, '决定不撤销，证书照旧。');
  }

  @Post(':id/stock')
  async stock(@Param('id', ParseUUIDPipe) id: string, @Body() input: StockInput, @Me() me: Actor): Promise<Done> {
    return new Done(`/certificates/${id}`, await this.pages.bookStock(id, input, me), '流水号记下了。');
  }

  /** The document an act rests on, checked by its content and written to disk before any transaction begins. */
  private async proof(request: FastifyRequest): Promise<Received | null> {
    const [upload] = uploadsOf(request, 'file');
    if (!upload) return null;
    const { maxUploadMb } = await this.parameters.on(dayOf(this.clock.now()));
    return this.files.receive(upload, maxUploadMb);
  }

  private async done(certificate: Certificate, me: Actor, said: string): Promise<Done> {
    return new Done(`/certificates/${certificate.id}`, () => this.pages.see(certificate.id, me), said);
  }
}
