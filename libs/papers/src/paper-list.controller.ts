import { Controller, Get } from '@nestjs/common';
import { type Actor, scopesOf, staffPosts } from '#kernel';
import { OfficesService } from '#offices';
import {
  type Asked,
  Asks,
  type Download,
  ForPosts,
  Gives,
  Lists,
  Me,
  Page,
  Sends,
  listValue,
  ofOffice,
  sentTypes,
  value,
} from '#platform';
import { declaredLetters, kindOf, paperKind } from './letter.js';
import { paperList } from './paper.list.js';
import { paperLabels } from './paper.words.js';

const paperPageView = listValue(paperList, {
  kind: paperKind(paperLabels.fields.kind),
  place: value.text(paperLabels.fields.place),
});

const kinds = () => declaredLetters().map(({ kind, title }) => ({ value: kind, label: title }));

/** Every paper that a reader's own offices issued. */
@Controller('papers')
@ForPosts(...staffPosts)
export class PaperListController {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
  ) {}

  @Get()
  @Page('prints/papers', { wide: true })
  @Gives(paperPageView)
  async list(@Asks(paperList) asked: Asked, @Me() me: Actor) {
    const names = await this.offices.names();
    return this.lists.show(
      paperList,
      asked,
      scopeOf(me),
      (row) => ({ ...row, place: names.place(row.officeCode) }),
      async () => ({ options: { kind: kinds(), office: await this.offices.choicesFor(me, asked.filters['office']) } }),
    );
  }

  @Get('sheet')
  @Sends(sentTypes.sheet)
  async sheet(@Asks(paperList) asked: Asked, @Me() me: Actor): Promise<Download> {
    const names = await this.offices.names();
    return this.lists.sheet(paperList, asked, scopeOf(me), (rows) =>
      rows.map((row) => ({ ...row, kind: kindOf(row.kind).title, place: names.place(row.officeCode) })),
    );
  }
}

const scopeOf = (me: Actor) => ofOffice('p.office_code', ...scopesOf(me));
