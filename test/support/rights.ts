import { addDays, day } from '#kernel';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { boardPhoto, scan } from '../../apps/exchange/src/training/made-up-files.js';
import { type Given, village } from './given.js';
import { GivenLots, type Lot } from './lots.js';

/** A deal of a right that is no contracted land, as its address answers it, as far as tests look. */
export interface Deal {
  id: string;
  state: string;
  notice: { id: string; number: string } | null;
  contractNumber: string | null;
  clauses: { name: string; article: string }[];
  papers: { id: string; title: string; number: string }[];
  acts: { action: string; enabled: boolean; blockers: { text: string }[] }[];
}

/** What every kind asks, as a clerk types it. */
export const terms = {
  ...{ village, payment: '一年一付，先付后用', use: '按原来的用途经营', lease: '无', dispute: '无' },
  ...{ startsOn: '2027-01-01', endsOn: '2031-12-31', priceYuan: '300' },
};

/** A right of each of the seven kinds, on its own fields. */
export const rightsOf: Readonly<Record<string, object>> = {
  forest: {
    ...{
      mode: 'lease',
      name: '东山杨树林',
      location: '村东小山，到水渠为止',
      areaMu: '42.5',
      certificate: '演林证 0001 号',
    },
    ...{ forestSort: 'timber', species: '杨树', treeAge: 8, stock: '310.5', use: '经营用材林' },
  },
  wasteland: {
    ...{ mode: 'contracting', name: '北沟荒滩', location: '村北大沟', areaMu: '18', wasteSort: 'shoal' },
    ...{ endsOn: '2076-12-31', use: '栽种林木' },
  },
  assets: {
    ...{
      mode: 'lease',
      name: '村仓库',
      location: '村委会东院',
      quantity: 6,
      quantityUnit: '间',
      appraisalYuan: '86000',
    },
  },
  equipment: {
    ...{
      mode: 'assignment',
      name: '联合收割机',
      model: '演 4LZ-8',
      location: '村农机院',
      quantity: 1,
      quantityUnit: '台',
    },
    ...{ bought: 2021, endsOn: undefined, priceYuan: '45000' },
  },
  waterworks: {
    ...{ mode: 'lease', name: '三号机井', location: '村南三队地头', waterSort: '机井', capacity: '灌溉 120 亩' },
    ...{ certificate: '无', priceYuan: '2600', use: '灌溉' },
  },
  knowledge: {
    ...{
      mode: 'lease',
      name: '演麦 9 号',
      knowledgeSort: 'variety',
      registration: '演品种权 9 号',
      expiresOn: '2035-12-31',
    },
  },
  other: { mode: 'lease', name: '村停车场', basis: '集体决议，县里同意进场', quantity: 40, quantityUnit: '个' },
};

/** Lots of other rights, each step by the person whose post it is. */
export class GivenRights extends GivenLots {
  private proofs = 9_000;

  constructor(
    private readonly county: Given,
    private readonly sheet: File,
  ) {
    super(county, sheet);
  }

  static async of(given: Given): Promise<GivenRights> {
    return new GivenRights(given, await scan('signed paper'));
  }

  /** The collective of the story's village, by its credit code. */
  async collective(): Promise<string> {
    const [body] = await this.county.exchange.database.ask<{ code: string }>(
      `SELECT credit_code AS code FROM body WHERE kind = 'collective' AND office_code = $1`,
      [village],
    );
    return body!.code;
  }

  async enteredRight(kind: string, more: object = {}): Promise<Lot> {
    const asked = { ...terms, holder: await this.collective(), kind, ...rightsOf[kind], ...more };
    return this.see((await this.station.post('/listings/rights', asked)).replace('/listings/', ''));
  }

  /** The assembly says yes, three weeks ago called and a week ago decided. */
  async decided(id: string, toOutsiders = true): Promise<void> {
    const today = this.county.exchange.today;
    await this.station.post(`/listings/${id}/decision`, {
      ...{ electorate: '60', attended: '52', inFavour: '43', opposed: '6', decidingBody: 'member_assembly' },
      ...{ calledOn: addDays(today, -21), decidedOn: addDays(today, -7), file: await scan(`minutes of ${id}`) },
      ...(toOutsiders ? { toOutsiders: 'yes' } : {}),
    });
  }

  /** From the clerk's entry to the day on which everybody sees it. */
  async listedRight(kind: string, more: object = {}): Promise<Lot> {
    const { id } = await this.enteredRight(kind, more);
    await this.station.post(`/listings/${id}/gathering`);
    await this.decided(id);
    await this.station.post(`/listings/${id}/submission`);
    await this.county.as('101-reviewer').post(`/listings/${id}/acceptance`);
    await this.county.as('reviewer').post(`/listings/${id}/approval`);
    return this.see(id);
  }

  /** One registers and pays within the period. */
  async wanted(id: string, who: ApiClient, offerYuan: string, more: object = {}): Promise<string> {
    const own = await this.interested(id, who, { offerYuan, ...more });
    await this.paid(own, { paidOn: day(this.county.exchange.today) });
    await this.county.as('101-trade').post(`/interests/${own}/qualification`);
    return own;
  }

  async dealOf(id: string): Promise<Deal> {
    const { deal } = await this.see(id);
    return this.deal(deal!.id);
  }

  deal(id: string, who: ApiClient = this.county.as('director')): Promise<Deal> {
    return who.get(`/right-deals/${id}`);
  }

  /** All three venues show the newest notice of a deal. */
  async proven({ notice }: Deal): Promise<void> {
    const clerks = {
      screen_county: 'information',
      screen_town: '101-information',
      village_board: `101-village-${village.slice(9)}`,
    };
    const rows = await this.county.exchange.database.ask<{ id: string; kind: keyof typeof clerks }>(
      `SELECT v.id, v.kind FROM venue_posting v JOIN publication p ON p.id = v.publication_id
       WHERE p.subject_id::text = $1 AND v.kind <> 'website'`,
      [notice!.id],
    );
    for (const { id, kind } of rows) {
      this.proofs += 1;
      await this.county.as(clerks[kind]).post(`/postings/${id}/proof`, { photo: boardPhoto(this.proofs) });
    }
  }

  async signed(dealId: string): Promise<void> {
    const file = { signedOn: this.county.exchange.today, scans: this.sheet };
    await this.county.as('101-trade').post(`/right-deals/${dealId}/contract`, file);
  }
}

/** A deal of a right that is no land, its result on notice, and another that is bid for: eight days of their lots have passed. */
export async function rightOnNotice(given: Given): Promise<void> {
  const rights = await GivenRights.of(given);
  const { id } = await rights.listedRight('waterworks');
  await rights.wanted(id, given.as('cooperative'), '2600');
  const { id: contested } = await rights.listedRight('assets');
  for (const login of ['cooperative', 'farmer']) await rights.wanted(contested, given.as(login), '400');
  await given.pass(8);
  await rights.bidFor(contested);
  await given.as('reviewer').post(`/listings/${id}/agreement`);
}
