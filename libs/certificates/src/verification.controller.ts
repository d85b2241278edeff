import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Gives, Page, Public, type Shown, networkOf } from '#platform';
import { CodeInput } from './certificate.input.js';
import { VerificationService } from './verification.service.js';
import { type Verification, verificationView } from './verification.view.js';

/** 查证书：open to everybody; the QR code of each paper leads here. */
@Public()
@Controller('verify')
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get()
  @Page('verify/show')
  @Gives(verificationView)
  async form(
    @Query() input: CodeInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shown<Verification>> {
    return input.code === undefined || input.code === ''
      ? this.verification.blank()
      : this.answer(input.code, request, reply);
  }

  @Get(':code')
  @Page('verify/show')
  @Gives(verificationView)
  check(
    @Param('code') code: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shown<Verification>> {
    return this.answer(code, request, reply);
  }

  @Post()
  @HttpCode(200)
  @Page('verify/show')
  @Gives(verificationView)
  ask(
    @Body() input: CodeInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Shown<Verification>> {
    return this.answer(input.code ?? '', request, reply);
  }

  /** A wrong code is 404 with the same page, so that a program need not read the words. */
  private async answer(code: string, request: FastifyRequest, reply: FastifyReply): Promise<Shown<Verification>> {
    const { known, shown } = await this.verification.check(code, networkOf(request));
    reply.header('Cache-Control', 'no-store');
    if (!known) reply.status(404);
    return shown;
  }
}
