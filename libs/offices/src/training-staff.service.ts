import { Injectable } from '@nestjs/common';
import { type Actor, clockActor } from '#kernel';
import { AccountsService, Acts, type ReadyAccount, hashPassword, trainingAccounts, trainingPassword } from '#platform';
import { placeSigns } from './offices.words.js';
import { storyPlaces } from './training/made-up-offices.js';
import { OfficesService } from './offices.service.js';

/** Towns of a training county that get people; the first is where the story of the README plays. */
const townsWithPeople = 3;

/** Fills a training county with made-up staff, in offices that exist. Repeating it changes nothing. */
@Injectable()
export class TrainingStaff {
  constructor(
    private readonly acts: Acts,
    private readonly offices: OfficesService,
    private readonly accounts: AccountsService,
  ) {}

  async seed(actor: Actor = clockActor): Promise<void> {
    const wanted = await this.wanted();
    const there = await this.accounts.findByLogin(wanted.at(-1)?.login ?? '');
    if (there) return;
    const hash = await hashPassword(trainingPassword);
    await this.acts.begin(actor, async (act) => {
      for (const account of wanted) await this.accounts.openReady(act, account, hash);
    });
  }

  private async wanted(): Promise<ReadyAccount[]> {
    const county = (await this.offices.exchanges()).find((each) => each.level === 'county');
    if (!county) return [];
    const all = await this.offices.towns();
    const first = all.filter((town) => town.name === storyPlaces.town);
    const towns = [...first, ...all.filter((town) => town.name !== storyPlaces.town)].slice(0, townsWithPeople);
    const names = await this.offices.names();
    const staffed = [];
    for (const town of towns) {
      const villages = await this.offices.villages(town.code);
      const story =
        town.name === storyPlaces.town ? villages.filter((village) => village.name === storyPlaces.village) : [];
      const station = story[0] ?? villages.find((village) => village.name.endsWith(placeSigns.village)) ?? villages[0];
      staffed.push({ ...town, stations: station ? [station] : [] });
    }
    return trainingAccounts({ code: county.officeCode, name: names.short(county.officeCode) }, staffed);
  }
}
