import { Body, Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, Done, Me, Page, type uploadsOf } from '#platform';
import { EvidenceInbox } from './evidence-inbox.js';
import { AnswerInput, ClaimInput } from './objection.input.js';
import { PriorityClaimsService } from './priority-claims.service.js';
import { PriorityPagesService } from './priority-pages.service.js';

type Request = Parameters<typeof uploadsOf>[0];
const acts = {
  verification: 'verify',
  refusal: 'refuse',
  consent: 'grant',
  decline: 'decline',
  withdrawal: 'withdraw',
} as const;
type ActName = keyof typeof acts;
const actName = new ParseEnumPipe(
  Object.fromEntries(Object.keys(acts).map((name) => [name, name])) as Record<string, string>,
);

/** Claims of members of the collective to take the land on the same terms. */
@Controller('notices/:id/priority-claims')
export class PriorityClaimsController {
  constructor(
    private readonly database: Database,
    private readonly claims: PriorityClaimsService,
    private readonly pages: PriorityPagesService,
    private readonly inbox: EvidenceInbox,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Page('priority/new')
  blank(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.blank(id, me);
  }

  @Post()
  async claim(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ClaimInput,
    @Req() request: Request,
    @Me() me: Actor,
  ): Promise<Done> {
    const letter = this.pages.letterOf(input, me);
    const proofs = await this.inbox.receive(request, 'proof');
    const claim = await this.database.transaction((tx) =>
      this.claims.claim(tx, id, letter, proofs, me, this.clock.now()),
    );
    return new Done(
      `/notices/${id}/priority-claims/${claim.id}`,
      () => this.pages.see(id, claim.id, me),
      `优先权主张已收到：${claim.number}。`,
    );
  }

  @Get(':claimId')
  @Page('priority/show')
  show(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('claimId', ParseUUIDPipe) claimId: string,
    @Me() me: Actor,
  ): Promise<object> {
    return this.pages.see(id, claimId, me);
  }

  @Post(':claimId/:act')
  async act(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('claimId', ParseUUIDPipe) claimId: string,
    @Param('act', actName) name: ActName,
    @Body() input: AnswerInput,
    @Req() request: Request,
    @Me() me: Actor,
  ): Promise<Done> {
    const [statement = null] = await this.inbox.receive(request, 'statement');
    await this.database.transaction((tx) =>
      this.claims.take(tx, claimId, acts[name], { ...input, statement }, me, this.clock.now()),
    );
    return new Done(`/notices/${id}/priority-claims/${claimId}`, () => this.pages.see(id, claimId, me));
  }
}
