import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { PapersService } from '#papers';
import { Calendars, Files } from '#platform';

/** What a page of a letter needs beside the letter. */
@Injectable()
export class ObjectionClocks {
  constructor(
    readonly clock: Clock,
    readonly calendars: Calendars,
    readonly papers: PapersService,
    readonly files: Files,
  ) {}
}
