import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Actor, holds } from '#kernel';
import {
  Acts,
  Done,
  ForPosts,
  Gives,
  Me,
  MySession,
  Page,
  Scans,
  type Session,
  SessionsService,
  type Shown,
  generalProblems,
} from '#platform';
import { AssistanceInput } from './assisted.input.js';
import { AssistedForm } from './assisted-form.service.js';
import { AssistedSessionsService } from './assisted-sessions.service.js';
import { assistedSaid } from './assisted.acts.js';
import {
  type Assistance,
  type Begun,
  type Ended,
  type Receipt,
  assistanceView,
  begunView,
  endedView,
  receiptOf,
  receiptView,
} from './assisted.view.js';
import { PartiesService } from './parties.service.js';
import { partyProblems } from './party.problems.js';

/** Acting for a person who stands at the counter. */
@Controller('assisted')
export class AssistedController {
  constructor(
    private readonly acts: Acts,
    private readonly assisted: AssistedSessionsService,
    private readonly blank: AssistedForm,
    private readonly sessions: SessionsService,
    private readonly parties: PartiesService,
    private readonly scans: Scans,
  ) {}

  @Get('new')
  @ForPosts('village_clerk', 'town_clerk', 'town_information')
  @Page('assisted/new')
  @Gives(assistanceView)
  form(@Me() me: Actor): Promise<Shown<Assistance>> {
    return this.blank.show(me);
  }

  @Post()
  @ForPosts('village_clerk', 'town_clerk', 'town_information')
  @Gives(begunView)
  async begin(
    @Body() input: AssistanceInput,
    @Req() request: FastifyRequest,
    @Me() me: Actor,
    @MySession() session: Session,
  ): Promise<Done<Begun>> {
    await this.scans.fill(AssistanceInput, input, request);
    const begun = await this.acts.begin(me, async (act) => {
      const made = await this.assisted.begin(act, input);
      const party = await this.parties.get(made.partyId, act.tx);
      const { id: sessionId, partyId, witness } = made;
      await this.sessions.assist(act.tx, session, { sessionId, partyId, name: party.name, witness });
      return { id: sessionId, partyId, name: party.name };
    });
    return new Done('/transfers/new', begun, assistedSaid.begun(begun.name));
  }

  @Post('end')
  @Gives(endedView)
  async end(@Me() me: Actor, @MySession() session: Session): Promise<Done<Ended>> {
    const ended = await this.acts.begin(me, async (act) => {
      await this.sessions.assist(act.tx, session, null);
      return this.assisted.end(act, 'finished');
    });
    if (!ended) throw partyProblems.notAssisting();
    return new Done(`/assisted/${ended.id}`, { id: ended.id }, assistedSaid.ended);
  }

  /** For the clerk who assisted, the county's supervisors, and the party itself. */
  @Get(':id')
  @Page('assisted/receipt')
  @Gives(receiptView)
  async receipt(@Param('id', ParseUUIDPipe) id: string, @Me() me: Actor): Promise<Receipt> {
    const session = await this.assisted.get(id);
    const involved =
      me.accountId === session.clerkAccountId || me.partyId === session.partyId || me.partyId === session.personId;
    if (!involved && !holds(me, 'supervisor', 'county_director')) throw generalProblems.notFound();
    const people = await this.parties.getMany([session.personId, session.partyId]);
    const [person, party] = [people.get(session.personId), people.get(session.partyId)];
    if (!person || !party) throw generalProblems.notFound();
    return receiptOf(session, person, party, await this.assisted.acts(session));
  }
}
