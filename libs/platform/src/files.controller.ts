import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Files, evidenceTypes } from './files.js';
import { Download } from './page.js';
import { Me, Public } from './public.js';
import { Sends } from './views/gives.js';

/** Evidence, to those who may see it: its office, its parties and, where the record's public page shows it, everybody. */
@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  @Public()
  @Get(':id')
  @Sends(...evidenceTypes)
  async show(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Download> {
    const { file, content } = await this.files.read(id, me);
    return new Download(content, file.mediaType, file.name, {
      inline: true,
      cache: file.public ? 'public, max-age=86400' : 'no-store',
    });
  }
}
