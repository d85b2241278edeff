import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { type Actor, type Post, instant } from '#kernel';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Frames,
  Gives,
  type ListView,
  Me,
  Page,
  Public,
  Sends,
  Shown,
  listValue,
  moved,
  sentTypes,
} from '#platform';
import { CaseDesk } from './case-desk.service.js';
import { type CaseRow, caseList } from './case-file.list.js';
import { caseProblems } from './case-file.problems.js';
import { type Case, type CaseReceipt, caseView, receiptView } from './case-file.view.js';
import { kindOf } from './case-kind.js';
import { CaseLists } from './case-lists.service.js';

const readers = [
  'town_coordination',
  'town_information',
  'town_trade',
  'county_reviewer',
  'county_information',
  'county_director',
  'supervisor',
  'village_clerk',
] as const satisfies Post[];

// Where cases stood before they were of one kind of record: on receipts, in bookmarks and in programs.
moved(/^\/notices\/[0-9a-f-]{36}\/objections\/receipts\//, '/cases/receipts/');
moved(/^\/(objections|priority-claims)(?=[/?]|$)/, '/cases');

/** Cases: what people sent in, for who answers it and for who sent it. */
@Controller('cases')
export class CasesController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly lists: CaseLists,
    private readonly frames: Frames,
  ) {}

  @ForPosts(...readers)
  @Get()
  @Page('cases/index', { wide: true })
  @Gives(listValue(caseList))
  list(@Asks(caseList) asked: Asked, @Me() me: Actor): Promise<Shown<ListView<CaseRow>>> {
    return this.lists.show(asked, me);
  }

  @ForPosts(...readers)
  @Get('sheet')
  @Sends(sentTypes.sheet)
  sheet(@Asks(caseList) asked: Asked, @Me() me: Actor): Promise<Download> {
    return this.lists.sheet(asked, me);
  }

  /** The number and code of a case, for who sent it: a page to photograph or print, there for a day. */
  @Public()
  @Get('receipts/:receipt')
  @Page('cases/receipt')
  @Gives(receiptView)
  async receipt(@Param('receipt') receipt: string): Promise<Shown<CaseReceipt>> {
    const left = /^[0-9a-f]{32}$/.test(receipt) ? await this.frames.left(receipt) : null;
    if (!left) throw caseProblems.receiptGone();
    const said = (name: string): string => String(left[name] ?? '');
    const { holds = false, about } = kindOf({ kind: said('kind') });
    const view = {
      ...{ id: null, about: said('about') || `/notices/${said('notice')}` },
      ...{ kind: said('kind'), number: said('number'), code: said('code') },
      dueAt: said('due') === '' ? null : instant(said('due')),
    };
    return new Shown(view, { holds, word: about.word });
  }

  @Get(':id')
  @Page('cases/show', { wide: true })
  @Gives(caseView)
  show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Shown<Case>> {
    return this.desk.see(id, me);
  }
}
