import { addMinutes } from '#kernel';
import type { Given } from './given.js';

const places = { county: '370126000000', town: '370126101000' } as const;

/** The halls' screens of the story's county and town, hung up by their offices; they play what is on. */
export class Screens {
  private constructor(
    private readonly given: Given,
    private readonly tokens: Readonly<Record<keyof typeof places, string>>,
  ) {}

  static async hang(given: Given): Promise<Screens> {
    const token = async (login: string, office: string, screen: object): Promise<string> => {
      const made = await given.as(login).send(`/screens/${office}/terminals`, screen);
      return made.json<{ token: string }>().token;
    };
    return new Screens(given, {
      county: await token('information', places.county, { name: '县中心-01' }),
      town: await token('101-information', places.town, { name: '殷巷-01' }),
    });
  }

  /** Each hall shows so many notices one after the other, a quarter of a minute each. */
  async play(which: (keyof typeof places)[] = ['county', 'town'], times = 1): Promise<void> {
    const { clock } = this.given.exchange;
    for (let turn = 0; turn < times; turn += 1) {
      for (const each of which) await this.given.stranger.get(`/screens/${places[each]}?terminal=${this.tokens[each]}`);
      clock.set(addMinutes(clock.now(), 0.25));
    }
  }
}
