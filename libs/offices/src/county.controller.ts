import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Done, ForPosts, Me, Page, Scans, Shown, type Upload, formOf, inputProblem } from '#platform';
import type { CountyFile } from './county.service.js';
import { countsView } from './county.view.js';
import { textOfCsv } from './division-file.js';
import { CountyChange, TownChoice } from './offices.input.js';
import { OfficesService } from './offices.service.js';
import { RehearsalsService } from './rehearsals.service.js';

/** The administrator's pages for a change of divisions: look first, then confirm. */
@Controller('county')
@ForPosts('county_administrator')
export class CountyController {
  constructor(
    private readonly rehearsals: RehearsalsService,
    private readonly offices: OfficesService,
    private readonly scans: Scans,
  ) {}

  @Get()
  @Page('county/show', { wide: true })
  async show(@Query() { town }: TownChoice): Promise<Shown> {
    const [changes, names] = [await this.rehearsals.changes(), await this.offices.names()];
    const waiting = town === '' ? [] : await this.rehearsals.waiting(town);
    const view = {
      title: '区划变更',
      changes: changes.map((each) => ({
        fileName: each.fileName,
        onDay: each.onDay,
        loadedBy: each.loadedBy,
        ...countsView(each.counts),
      })),
      towns: (await this.offices.towns()).map((each) => ({
        ...each,
        href: `/county?town=${each.code}#waiting`,
        current: each.code === town,
      })),
      town,
      villages:
        town === ''
          ? []
          : (await this.offices.villages(town)).map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
      waiting: waiting.map((each) => ({ ...each, name: names.short(each.code) })),
    };
    return new Shown(view, { fields: formOf(CountyChange) });
  }

  @Post('rehearsals')
  async prepare(@Body() input: CountyChange, @Req() request: FastifyRequest, @Me() me: Actor): Promise<Done> {
    await this.scans.fill(CountyChange, input, request);
    const id = await this.rehearsals.prepare(fileOf(input), me);
    return new Done(`/county/rehearsals/${id}`, () => this.rehearsals.see(id), '表读过了，请核对下面的变化。');
  }

  @Get('rehearsals/:id')
  @Page('county/rehearsal', { wide: true })
  see(@Param('id', ParseUUIDPipe) id: string): Promise<object> {
    return this.rehearsals.see(id);
  }
}

const textOf = (sheet: Upload | string): string => (typeof sheet === 'string' ? sheet : textOfCsv(sheet.content));

function fileOf({ file, successors, on }: CountyChange): CountyFile {
  const text = textOf(file);
  if (text === '') throw inputProblem([{ pointer: '#/file', detail: '请选区划表（CSV）' }]);
  const fileName = typeof file === 'string' ? 'county.csv' : file.fileName;
  return { fileName, text, successors: textOf(successors), on };
}
