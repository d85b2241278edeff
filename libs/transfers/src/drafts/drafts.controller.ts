import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Me, Page, Takes } from '#platform';
import { DraftCases } from './draft-cases.service.js';
import { DraftMaterials } from './draft-materials.service.js';
import { DraftPages } from './draft-pages.service.js';
import { list, text } from './draft-content.js';
import { NewDraftInput, parts } from './draft.input.js';
import { type StepName, hrefOf } from './draft.head.js';

const kept = '存好了，随时可以接着填。';

/** The application step by step: one step, one page, one POST. */
@Controller('transfers')
export class DraftsController {
  constructor(
    private readonly pages: DraftPages,
    private readonly cases: DraftCases,
    private readonly papers: DraftMaterials,
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
  @Takes(parts.who)
  async who(@Param('draft', ParseUUIDPipe) id: string, @Body() body: Typing, @Me() me: Actor): Promise<Done> {
    const draft = await this.pages.drafts.get(id, me);
    const { later, act, q = '', known, ...rest } = body ?? {};
    const typed = (await this.pages.who.named(rest, known, me)) as Record<string, unknown>;
    const sought = text(q).slice(0, 60);
    const chosen = list(typed['contractIds']).length > 0;
    const seeks = act === 'find' || (sought !== '' && sought !== draft.content.sought && !chosen);
    await this.pages.save(
      { ...draft, content: { ...draft.content, sought } },
      'who',
      typed,
      later !== undefined || seeks,
      me,
    );
    if (!seeks) return leads(id, 'land', later);
    const said = sought === '' ? '写上要找的再按“找”。' : '找过了，看下面。';
    return new Done(`${hrefOf(id, 'who')}?q=${encodeURIComponent(sought)}`, { id }, said);
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
  @Takes(parts.land)
  async land(@Param('draft', ParseUUIDPipe) id: string, @Body() body: Typing, @Me() me: Actor): Promise<Done> {
    const { later, ...typed } = body ?? {};
    await this.pages.save(await this.pages.drafts.get(id, me), 'land', typed, later !== undefined, me);
    return leads(id, 'terms', later);
  }

  @Get('new/:draft/terms')
  @Page('transfers/form-terms')
  async termsForm(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    return this.pages.terms.view(await this.pages.drafts.get(id, me), me);
  }

  /** With the last needed field the draft becomes a case. */
  @Post('new/:draft/terms')
  @Takes(parts.terms)
  async termsOf(@Param('draft', ParseUUIDPipe) id: string, @Body() body: Typing, @Me() me: Actor): Promise<Done> {
    const { later, ...typed } = body ?? {};
    const draft = await this.pages.drafts.get(id, me);
    const saved = await this.pages.save(draft, 'terms', typed, later !== undefined, me);
    if (later !== undefined) return leads(id, 'materials', later);
    if (!(await this.pages.whole(saved, me)))
      return new Done(hrefOf(id, await this.pages.here(saved, me)), { id }, '这一步好了，前面还有要改的。');
    const transferId = await this.cases.become(id, me);
    return new Done(hrefOf(id, 'materials'), { id, transferId }, '存好了。还没有提交，先传材料。');
  }

  /** Papers and consents: each is an act of the case that leads back here. */
  @Get('new/:draft/materials')
  @Page('transfers/form-materials')
  async materials(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.materials(draft, this.pages.caseOf(draft), me);
  }

  @Get('new/:draft/check')
  @Page('transfers/form-check')
  async check(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<object> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.check(draft, this.pages.caseOf(draft), me);
  }
}

/** What a step's form sends, right or wrong: it is kept before it is checked. */
type Typing = Record<string, unknown> | undefined;

const leads = (id: string, next: StepName, later: unknown): Done =>
  later === undefined ? new Done(hrefOf(id, next), { id }, '存好了。') : new Done('/transfers/new', { id }, kept);
