import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { type Actor, scopesOf } from '#kernel';
import { CONFIG, type Config, Database, ForPosts, Gives, Me, Page, type Shown, generalProblems } from '#platform';
import { type Assistance, assistanceView } from './assisted.view.js';
import { AssistedForm } from './assisted-form.service.js';
import { partyProblems } from './party.problems.js';
import { Vault } from './vault.js';

interface Card {
  name: string;
  sealed: Buffer;
}

/** A training county has no cards to read: this lays a made-up one of the station's own people on the reader. */
@Controller('assisted/practice-card')
export class PracticeCardsController {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly assisted: AssistedForm,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @ForPosts('village_clerk', 'town_clerk', 'town_information')
  @Page('assisted/new')
  @Gives(assistanceView)
  async lay(@Me() me: Actor): Promise<Shown<Assistance>> {
    if (this.config.mode !== 'training') throw generalProblems.notFound();
    const [card] = await this.database.ask<Card & Record<string, unknown>>(
      `SELECT p.name, p.identity_sealed AS sealed FROM household h JOIN person p ON p.id = h.representative_id
       WHERE h.office_code LIKE ANY($1) ORDER BY random() LIMIT 1`,
      [scopesOf(me).map((scope) => `${scope}%`)],
    );
    if (!card) throw partyProblems.noPracticeCard();
    return this.assisted.show(me, { identityNumber: this.vault.open('identity', card.sealed), name: card.name });
  }
}
