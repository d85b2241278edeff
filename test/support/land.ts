import { randomUUID } from 'node:crypto';
import { type Actor, type Mu, type Term, clockActor, day, term } from '#kernel';
import {
  LandService,
  type LandRow,
  type ManagementRight,
  type PortionRequest,
  type RightRequest,
  RightsService,
  TrainingRegister,
} from '#rights';
import { TestExchange } from './exchange.js';

const office = (officeCode: string): Actor => ({
  ...clockActor,
  kind: 'staff',
  name: '柳禾',
  posts: [{ post: 'town_clerk', officeCode }],
});

export const [yinxiang, huairen] = [office('370126101000'), office('370126102000')];
export const sixYears = term(day('2026-11-01'), day('2032-10-31'));

/** An exchange with one village of made-up land, and the words in which tests ask for it. */
export class GivenLand {
  private constructor(
    readonly exchange: TestExchange,
    readonly rights: RightsService,
    readonly land: LandService,
    readonly operator: string,
    private readonly free: LandRow[],
  ) {}

  static async open(households: number, seed: string): Promise<GivenLand> {
    const exchange = await TestExchange.open();
    const [rights, land, register] = [
      exchange.app.get(RightsService),
      exchange.app.get(LandService),
      exchange.app.get(TrainingRegister),
    ];
    await register.fill([{ code: '370126101210', name: '李家桥村' }], households, seed);
    const [operator] = await exchange.act(yinxiang, (act) => register.addOperators(act, 2, seed));
    const rows = await exchange.database.ask<{ id: string }>('SELECT id FROM parcel');
    const parcels = await land.parcels(rows.map((row) => row.id));
    return new GivenLand(
      exchange,
      rights,
      land,
      operator!,
      parcels.filter((row) => row.contractEnd === '2059-09-30'),
    );
  }

  /** A parcel that no other test has used, with an extended contract. */
  parcel(): LandRow {
    return this.free.pop()!;
  }

  whole(row: LandRow): PortionRequest {
    return { parcelId: row.id, whole: true };
  }

  part(row: LandRow, from: 'east' | 'west', share: number): PortionRequest {
    return { parcelId: row.id, whole: false, from, areaMu: (Number(row.parcelMu) * share).toFixed(4) as Mu };
  }

  async wish(wishes: PortionRequest[], span: Term = sixYears, more: Partial<RightRequest> = {}): Promise<RightRequest> {
    const [row] = await this.land.parcels([wishes[0]!.parcelId]);
    return {
      subject: 'transfer',
      subjectId: randomUUID(),
      mode: 'lease',
      parentId: null,
      grantorId: row!.contractorId!,
      holderId: this.operator,
      term: span,
      plannedUse: 'grain',
      portions: await this.land.portions(wishes),
      reservedUntil: this.exchange.clock.now(),
      ...more,
    };
  }

  reserve(wish: RightRequest, actor = yinxiang): Promise<ManagementRight> {
    return this.exchange.act(actor, (act) => this.rights.reserve(act, wish));
  }

  activate(right: ManagementRight): Promise<ManagementRight> {
    return this.exchange.act(yinxiang, (act) => this.rights.activate(act, right.id));
  }

  release(right: ManagementRight): Promise<ManagementRight> {
    return this.exchange.act(yinxiang, (act) => this.rights.release(act, right.id, '申请人撤回'));
  }

  end(right: ManagementRight, expired: boolean): Promise<ManagementRight> {
    return this.exchange.act(yinxiang, (act) => this.rights.end(act, right.id, { reason: '到期或解除', expired }));
  }
}
