import { type Clock, dayOf } from '#kernel';
import type { Database } from '#platform';
import { consentOf } from './consent-story.js';
import type { Desks } from './desks.js';
import { visit } from './field-story.js';
import { countyDefects, countyOpinion, defectOf, preliminaryOpinion } from './made-up-opinions.js';
import { boardPhoto } from './made-up-files.js';
import { type TransferRequest, applicationOf } from './made-up-wishes.js';

export type { TransferRequest };

interface TransferView {
  id: string;
  stateName: string;
  noticeId: string | null;
  inspectionId: string | null;
  depositId: string | null;
}

/** One case and its acts, each by the person whose post it is. Nothing is written but through the API. */
export class TransferStory {
  id = '';

  constructor(
    private readonly desks: Desks,
    private readonly database: Database,
    private readonly clock: Clock,
    public wish: TransferRequest,
    private readonly paper: File,
    private readonly seed: number,
  ) {}

  async draft(): Promise<void> {
    const clerk = this.town('clerk');
    const location = await clerk.post('/transfers', applicationOf(this.wish));
    this.id = location.replace('/transfers/', '');
    // 双方的身份证明随申请书一起交（平台规则 申-03）。
    await clerk.post(`/transfers/${this.id}/files`, { kind: 'identity', file: this.paper });
    // 社会资本申请审批，要有意向协议书（流转办法第29条）。
    await clerk.post(`/transfers/${this.id}/files`, { kind: 'intent', file: this.paper });
  }

  /** The parties ask for something else, and everybody consents to it anew. */
  async revise(changes: Partial<TransferRequest>): Promise<void> {
    this.wish = { ...this.wish, ...changes };
    await this.town('clerk').post(`/transfers/${this.id}/application`, applicationOf(this.wish));
    await consentOf(this.town('clerk'), this.database, { transferId: this.id, paper: this.paper, anew: true });
  }

  submit = async (): Promise<void> => void (await this.town('clerk').post(`/transfers/${this.id}/submission`));
  accept = async (): Promise<void> => void (await this.town('clerk').post(`/transfers/${this.id}/acceptance`));
  endorse = async (): Promise<void> =>
    void (await this.town('reviewer').post(`/transfers/${this.id}/endorsement`, preliminaryOpinion));
  submitToCounty = async (): Promise<void> =>
    void (await this.town('reviewer').post(`/transfers/${this.id}/county-submission`));
  resubmit = async (): Promise<void> => void (await this.town('clerk').post(`/transfers/${this.id}/resubmission`));
  async withdraw(): Promise<void> {
    const clerk = this.town('clerk');
    await clerk.post(`/transfers/${this.id}/files`, { kind: 'withdrawal', file: this.paper });
    await clerk.post(`/transfers/${this.id}/withdrawal`, { remark: '申请人书面要求撤回' });
  }

  /** Each member with a right signs; `except` leaves so many out, as happens. */
  async consents(except = 0): Promise<void> {
    await consentOf(this.town('clerk'), this.database, { transferId: this.id, paper: this.paper, except });
  }

  async returnForCorrection(item: string, text: string): Promise<void> {
    await this.town('reviewer').post(`/transfers/${this.id}/return`, defectOf(item, text));
  }

  /** Two people go, measure every parcel, ask a neighbour of each, and take a photo. */
  async survey(): Promise<void> {
    const inspectionId = await this.visit();
    await this.town('surveyor').post(`/inspections/${inspectionId}/completion`);
  }

  /** The same without its end; answers the survey's id. */
  async visit(): Promise<string> {
    const { inspectionId } = await this.view();
    const surveyor = this.town('surveyor');
    await visit(surveyor, this.database, this.clock, {
      inspectionId: inspectionId ?? '',
      transferId: this.id,
      town: this.wish.villageCode.slice(6, 9),
      seed: this.seed,
    });
    return inspectionId ?? '';
  }

  /** The reviewer looks at all twelve and writes an opinion. */
  async review(): Promise<void> {
    const reviewer = this.desks.of('reviewer');
    await reviewer.post(`/transfers/${this.id}/review`, countyOpinion);
  }

  approve = async (): Promise<void> => void (await this.desks.of('reviewer').post(`/transfers/${this.id}/approval`));

  async countyReturn(): Promise<void> {
    await this.desks.of('reviewer').post(`/transfers/${this.id}/return`, countyDefects);
  }

  async reject(): Promise<void> {
    const reasons = { reason: '转出方对地块权属有争议，没有解决', rule: '农村土地承包法第38条' };
    await this.desks.of('reviewer').post(`/transfers/${this.id}/rejection`, reasons);
  }

  /** Both screens show the notice once. */
  async proveScreens(): Promise<void> {
    const [county, town] = [await this.posting('screen_county'), await this.posting('screen_town')];
    await this.desks.of('information').post(`${county}/proof`, { photo: boardPhoto(this.seed + 2) });
    await this.town('information').post(`${town}/proof`, { photo: boardPhoto(this.seed + 3) });
  }

  /** The station puts the sheet up and takes a photo of it in place. */
  async proveBoard(): Promise<void> {
    const station = this.desks.station(this.wish.villageCode);
    await station.post(`${await this.posting('village_board')}/proof`, { photo: boardPhoto(this.seed + 4) });
  }

