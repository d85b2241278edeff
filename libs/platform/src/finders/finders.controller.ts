import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '#kernel';
import { Me } from '../public.js';
import { Gives } from '../views/gives.js';
import { FinderQuery } from './finder.input.js';
import { type FoundList, foundView } from './finder.view.js';
import { Finders } from './finders.service.js';

/** Found, not typed: households, parcels, transferees and bodies, for programs; forms find by the field itself. */
@Controller('finders')
export class FindersController {
  constructor(private readonly finders: Finders) {}

  @Get(':kind')
  @Gives(foundView)
  list(@Param('kind') kind: string, @Query() { q, limit }: FinderQuery, @Me() me: Actor): Promise<FoundList> {
    return this.finders.list(kind, q ?? '', me, limit);
  }
}
