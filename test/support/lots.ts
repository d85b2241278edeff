import { identityCheck } from '#kernel';
import { Database } from '#platform';
import type { ApiClient } from '../../apps/exchange/src/training/api-client.js';
import { offerConsents } from '../../apps/exchange/src/training/consent-story.js';
import { type BidSlip, openBidding, payBid } from '../../apps/exchange/src/training/lot-story.js';
import { type Given, village } from './given.js';

/** A lot as its address answers it, as far as tests look. */
export interface Lot {
  id: string;
  number: string | null;
  state: string;
  kind: string;
  priceFen: number;
  floorFen: number | null;
  bidding: object;
  yearlyFen: number;
  areaMu: string;
  households: number;
  extensions: number;
  closesOn: string | null;
  parcels: { code: string; name: string }[];
  photos: object[];
  consents: { householdId: string; name: string; missing: string[] }[];
  history: object[];
  interests: { id: string; party: string; state: string; heldFen: number | null; depositFen: number }[];
  deal: { id: string; number: string } | null;
}

/** Terms of a lot as a clerk types them. */
export const offered = {
  startsOn: '2026-11-10',
  endsOn: '2032-11-09',
  priceYuan: '900',
  floorYuan: '850',
  payment: '一年一付，先付钱后种地',
  purpose: 'grain',
  crops: '小麦、花生',
  conditions: '有农机，会种粮',
  fixtures: '机井 2 眼',
  lease: '无',
  dispute: '无',
};

interface Home {
  code: string;
  parcels: number;
}

/** Lots of a test, each step by the person whose post it is. */
export class GivenLots {
  readonly station: ApiClient;
  /** Of the whole file: no two slips of a bank have one number. */
  private static slips = 0;

  constructor(
    private readonly given: Given,
    private readonly paper: File,
  ) {
    this.station = given.as(`101-village-${village.slice(9)}`);
  }

  /** Households of the story's village whose land is free and extended. */
  households(least: number): Promise<Home[]> {
    return this.given.exchange.database.ask(
      `SELECT h.contractor_code AS code, count(*)::int AS parcels FROM household h JOIN contract c ON c.contractor_id = h.id JOIN parcel p ON p.contract_id = c.id
       WHERE p.office_code = $1 AND p.category <> '21' GROUP BY h.contractor_code
       HAVING bool_and(c.ends_on > '2040-01-01' AND NOT EXISTS (SELECT 1 FROM right_portion r WHERE r.parcel_id = p.id AND r.status IN ('reserved', 'active'))
         AND NOT EXISTS (SELECT 1 FROM transfer_parcel t WHERE t.parcel_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM encumbrance e WHERE e.contract_id = c.id AND e.status = 'registered'))
       ORDER BY 1 LIMIT $2`,
      [village, least],
    );
  }

  async entered(more: object): Promise<Lot> {
    const at = await this.station.post('/listings', { ...offered, ...more });
    return this.see(at.replace('/listings/', ''));
  }

  see(id: string, who: ApiClient = this.given.as('director')): Promise<Lot> {
    return who.get(`/listings/${id}`);
  }

  /** Who of the lot's households has a right. */
  members(id: string): Promise<{ personId: string; name: string }[]> {
    return this.given.exchange.database.ask(
      `SELECT DISTINCT m.person_id AS "personId", p.name FROM listing_parcel lp JOIN member m ON m.household_id = lp.grantor_id JOIN person p ON p.id = m.person_id
       WHERE lp.listing_id = $1 AND m.co_right AND m.valid_to IS NULL ORDER BY 1`,
      [id],
    );
  }

  /** Everybody who has not said yes signs. */
  async consents(id: string): Promise<void> {
    await offerConsents(this.station, this.given.exchange.app.get(Database), { listingId: id, paper: this.paper });
  }

  /** One member of the lot's first household signs a letter to an agent who is nobody else. */
  async letter(id: string, more: object = {}): Promise<void> {
    const [home] = (await this.see(id)).consents;
    const form = `/listings/${id}/powers-of-attorney?household=${home?.householdId}`;
    const { choices } = await this.station.get<{ choices: { signers: string[] } }>(form);
    const number = '99999919700101010';
    await this.station.post(`/listings/${id}/powers-of-attorney`, {
      ...{ householdId: home?.householdId, signers: choices.signers.slice(0, 1), powers: 'negotiate_only' },
      ...{
        agentName: '赵演托',
        agentIdNumber: number + identityCheck(number),
        validTo: '2027-03-31',
        file: this.paper,
      },
      ...more,
    });
  }

  /** From the clerk's entry to the day on which everybody sees it. */
  async listed(more: object): Promise<Lot> {
    const { id } = await this.entered(more);
    await this.station.post(`/listings/${id}/gathering`);
    await this.consents(id);
    await this.station.post(`/listings/${id}/submission`);
    await this.given.as('101-reviewer').post(`/listings/${id}/acceptance`);
    await this.given.as('reviewer').post(`/listings/${id}/approval`);
    return this.see(id);
  }

  /** Somebody registers; answers the id. */
  async interested(id: string, who: ApiClient, more: object = {}): Promise<string> {
    const wish = { offerYuan: '900', ability: '种粮 6 年，有农机 8 台', credit: '无', ...more };
    return (await who.post(`/listings/${id}/interests`, wish)).replace('/interests/', '');
  }

  /** The town announces that a lot is bid for, on the next working day at ten. */
  async bidFor(id: string): Promise<void> {
    await openBidding(this.given.as('101-trade'), id, this.given.exchange.clock);
  }

  /** The bank slip of a bid deposit, typed off at the finance desk. */
  async paid(interestId: string, slip: Omit<BidSlip, 'slipNumber'>): Promise<void> {
    GivenLots.slips += 1;
    const slipNumber = `BZJ2026${String(GivenLots.slips).padStart(6, '0')}`;
    await payBid(this.given.as('101-finance'), this.given.exchange.database, {
      ...{ interestId, paper: this.paper, slip: { slipNumber, ...slip } },
    });
  }
}
