import { randomUUID } from 'node:crypto';
import { type Actor, clockActor, day } from '#kernel';
import { type Notice, type NoticeDraft, NoticesService, ScreensService, type NoticeTerms } from '#notices';
import { type Swept, Sweeper } from '#platform';
import { TestExchange } from './exchange.js';
import { type Bearer, signInAs } from './signed-in.js';

export const places = {
  county: '370126000000',
  town: '370126101000',
  village: '370126101226',
  otherVillage: '370126101227',
};

/** The smallest JPEG that is one. */
export const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

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

/** An exchange with signed-in people of one place, two screens, and notices made by the real services. */
export class GivenNotices {
  private constructor(
    readonly exchange: TestExchange,
    readonly as: Record<'clerk' | 'other' | 'coordination' | 'county' | 'information' | 'farmer', Bearer>,
    private readonly screens: Record<'county' | 'town', string>,
  ) {}

  static async open(moment: string): Promise<GivenNotices> {
    const exchange = await TestExchange.open(moment);
    const as = await signInAs(exchange, {
      clerk: { post: 'village_clerk', office: places.village, name: '高站' },
      other: { post: 'village_clerk', office: places.otherVillage, name: '邻站' },
      coordination: { post: 'town_coordination', office: places.town, name: '和协' },
      information: { post: 'town_information', office: places.town, name: '宣讯' },
      county: { post: 'county_reviewer', office: places.county, name: '沈审' },
      farmer: { party: 'farmer', name: '赵演种' },
    });
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

  async replace(id: string, draft: NoticeDraft, reason: string): Promise<Notice> {
    const now = this.exchange.clock.now();
    const next = await this.exchange.database.transaction((tx) =>
      this.service.replace(tx, id, draft, reason, reviewer, now),
    );
    return this.exchange.database.transaction((tx) => this.service.publish(tx, next.id, reviewer, now));
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

  photo(
    id: string,
    who: Bearer = this.as.clerk,
    file: { name: string; content: Buffer } = { name: 'board.jpg', content: jpeg },
    fields: Record<string, string> = {},
  ) {
    return this.upload(`/api/notices/${id}/venues/village_board/proof`, who, { photo: [file] }, fields);
  }

  upload(
    url: string,
    who: Bearer | null,
    files: Record<string, { name: string; content: Buffer }[]>,
    fields: Record<string, string> = {},
  ) {
    const edge = '----exchange';
    const text = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    const parts = Object.entries(files).flatMap(([field, list]) =>
      list.map(({ name, content }) =>
        Buffer.concat([
          Buffer.from(
            `--${edge}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
          ),
          content,
          Buffer.from('\r\n'),
        ]),
      ),
    );
    const payload = Buffer.concat([...text, ...parts, Buffer.from(`--${edge}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}`, ...(who ?? {}) };
    return this.exchange.app.inject({ method: 'POST', url, headers, payload });
  }

  get(url: string, who: Bearer | null = null) {
    return this.exchange.app.inject({ url: `/api${url}`, headers: { ...(who ?? {}) } });
  }

  page(url: string, who: Bearer | null = null) {
    return this.exchange.app.inject({ url, headers: { accept: 'text/html', ...(who ?? {}) } });
  }

  post(url: string, who: Bearer | null, payload: object = {}) {
    return this.exchange.app.inject({ method: 'POST', url: `/api${url}`, headers: { ...(who ?? {}) }, payload });
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
