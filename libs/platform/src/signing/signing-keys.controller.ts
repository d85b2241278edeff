import { Controller, Get } from '@nestjs/common';
import { type Actor, Clock, holds } from '#kernel';
import { Page, Shown } from '../page.js';
import { ParameterStore } from '../parameter-store.js';
import { Me, Public, Shared } from '../public.js';
import { Gives } from '../views/gives.js';
import { type SigningKeysView, keysOf, signingKeysView } from './signing-key.view.js';
import { SigningKeys } from './signing-keys.service.js';

/** Which keys the exchange signs with, since when, and how anybody checks what they signed. */
@Controller('signing-keys')
export class SigningKeysController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Shared()
  @Get()
  @Page('signing-keys/index')
  @Gives(signingKeysView)
  async show(@Me() me: Actor): Promise<Shown<SigningKeysView>> {
    const { signingKeyDays } = await this.parameters.on(this.clock.today());
    return new Shown(keysOf(await this.keys.all(), signingKeyDays), { mayRotate: holds(me, 'county_administrator') });
  }
}
