/**
 * What is done while `kills.mjs` kills: the acts of whole cases, of lots, of the register of people, of contracts and of land, each by
 * the person whose post it is, through the API. Nothing here knows when a kill comes.
 */
const village = '370126101226';
const clerk = '101-clerk';
const station = `101-village-${village.slice(9)}`;
const land = '/register/households';

/** Acts on a county: `asked` reads its database, `today` is its day, `paper` a scan. */
export class KilledActs {
  constructor(desks, asked, today, paper, photo) {
    Object.assign(this, { desks, asked, today, paper, photo });
  }

  as = (login) => this.desks.of(login);
  id = (at) => at.split('?')[0].split('/').at(-1);
  before = (days) => later(this.today(), -days);

  /** A household gains a member, who is corrected and goes; its count is set, and in the end nobody is left. */
  async household() {
    const [row] = await this.asked(
      `SELECT h.id FROM household h JOIN member m ON m.household_id = h.id AND m.valid_to IS NULL WHERE h.office_code = $1 AND h.ended_on IS NULL
         AND NOT EXISTS (SELECT FROM contract c JOIN parcel p ON p.contract_id = c.id JOIN transfer_parcel t ON t.parcel_id = p.id WHERE c.contractor_id = h.id)
         AND NOT EXISTS (SELECT FROM listing_parcel l WHERE l.grantor_id = h.id)
       GROUP BY h.id HAVING count(*) = 3 ORDER BY h.contractor_code DESC LIMIT 1`,
      [village],
    );
    if (!row) return;
    const [who, at] = [this.as(clerk), `${land}/${row.id}`];
    const proof = { reason: '村集体和派出所出的证明', file: this.paper };
    const people = async () => (await who.get(at)).members;
    const child = { identityKind: '9', relation: '30', coRight: 'true' };
    await who.post(`${at}/members`, { ...child, ...proof, name: '禾小苗', sex: 'female', from: this.before(30) });
    await who.post(`${at}/member-count`, { ...proof, count: '4' });
    const { personId } = (await people()).find(({ name }) => name === '禾小苗');
    await who.post(`${at}/members/${personId}/correction`, { ...child, ...proof, name: '禾筱苗' });
    const gone = { ...proof, why: 'elsewhere', on: this.before(2) };
    await who.post(`${at}/members/${personId}/end`, gone);
    for (let rest = await people(); rest.length > 1; rest = await people())
      await who.post(`${at}/members/${rest.at(-1).personId}/end`, { ...gone, representative: rest[0].personId });
    await who.post(`${at}/end`, { ...proof, on: this.before(2) });
  }

  /** A contract of the first round is followed by its extension (延包). */
  async extension() {
    const [row] = await this.asked(
      `SELECT c.id, c.code, (c.term_to + 1)::text AS starts, (c.term_to + 10957)::text AS ends FROM contract c JOIN issuer i ON i.code = c.issuer_code
       WHERE i.office_code LIKE '370126101%' AND c.ends_on = c.term_to AND c.ends_on < '2040-01-01'
         AND NOT EXISTS (SELECT FROM contract next WHERE next.predecessor_id = c.id) ORDER BY c.code LIMIT 1`,
    );
    if (!row) return;
    const terms = { code: row.code, startsOn: row.starts, endsOn: row.ends, signedOn: this.before(30) };
    await this.as(clerk).post(`/register/contracts/${row.id}/extension`, { ...terms, file: this.paper });
  }

  /** A file of the register moves land that a case has reserved; town coordination refuses once, and adopts another. */
  async ground(story) {
    const { code } = story.wish.parcels[0];
    for (const [nth, decision] of ['refusal', 'adoption'].entries()) {
      const [row] = await this.asked(
        `SELECT DISTINCT p.code AS "DKBM", p.issuer_code AS "FBFBM", h.contractor_code AS "CBFBM", c.code AS "CBHTBM", p.contract_mu::text AS "HTMJM"
         FROM parcel p JOIN contract own ON own.id = p.contract_id JOIN contract c ON c.issuer_code = own.issuer_code AND c.contractor_id <> own.contractor_id
           AND c.ends_on > '2040-01-01' JOIN household h ON h.id = c.contractor_id WHERE p.code = $1 ORDER BY "CBHTBM" OFFSET $2 LIMIT 1`,
        [code, nth],
      );
      const sheet = [Object.keys(row), Object.values(row)].map((line) => line.join(',')).join('\r\n');
      const seen = await this.imported('CBDKXX.csv', sheet);
      const [change] = await this.asked(`SELECT id FROM land_change WHERE code = $1 AND state = 'open'`, [code]);
      if (!change) throw new Error(`No change waits for ${code}: ${JSON.stringify(seen.rows)}`);
      const said = { reason: '两户没有互换，是报送抄错了行', proof: this.paper };
      await this.as('101-coordination').post(`/register/changes/${change.id}/${decision}`, said);
    }
  }

  /** A file is handed in, tried and taken in; whoever is killed meanwhile, it comes to its end by itself. */
  async imported(name, sheet) {
    const who = this.as('administrator');
    const at = await who.post('/register/imports', { file: new File([sheet], name) });
    await this.become(at, 'checked');
    await who.post(`${at}/run`);
    return this.become(at, 'done');
  }

