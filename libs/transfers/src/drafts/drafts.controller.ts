import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Done, Gives, Me, Page, type Shown, TakesHalf } from '#platform';
import { DraftCases } from './draft-cases.service.js';
import { DraftReader } from './draft-reader.service.js';
import { list, text, type OpenDraft } from './draft-content.js';
import { draftSaid as said } from './draft.acts.js';
import { hrefOf } from './draft.head.js';
import { NewDraftInput, parts } from './draft.input.js';
import {
  type DraftReference,
  type Draft,
  type Drafts,
  type KeptDraftView,
  draftReference,
  draftView,
  draftsView,
  keptDraft,
} from './draft.view.js';
import type { DraftStep } from './draft.words.js';
import { DraftHandingIn } from './handing-in.service.js';
import { type DraftCheck, type DraftMaterials, draftCheck, draftMaterials } from './handing-in.view.js';

/** The application step by step: one step, one page, one POST. */
@Controller('transfers')
export class DraftsController {
  constructor(
    private readonly pages: DraftReader,
    private readonly cases: DraftCases,
    private readonly papers: DraftHandingIn,
  ) {}

  @Get('new')
  @Page('transfers/new')
  @Gives(draftsView)
  start(@Me() me: Actor): Promise<Drafts> {
    return this.pages.start(me);
  }

  @Post('new')
  @Gives(draftReference)
  async begin(@Body() input: NewDraftInput, @Me() me: Actor): Promise<Done<DraftReference>> {
    const id = await this.pages.drafts.begin(input.side, me);
    return new Done(hrefOf(id, 'who'), reference(id), said.begun);
  }

  /** A returned case is typed over in the same pages. */
  @Post(':id/drafts')
  @Gives(draftReference)
  async reopen(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done<DraftReference>> {
    const draft = await this.cases.reopen(id, me);
    return new Done(hrefOf(draft, 'who'), reference(draft, id), said.reopened);
  }

  @Get('new/:draft')
  @Gives(draftReference)
  async resume(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done<DraftReference>> {
    const draft = await this.pages.drafts.get(id, me);
    return new Done(hrefOf(id, await this.pages.here(draft, me)), reference(id, draft.transferId), said.resumed);
  }

  /** Asks once more: what was typed on a phone took somebody an hour. */
  @Get('new/:draft/deletion')
  @Page('transfers/form-deletion')
  @Gives(keptDraft)
  askDrop(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<KeptDraftView> {
    return this.pages.kept(id, me);
  }

  @Post('new/:draft/deletion')
  @Gives(draftsView)
  async drop(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Done<Drafts>> {
    await this.pages.drafts.drop(id, me);
    return new Done('/transfers/new', () => this.pages.start(me), said.dropped);
  }

  @Get('new/:draft/who')
  @Page('transfers/form-who')
  @Gives(draftView)
  async whoForm(
    @Param('draft', ParseUUIDPipe) id: string,
    @Query('q') q: unknown,
    @Me() me: Actor,
  ): Promise<Shown<Draft>> {
    return this.pages.who.show(await this.pages.drafts.get(id, me), me, typeof q === 'string' ? q.slice(0, 60) : '');
  }

  @Post('new/:draft/who')
  @TakesHalf(parts.who)
  @Gives(draftReference)
  async who(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() body: Typing,
    @Me() me: Actor,
  ): Promise<Done<DraftReference>> {
    const draft = await this.pages.drafts.get(id, me);
    const { later, act, q = '', known, ...rest } = body ?? {};
    const typed = await this.pages.who.named(rest, known, me);
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
    if (!seeks) return leads(draft, 'land', later);
    const looked = sought === '' ? said.seekWhat : said.sought;
    return new Done(`${hrefOf(id, 'who')}?q=${encodeURIComponent(sought)}`, reference(id, draft.transferId), looked);
  }

  @Get('new/:draft/land')
  @Page('transfers/form-land')
  @Gives(draftView)
  async landForm(
    @Param('draft', ParseUUIDPipe) id: string,
    @Query('on') on: unknown,
    @Me() me: Actor,
  ): Promise<Shown<Draft>> {
    const picked = typeof on === 'string' && /^[\d.]{0,2000}$/.test(on) ? on : null;
    return this.pages.land.show(await this.pages.drafts.get(id, me), me, picked);
  }

  @Post('new/:draft/land')
  @TakesHalf(parts.land)
  @Gives(draftReference)
  async land(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() body: Typing,
    @Me() me: Actor,
  ): Promise<Done<DraftReference>> {
    const { later, ...typed } = body ?? {};
    const draft = await this.pages.drafts.get(id, me);
    await this.pages.save(draft, 'land', typed, later !== undefined, me);
    return leads(draft, 'terms', later);
  }

  @Get('new/:draft/terms')
  @Page('transfers/form-terms')
  @Gives(draftView)
  async termsForm(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Draft>> {
    return this.pages.terms.show(await this.pages.drafts.get(id, me));
  }

  /** With the last needed field the draft becomes a case. */
  @Post('new/:draft/terms')
  @TakesHalf(parts.terms)
  @Gives(draftReference)
  async terms(
    @Param('draft', ParseUUIDPipe) id: string,
    @Body() body: Typing,
    @Me() me: Actor,
  ): Promise<Done<DraftReference>> {
    const { later, ...typed } = body ?? {};
    const draft = await this.pages.drafts.get(id, me);
    const saved = await this.pages.save(draft, 'terms', typed, later !== undefined, me);
    if (later !== undefined) return leads(draft, 'materials', later);
    if (!(await this.pages.whole(saved, me)))
      return new Done(hrefOf(id, await this.pages.here(saved, me)), reference(id, draft.transferId), said.notWhole);
    return new Done(hrefOf(id, 'materials'), reference(id, await this.cases.become(id, me)), said.whole);
  }

  /** Papers and consents: each is an act of the case that leads back here. */
  @Get('new/:draft/materials')
  @Page('transfers/form-materials')
  @Gives(draftMaterials)
  async materials(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<DraftMaterials>> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.materials(draft, this.pages.caseOf(draft), me);
  }

  @Get('new/:draft/check')
  @Page('transfers/form-check')
  @Gives(draftCheck)
  async check(@Param('draft', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<DraftCheck>> {
    const draft = await this.pages.drafts.get(id, me);
    return this.papers.check(draft, this.pages.caseOf(draft), me);
  }
}

/** What a step's form sends, right or wrong: it is kept before it is checked. */
type Typing = Record<string, unknown> | undefined;

const reference = (id: string, transferId: string | null = null): DraftReference => ({ id, transferId });

const leads = ({ id, transferId }: OpenDraft, next: DraftStep, later: unknown): Done<DraftReference> =>
  later === undefined
    ? new Done(hrefOf(id, next), reference(id, transferId), said.kept)
    : new Done('/transfers/new', reference(id, transferId), said.later);
