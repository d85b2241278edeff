import { randomUUID } from 'node:crypto';
import { type Actor, clockActor, day } from '#kernel';
import { type Notice, type NoticeDraft, NoticesService, ScreensService, type NoticeTerms } from '#notices';
import { type Swept, Sweeper } from '#platform';
import { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { TestExchange } from './exchange.js';
import { photoOf } from './made-up-files.js';
import { hire } from './people.js';

export const places = {
  county: '370126000000',
  town: '370126101000',
  village: '370126101226',
  otherVillage: '370126101227',
};

export const terms: NoticeTerms = {
  parcels: [
    {
      code: '3701261012260000118',
      name: '东大方',
      contractor: { name: '王演农', person: true },
      bounds: '东生产路、南李演禾、西水渠、北路',
      areaMu: '60.0000',
      surveyedMu: '59.9000',
    },
    {
      code: '3701261012260000119',
      name: '南洼',
      contractor: { name: '李演禾', person: true },
      bounds: '东路、南路、西王演农、北路',
      areaMu: '60.0000',
      surveyedMu: null,
    },
  ],
  transferors: [
    { name: '王演农', person: true },
    { name: '李演禾', person: true },
  ],
  transferee: { name: '禾野种植专业合作社（演练）', person: false },
  mode: '出租（转包）',
  termStart: day('2026-11-01'),
  termEnd: day('2032-10-31'),
  price: '900.00 元/亩/年',
  yearly: '每年 108,000.00 元',
  payment: '每年 10 月 20 日前付下一年',
  use: '小麦、玉米轮作，不得改变农业用途',
};

export function draftOf(changes: Partial<NoticeTerms> = {}, more: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    transferId: randomUUID(),
    caseNumber: '370126101A26090017',
    kind: 'household',
    issuerCode: '37012610122600',
    villages: [{ code: places.village, name: '李家桥村', board: '李家桥村公示栏' }],
    town: { code: places.town, name: '殷巷镇', screen: '殷巷镇交易所大厅' },
    county: { code: places.county, name: '商河县', screen: '县中心大厅' },
    rulesDay: day('2026-09-23'),
    terms: { ...terms, ...changes },
    basis: ['本次流转由殷巷镇交易所初审，县农村产权交易中心审核通过。每户有权的共有人都已书面同意。'],
    where: '提出的地方：殷巷镇交易所公开咨询室，村服务站，或者本网站。',
    map: null,
    ...more,
  };
}

const reviewer: Actor = {
  ...clockActor,
  kind: 'staff',
  name: '沈审',
  posts: [{ post: 'county_reviewer', officeCode: places.county }],
};

type Role = 'clerk' | 'other' | 'coordination' | 'county' | 'information' | 'farmer';

/** An exchange with signed-in people of one place, two screens, and notices made by the real services. */
export class GivenNotices {
  readonly stranger: ApiClient;

  private constructor(
    readonly exchange: TestExchange,
    readonly as: Record<Role, ApiClient>,
    private readonly screens: Record<'county' | 'town', string>,
  ) {
    this.stranger = new ApiClient(exchange.app, null);
  }

  static async open(moment: string): Promise<GivenNotices> {
    const exchange = await TestExchange.open(moment);
    const staff = await hire(exchange, {
      clerk: { posts: [['village_clerk', places.village]], name: '高站' },
      other: { posts: [['village_clerk', places.otherVillage]], name: '邻站' },
      coordination: { posts: [['town_coordination', places.town]], name: '和协' },
      information: { posts: [['town_information', places.town]], name: '宣讯' },
      county: { posts: [['county_reviewer', places.county]], name: '沈审' },
    });
    const { clerk, other, coordination, information, county } = staff;
    const as = {
      clerk: clerk.client,
      other: other.client,
      coordination: coordination.client,
      information: information.client,
      county: county.client,
      farmer: new ApiClient(exchange.app, 'farmer-2'),
    };
    const screens = exchange.app.get(ScreensService);
    const made = async (name: string, kind: 'screen_county' | 'screen_town', officeCode: string): Promise<string> =>
      (await screens.register({ name, kind, officeCode }, reviewer)).token;
    return new GivenNotices(exchange, as, {
      county: await made('县中心-01', 'screen_county', places.county),
      town: await made('殷巷-01', 'screen_town', places.town),
    });
  }

  get service(): NoticesService {
    return this.exchange.app.get(NoticesService);
  }

  async draft(draft: NoticeDraft = draftOf()): Promise<Notice> {
    return this.exchange.database.transaction((tx) =>
      this.service.draft(tx, draft, reviewer, this.exchange.clock.now()),
    );
  }

  async publish(draft: NoticeDraft = draftOf()): Promise<Notice> {
    const notice = await this.draft(draft);
    return this.exchange.database.transaction((tx) =>
      this.service.publish(tx, notice.id, reviewer, this.exchange.clock.now()),
    );
  }

  /** Takes a notice down and publishes its next version, as a recalled and corrected case does. */
  async publishAnew(id: string, draft: NoticeDraft, reason: string): Promise<Notice> {
    const now = this.exchange.clock.now();
    await this.exchange.database.transaction((tx) => this.service.withdraw(tx, id, reason, reviewer, now));
    return this.publish(draft);
  }

  /** Published and proven at all three venues in this very hour. */
  async running(draft: NoticeDraft = draftOf()): Promise<Notice> {
    const notice = await this.publish(draft);
    await this.play();
    const proof = await this.photo(notice.id);
    if (proof.statusCode !== 201) throw new Error(proof.body);
    return notice;
  }

  /** Both halls play until every open notice has been shown once more. */
  async play(which: ('county' | 'town')[] = ['county', 'town'], times = 1): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      for (const each of which) {
        const answer = await this.exchange.app.inject({
          url: `/api/screens/${places[each]}?terminal=${this.screens[each]}`,
        });
        if (answer.statusCode !== 200) throw new Error(answer.body);
      }
    }
  }

  photo(id: string, who = this.as.clerk, photo = photoOf('board'), fields: Record<string, string> = {}) {
    return who.send(`/notices/${id}/venues/village_board/proof`, { ...fields, photo });
  }

  async page(url: string, who = this.stranger) {
    const headers = { accept: 'text/html', ...(await who.headers()) };
    return this.exchange.app.inject({ url, headers });
  }

  sweep(): Promise<Swept> {
    return this.exchange.app.get(Sweeper).sweep();
  }

  close(): Promise<void> {
    return this.exchange.close();
  }
}

export const objection = {
  kind: 'boundary_area',
  relation: 'neighbour',
  name: '孙演邻',
  phone: '10000000001',
  facts: '东大方的北边多划了一垄，占了我家的地。',
};