  async become(at, status) {
    for (let tries = 0; tries < 600; tries += 1) {
      const seen = await this.as('administrator').get(at);
      if (seen.status === status) return seen;
      if (seen.status === 'failed') break;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`${at} did not come to be ${status}.`);
  }

  /** A lot whose terms are typed over, which goes back from the town and is withdrawn. */
  async lotGivenUp() {
    const at = await this.gathered();
    if (at === null) return;
    const who = this.as(station);
    await who.post(`${at}/reopening`);
    await who.post(`${at}/offer`, this.offer());
    await who.post(`${at}/photos`, { photos: this.photo });
    await who.post(`${at}/gathering`);
    await this.agreeing(at);
    await who.post(`${at}/submission`);
    await this.as('101-reviewer').post(`${at}/return`, { reason: '照片看不清四至', rule: '平台规则 挂-02' });
    await who.post(`${at}/withdrawal`, { reason: '承包户要自己种' });
  }

  /** A lot on offer with a cooperative that wants it and has paid; answers what is left to be done when its days are over. */
  async lotOnOffer() {
    const at = await this.gathered();
    if (at === null) return async () => undefined;
    await this.agreeing(at);
    await this.as(station).post(`${at}/submission`);
    await this.as('101-reviewer').post(`${at}/acceptance`);
    await this.as('reviewer').post(`${at}/approval`);
    await this.as('director').post(`${at}/suspension`, { reason: '有人来信，先核一下', rule: '平台规则 挂-05' });
    await this.as('director').post(`${at}/resumption`);
    const coop = this.as('cooperative');
    const asked = await coop.post(`${at}/questions`, { question: '机井通电吗？' });
    await this.as(station).post(`${asked}/answer`, { answer: '通，三相电到地头。' });
    const rude = await coop.post(`${at}/questions`, { question: '你们都是骗子' });
    await this.as('101-trade').post(`${rude}/setting-aside`, { reason: '骂人，和挂牌无关' });
    const wish = { offerYuan: '900', ability: '种粮 6 年，有农机 8 台', credit: '无' };
    const interest = await coop.post(`${at}/interests`, wish);
    await this.as('101-trade').post(`${interest}/qualification`);
    await this.slip('interest', this.id(interest));
    return async () => void (await this.as('reviewer').post(`${at}/agreement`));
  }

  /** The first day from that one on which no lot is on offer any more: its days are longer where holidays stand among them. */
  async over(day) {
    const [{ last }] = await this.asked(`SELECT max(closes_on)::text AS last FROM listing WHERE state = 'listed'`);
    return last === null || last < day ? day : later(last, 1);
  }

  offer = () => ({
    ...{
      startsOn: later(this.today(), 60),
      endsOn: later(this.today(), 60 + 5 * 365),
      priceYuan: '900',
      floorYuan: '850',
    },
    ...{ payment: '一年一付，先付钱后种地', purpose: 'grain', crops: '小麦、花生', lease: '无', dispute: '无' },
  });

  async gathered() {
    const [home] = await this.asked(
      `SELECT h.contractor_code AS code FROM household h JOIN contract c ON c.contractor_id = h.id JOIN parcel p ON p.contract_id = c.id
       WHERE p.office_code = $1 AND p.category <> '21' AND h.ended_on IS NULL GROUP BY h.contractor_code
       HAVING bool_and(c.ends_on > '2040-01-01' AND ${free}
         AND NOT EXISTS (SELECT FROM encumbrance e WHERE e.contract_id = c.id AND e.status = 'registered')) ORDER BY 1 LIMIT 1`,
      [village],
    );
    if (!home) return null;
    const at = await this.as(station).post('/listings', { ...this.offer(), household: home.code });
    await this.as(station).post(`${at}/gathering`);
    return at;
  }

  async agreeing(at) {
    const { choices } = await this.as(station).get(`${at}/consents`);
    for (const personId of choices.personId)
      await this.as(station).post(`${at}/consents`, { personId, witness: '禾见证', file: this.paper });
  }

  async slip(subject, subjectId) {
    const [row] = await this.asked(
      'SELECT id, amount_fen::int AS amount, payer_name AS payer FROM deposit WHERE subject = $1 AND subject_id = $2',
      [subject, subjectId],
    );
    await this.as('101-finance').post(`/deposits/${row.id}/receipts`, {
      ...{ slipNumber: `BZJ${subjectId.replaceAll('-', '')}`, amount: (row.amount / 100).toFixed(2) },
      ...{ payerName: row.payer, payerBank: '演练农商行', payerAccount: '9000000000001111', paidOn: this.today() },
      scan: this.paper,
    });
  }
}

/** Land that no case, no lot and no right has. */
export const free = `NOT EXISTS (SELECT FROM right_portion r WHERE r.parcel_id = p.id AND r.status IN ('reserved', 'active'))
  AND NOT EXISTS (SELECT FROM transfer_parcel t WHERE t.parcel_id = p.id) AND NOT EXISTS (SELECT FROM listing_parcel l WHERE l.parcel_id = p.id)`;

/** A day so many days later. */
export const later = (day, days) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
