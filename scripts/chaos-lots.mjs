/** A training county in which so many lots wait for their bidding, each with the same bidders: all through the API. */
import { randomUUID } from 'node:crypto';
import { ask } from './chaos-servers.mjs';

const village = '370126101226';
const clerk = '101-village-226';

/** Accounts of people of the register, beside those of the training: copies of one that is there. */
async function accounts(servers, many) {
  const people = await servers.rows(
    `SELECT h.representative_id AS id FROM household h JOIN party p ON p.id = h.representative_id JOIN person n ON n.id = p.id
     WHERE h.office_code LIKE '370126101%' AND p.account_id IS NULL AND n.born BETWEEN '1965-01-01' AND '2000-01-01'
     ORDER BY h.contractor_code LIMIT $1`,
    [many],
  );
  const logins = [];
  for (const [nth, { id }] of people.entries()) {
    const [account, login] = [randomUUID(), `chaos-${nth}`];
    const columns = `kind, name, password_hash, password_changed_at, must_change, made_at, training_role`;
    await servers.write(
      `INSERT INTO account (id, login, party_id, ${columns}) SELECT $1, $2, $3, ${columns} FROM account WHERE login = 'farmer'
       ON CONFLICT (login) DO NOTHING`,
      [account, login, id],
    );
    await servers.write(
      `UPDATE party SET account_id = (SELECT id FROM account WHERE login = $2) WHERE id = $1 AND account_id IS NULL`,
      [id, login],
    );
    logins.push(login);
  }
  return logins;
}

const told = ({ status, headers, body }) => ({
  ...{ statusCode: status, headers, body, rawPayload: Buffer.from(body) },
  json: () => JSON.parse(body),
});

export class Lots {
  slips = 0;

  constructor(servers, { Desks, paper, offerDecision }) {
    const [first] = servers.all;
    const inject = async (order) => told(await ask(servers.base(first), first.agent, order));
    Object.assign(this, { servers, paper, desks: new Desks({ inject }), offerDecision });
  }

  as = (login) => this.desks.of(login);

  async on(day, time = '09:00') {
    await this.as('administrator').post('/clock/moment', { moment: `${day}T${time}:00+08:00` });
    await this.servers.recall();
  }

  today = () => new Date(this.servers.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  /** So many lots, each announced for bidding; answers the auctions and who bids. */
  async announced(many, bidders) {
    const logins = ['cooperative', 'farmer', ...(await accounts(this.servers, bidders - 2))];
    const [body] = await this.servers.rows(
      `SELECT credit_code AS code FROM body WHERE kind = 'collective' AND office_code = $1`,
      [village],
    );
    const lots = [];
    for (let nth = 0; nth < many; nth += 1) {
      const id = await this.listed(body.code, nth);
      for (const login of logins) await this.wanted(id, login);
      lots.push(id);
    }
    await this.on(await this.workingDay(9));
    const first = await this.workingDay(1);
    for (const id of lots)
      await this.as('101-trade').post(`/listings/${id}/bidding`, { startsOn: first, startsTime: '10:00' });
    await this.on(first, '09:30');
    const rows = await this.servers.rows(
      `SELECT id FROM auction WHERE listing_id = ANY($1) ORDER BY array_position($1, listing_id)`,
      [lots],
    );
    return { auctions: rows.map(({ id }) => id), logins };
  }

  async workingDay(days) {
    const asked = `/calendar/deadline?start=${this.today()}&workingDays=${days}`;
    return (await this.as('101-trade').get(asked)).lastDay;
  }

  /** A machine of the collective is let: what is no land may be let any number of times. */
  async listed(holder, nth) {
    const year = Number(this.today().slice(0, 4)) + 1;
    const at = await this.as(clerk).post('/listings/rights', {
      ...{
        kind: 'equipment',
        mode: 'lease',
        holder,
        village,
        name: `联合收割机 ${nth + 1} 号`,
        model: '演 4LZ-8',
        location: '村农机院',
      },
      ...{ quantity: 1, quantityUnit: '台', bought: 2021, startsOn: `${year}-03-01`, endsOn: `${year + 2}-02-28` },
      ...{ payment: '一年一付，先付后用', use: '收割小麦、玉米', lease: '无', dispute: '无', priceYuan: '45000' },
    });
    await this.as(clerk).post(`${at}/gathering`);
    const decided = {
      electorate: '60',
      attended: '52',
      inFavour: '43',
      opposed: '6',
      decidingBody: 'member_assembly',
      toOutsiders: 'yes',
    };
    const days = { calledOn: before(this.today(), 21), decidedOn: before(this.today(), 7) };
    await this.as(clerk).post(`${at}/decision`, { ...decided, ...days, file: this.paper });
    await this.as(clerk).post(`${at}/submission`);
    await this.as('101-reviewer').post(`${at}/acceptance`);
    await this.as('reviewer').post(`${at}/approval`);
    return at.replace('/listings/', '');
  }

  async wanted(id, login) {
    const wish = { offerYuan: '45000', ability: '会开收割机 6 年', credit: '无' };
    const at = await this.as(login).post(`/listings/${id}/interests`, wish);
    const interest = at.replace('/interests/', '');
    const [deposit] = await this.servers.rows(
      `SELECT id, amount_fen::int AS amount, payer_name AS payer FROM deposit WHERE subject = 'interest' AND subject_id = $1`,
      [interest],
    );
    this.slips += 1;
    await this.as('101-finance').post(`/deposits/${deposit.id}/receipts`, {
      ...{
        slipNumber: `CHAOS${String(this.slips).padStart(6, '0')}`,
        paidOn: this.today(),
        amount: (deposit.amount / 100).toFixed(2),
      },
      ...{ payerName: deposit.payer, payerBank: '演练农商行', payerAccount: '9000000000001111', scan: this.paper },
    });
    await this.as('101-trade').post(`/interests/${interest}/qualification`);
  }
}

const before = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
