import { Controller, Get } from '@nestjs/common';
import { type Actor, type Post as HeldPostName, formatMoment, posts } from '#kernel';
import { AccountStarts, ForPosts, Me, Page, seconds } from '#platform';
import { OfficesService } from './offices.service.js';

/** The second person's pages: whose account of staff is to be started, asked by whom, and why. */
@Controller('account-starts')
@ForPosts(...seconds)
export class AccountStartsController {
  constructor(
    private readonly starts: AccountStarts,
    private readonly offices: OfficesService,
  ) {}

  @Get()
  @Page('accounts/starts')
  async list(@Me() me: Actor): Promise<object> {
    const [waiting, names] = [await this.starts.waiting(), await this.offices.names()];
    return {
      title: '确认账号起用',
      starts: waiting.map((each) => ({
        id: each.id,
        what: each.kind === 'open' ? '起用新账号' : '重发初始密码，解绑动态口令',
        name: each.name,
        login: each.login,
        posts: each.posts
          .map((held) => `${names.place(held.officeCode)} ${posts[held.post as HeldPostName].label}`)
          .join('、'),
        reason: each.reason,
        asked: `${each.askedBy}，${formatMoment(each.askedAt)}`,
        until: formatMoment(each.until),
        own: [each.askedById, each.accountId].includes(me.accountId ?? ''),
        confirmHref: `/account-starts/${each.id}/confirmation`,
        refuseHref: `/account-starts/${each.id}/refusal`,
      })),
    };
  }
}
