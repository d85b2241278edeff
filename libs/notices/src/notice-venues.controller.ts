import { Body, Controller, Get, Param, ParseEnumPipe, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { type Actor, Clock, instant } from '#kernel';
import { Database, Done, Me, Page, type uploadsOf } from '#platform';
import { type VenueKind, venueKinds } from '#publications';
import { darkForm, spanOf } from './dark-form.js';
import { EvidenceInbox } from './evidence-inbox.js';
import { CheckInput, DarkInput, ErratumInput, ProofInput } from './notice.input.js';
import { NoticePagesService } from './notice-pages.service.js';
import { NoticeVenuesService } from './notice-venues.service.js';
import { NoticesService } from './notices.service.js';

type Request = Parameters<typeof uploadsOf>[0];
const venue = new ParseEnumPipe(Object.fromEntries(Object.keys(venueKinds).map((kind) => [kind, kind])));

/** What happens to a notice at its venues. */
@Controller('notices/:id')
export class NoticeVenuesController {
  constructor(
    private readonly database: Database,
    private readonly venues: NoticeVenuesService,
    private readonly notices: NoticesService,
    private readonly pages: NoticePagesService,
    private readonly inbox: EvidenceInbox,
    private readonly clock: Clock,
  ) {}

  @Post('venues/:venue/proof')
  async prove(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('venue', venue) kind: VenueKind,
    @Body() input: ProofInput,
    @Req() request: Request,
    @Me() me: Actor,
  ): Promise<Done> {
    const photo = await this.inbox.photo(request, 'photo');
    const now = this.clock.now();
    const { longitude, latitude } = input;
    const point = longitude && latitude ? { longitude, latitude } : null;
    const proof = { postedAt: input.postedAt ? instant(input.postedAt) : now, place: input.place ?? null, point };
    await this.database.transaction((tx) => this.venues.prove(tx, id, kind, proof, photo, me, now));
    return this.done(id, me, '照片收到，这一处有了凭证。');
  }

  @Post('period-sheet')
  async provePeriod(@Param('id', ParseUUIDPipe) id: string, @Req() request: Request, @Me() me: Actor): Promise<Done> {
    const photo = await this.inbox.photo(request, 'photo');
    await this.database.transaction((tx) => this.venues.provePeriodSheet(tx, id, photo, me, this.clock.now()));
    return this.done(id, me, '照片收到，起止告示贴好了。');
  }

  @Post('venues/:venue/checks')
  async check(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('venue', venue) kind: VenueKind,
    @Body() input: CheckInput,
    @Me() me: Actor,
  ): Promise<Done> {
    const seen = { place: input.place ?? null, inPlace: input.inPlace, remark: input.remark };
    await this.database.transaction((tx) => this.venues.check(tx, id, kind, seen, me, this.clock.now()));
    return this.done(id, me, '抽查记下了。');
  }

  @Get('dark-intervals/new')
  @Page('confirm')
  async blankDark(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return darkForm(await this.pages.see(id, me));
  }

  @Post('dark-intervals')
  async dark(@Param('id', ParseUUIDPipe) id: string, @Body() input: DarkInput, @Me() me: Actor): Promise<Done> {
    const span = { venue: input.venue, reason: input.reason, place: input.place ?? null, ...spanOf(input) };
    const darkId = await this.database.transaction((tx) => this.venues.reportDark(tx, id, span, me, this.clock.now()));
    return new Done(`/notices/${id}`, { id: darkId }, '中断记下了，等县中心确认。');
  }

  @Post('dark-intervals/:darkId/confirmation')
  async confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('darkId', ParseUUIDPipe) darkId: string,
    @Me() me: Actor,
  ): Promise<Done> {
    const { added } = await this.database.transaction((tx) =>
      this.venues.confirmDark(tx, id, darkId, me, this.clock.now()),
    );
    return this.done(id, me, added === 0 ? '不满一个工作日，公示期不变。' : `公示延长 ${added} 个工作日。`);
  }

  @Post('errata')
  async erratum(@Param('id', ParseUUIDPipe) id: string, @Body() input: ErratumInput, @Me() me: Actor): Promise<Done> {
    await this.database.transaction((tx) => this.notices.erratum(tx, id, { ...input }, me, this.clock.now()));
    return this.done(id, me, '更正已登出，公示期不变。');
  }

  private async done(id: string, me: Actor, flash: string): Promise<Done> {
    return new Done(`/notices/${id}`, () => this.pages.see(id, me), flash);
  }
}
