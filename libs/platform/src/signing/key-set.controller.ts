import { Controller, Get } from '@nestjs/common';
import { Public, Shared } from '../public.js';
import { Gives } from '../views/gives.js';
import { type KeySetView, keySetOf, keySetView } from './signing-key.view.js';
import { SigningKeys } from './signing-keys.service.js';

/** The public keys where programs look for them (RFC 8615). */
@Controller('.well-known')
export class KeySetController {
  constructor(private readonly keys: SigningKeys) {}

  @Public()
  @Shared()
  @Get('jwks.json')
  @Gives(keySetView)
  async show(): Promise<KeySetView> {
    return keySetOf(await this.keys.all());
  }
}
