import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Me, Page } from '#platform';
import type { Typed } from './application-draft.entity.js';
import { DraftCases } from './draft-cases.service.js';
import { DraftPages } from './draft-pages.service.js';
import { LandInput, NewDraftInput, TermsInput, WhoInput } from './draft.input.js';
import { hrefOf } from './draft.head.js';

const kept = '存好了，随时可以接着填。';

/** The application step by step: one step, one page, one POST. */
@Controller('transfers')
export class DraftsController {
  constructor(
    private readonly pages: DraftPages,
    private readonly cases: DraftCases,
  ) {}

  @Get('new')
  @Page('transfers/new')
  start(@Me() me: Actor): Promise<object> {
    return this.pages.start(me);
  }

  @Post('new')
  async begin(@Body() input: NewDraftInput, @Me() me: Actor): Promise<Done> {
    const id = await this.pages.drafts.begin(input.side, me);
    return new Done(hrefOf(id, 'who'), { id }, '开始填。随时可以按“先存着”。');
  }

  /** A returned case is typed over in the same pages. */
  @Post(':id/drafts')
  async reopen(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    const draft = await this.cases.reopen(id, me);
    return new Done(hrefOf(draft, 'who'), { id: draft }, '可以改了。改完再交上去。');
  }

  @Get('new/:draft')
  async resume(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    const draft = await this.pages.drafts.get(id, me);
    return new Done(hrefOf(id, await this.pages.here(draft, me)), { id }, '接着填。');
  }

  /** Asks once more: what was typed on a phone took somebody an hour. */
  @Get('new/:draft/deletion')
  @Page('confirm')
  askDrop(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.askDrop(id, me);
  }

  @Post('new/:draft/deletion')
  async drop(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done> {
    await this.pages.drafts.drop(id, me);
    return new Done('/transfers/new', {}, '删掉了。');
  }

  @Get('new/:draft/who')
  @Page('transfers/form-who')
  async whoForm(@Param('draft', ParseUUIDPipe) id: string, @Query('q') q: unknown, @Me() me: Actor): Promise<object> {
    return this.pages.who.view(await this.pages.drafts.get(id, me), me, typeof q === 'string' ? q.slice(0, 60) : '');
  }

  @Post('new/:draft/who')
  async who(@Param('draft', ParseUUIDPipe) id: string, @Body() input: WhoInput, @Me() me: Actor): Promise<Done> {
    const draft = await this.pages.drafts.get(id, me);
    const { later, act, ...typed } = input;
    const sought = input.q ?? '';
    const seeks =
      act === 'find' || (sought !== '' && sought !== draft.content.who?.['q'] && input.contractIds.length === 0);
    await this.pages.save(draft, 'who', given(typed), later !== undefined || seeks, me);
    if (seeks)
      return new Done(
        `${hrefOf(id, 'who')}?q=${encodeURIComponent(sought)}`,
        { id },
        sought === '' ? '写上要找的再按“找”。' : '找过了，看下面。',
      );
    return later === undefined
      ? new Done(hrefOf(id, 'land'), { id }, '存好了。')
      : new Done('/transfers/new', { id }, kept);
  }

  @Get('new/:draft/land')
  @Page('transfers/form-land')
  async landForm(
    @Param('draft', ParseUUIDPipe) id: string,
    @Query('on') on: unknown,
    @Me() me: Actor,
  ): Promise<object> {
    const picked = typeof on === 'string' && /^[\d.]{0,2000}$/.test(on) ? on : null;
    return this.pages.land.view(await this.pages.drafts.get(id, me), me, picked);
  }

  @Post('new/:draft/land')
  async land(@Param('draft', ParseUUIDPipe) id: string, @Body() input: LandInput, @Me() me: Actor): Promise<Done> {
    const draft = await this.pages.drafts.get(id, me);
    const parts = Object.entries(input.parts ?? {}).flatMap(([parcel, part]) => [
      [`parts.${parcel}.side`, part.side],
      [`parts.${parcel}.areaMu`, part.areaMu],
    ]);
    await this.pages.save(
      draft,
      'land',
      given({ parcelIds: input.parcelIds, ...Object.fromEntries(parts) }),
      input.later !== undefined,
      me,
    );
    return input.later === undefined
      ? new Done(hrefOf(id, 'terms'), { id }, '存好了。')
      : new Done('/transfers/new', { id }, kept);
  }

  @Get('new/:draft/terms')
  @Page('transfers/form-terms')
  async termsForm(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.terms.view(await this.pages.drafts.get(id, me), me);
  }

  /** With the last needed field the draft becomes a case. */
  @Post('new/:draft/terms')
  async termsOf(@Param('draft', ParseUUIDPipe) id: string, @Body() input: TermsInput, @Me() me: Actor): Promise<Done> {
    const { later, ...typed } = input;
    const saved = await this.pages.save(
      await this.pages.drafts.get(id, me),
      'terms',
      given(typed),
      later !== undefined,
      me,
    );
    if (later !== undefined) return new Done('/transfers/new', { id }, kept);
    if (!(await this.pages.whole(saved, me)))
      return new Done(hrefOf(id, await this.pages.here(saved, me)), { id }, '这一步好了，前面还有要改的。');
    const transferId = await this.cases.become(id, me);
    return new Done(hrefOf(id, 'materials'), { id, transferId }, '存好了。还没有提交，先传材料。');
  }
}

/** What was typed, without what was left empty. */
function given(fields: object): Typed {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string | string[]] => typeof entry[1] === 'string' || Array.isArray(entry[1]),
    ),
  );
}