  /** The address of the notice at one of its venues. */
  async posting(kind: string): Promise<string> {
    const { noticeId } = await this.view();
    const [row] = await this.database.rows<{ id: string }>(
      'posting of a story',
      `SELECT v.id FROM venue_posting v JOIN publication p ON p.id = v.publication_id
       WHERE p.subject_id::text = $1::text AND v.kind = $2 ORDER BY v.office_code = $3 DESC, v.office_code LIMIT 1`,
      [noticeId ?? '', kind, this.wish.villageCode],
    );
    return `/postings/${row?.id ?? ''}`;
  }

  /** A neighbour objects at the counter; answers the objection's id. */
  async object(): Promise<string> {
    const { noticeId } = await this.view();
    const letter = {
      kind: 'boundary_area',
      relation: 'neighbour',
      name: '周演邻',
      facts: '2 号地块北边的界石往我家挪了两尺。',
      channel: 'counter',
      address: '邻村',
      readBack: true,
    };
    await this.town('coordination').post(`/notices/${noticeId}/objections`, letter);
    const [row] = await this.database.ask<{ id: string }>(
      'SELECT id FROM case_file WHERE subject_id::text = $1::text ORDER BY number DESC LIMIT 1',
      [noticeId],
    );
    return row?.id ?? '';
  }

  scan = async (): Promise<void> =>
    void (await this.town('trade').post(`/transfers/${this.id}/files`, { kind: 'contract', file: this.paper }));

  sign = async (): Promise<void> =>
    void (await this.town('trade').post(`/transfers/${this.id}/signing`, { signedOn: dayOf(this.clock.now()) }));

  async file(): Promise<void> {
    const filing = { filedOn: dayOf(this.clock.now()), filingNumber: `备-${this.seed}` };
    await this.town('trade').post(`/transfers/${this.id}/filing`, filing);
  }

  /** The bank slip of the whole amount, typed off at the finance desk; the case goes on with it. */
  async pay(): Promise<void> {
    const { depositId } = await this.view();
    const [row] = await this.database.rows<{ amount: number; payer: string; state: string }>(
      'deposit of a story',
      'SELECT amount_fen AS amount, payer_name AS payer, state FROM deposit WHERE id = $1',
      [depositId],
    );
    if (!row || row.state === 'waived') return;
    const finance = this.town('finance');
    const slip = {
      slipNumber: `HD${this.seed}${dayOf(this.clock.now()).replaceAll('-', '')}`,
      amount: (row.amount / 100).toFixed(2),
      payerName: row.payer,
      payerBank: '演练农商行',
      payerAccount: `90000000${String(this.seed).padStart(8, '0')}`,
      paidOn: dayOf(this.clock.now()),
    };
    await finance.post(`/deposits/${depositId}/receipts`, { ...slip, scan: this.paper });
    await finance.post(`/transfers/${this.id}/deposit-confirmation`);
  }

  record = async (): Promise<void> => void (await this.town('trade').post(`/transfers/${this.id}/record`));
  certify = async (): Promise<void> =>
    void (await this.desks.of('certifier').post(`/transfers/${this.id}/certificate`));

  async suspend(): Promise<void> {
    const reasons = { reason: '当事人之间的承包地确权纠纷正在仲裁', rule: '平台规则 止-01' };
    await this.desks.of('director').post(`/transfers/${this.id}/suspension`, reasons);
  }

  async terminate(): Promise<void> {
    const reasons = { cause: 'agreement', reason: '双方协商，自本季收获后终止', rule: '双方协议' };
    await this.desks.of('reviewer').post(`/transfers/${this.id}/termination`, reasons);
  }

  /** The parties end a signed contract before the land is handed over. */
  async rescind(): Promise<void> {
    const trade = this.town('trade');
    await trade.post(`/transfers/${this.id}/files`, { kind: 'rescission', file: this.paper });
    const reasons = { reason: '双方协商解除合同', rule: '双方协议' };
    await trade.post(`/transfers/${this.id}/rescission`, reasons);
  }

  /** The land is back, looked over. */
  async returnLand(): Promise<void> {
    const back = { returnedOn: dayOf(this.clock.now()), remark: '双方到场，地已清完' };
    await this.town('trade').post(`/transfers/${this.id}/land-return`, back);
  }

  /** The renewal as a story of its own, drafted at the town on the transferee's written request. */
  async renew(end: string): Promise<TransferStory> {
    const href = await this.town('clerk').post(`/transfers/${this.id}/renewal`, { end });
    const { desks, database, clock, paper, seed } = this;
    const next = new TransferStory(desks, database, clock, this.wish, paper, seed + 500_000);
    next.id = href.replace('/transfers/', '');
    return next;
  }

  async view(): Promise<TransferView> {
    const [row] = await this.database.rows<{
      state: string;
      notice: string | null;
      inspection: string | null;
      deposit: string | null;
    }>(
      'case of a story',
      `SELECT t.state, (SELECT n.id FROM notice n WHERE n.subject_id = t.id ORDER BY n.version DESC LIMIT 1) AS notice,
         (SELECT i.id FROM inspection i WHERE i.subject_id = t.id ORDER BY i.round DESC LIMIT 1) AS inspection,
         (SELECT d.id FROM deposit d WHERE d.subject_id = t.id) AS deposit
       FROM transfer t WHERE t.id = $1`,
      [this.id],
    );
    if (!row) throw new Error(`There is no case ${this.id}.`);
    const { id } = this;
    const { state: stateName, notice: noticeId, inspection: inspectionId, deposit: depositId } = row;
    return { id, stateName, noticeId, inspectionId, depositId };
  }

  private town(post: string) {
    return this.desks.town(this.wish.villageCode, post);
  }
}
