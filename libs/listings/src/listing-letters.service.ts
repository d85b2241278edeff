import { Injectable } from '@nestjs/common';
import { PartiesService, PowersOfAttorneyService, type ValidPowerOfAttorney } from '#parties';
import { type Act, Files } from '#platform';
import { agentFields, lastDayOfPower } from '#transfers';
import type { ListingFacts } from './listing.facts.js';
import type { OfferLetterInput, OfferLetterRevocationInput } from './listing-letter.input.js';
import { letterFaults as faults, listingProblems, wrong } from './listing.problems.js';
import { listingLines } from './listing.words.js';
import { offerOf } from './listing-reader.service.js';
import { takesConsent } from './listing-station.service.js';

/**
 * 流转委托书 in place of consents: members of a household sign one letter that lets somebody offer, deal or sign on these terms
 * (农经发〔2016〕9号：逐户书面委托；流转办法第八条). Who did not sign it still says yes himself (承包法第十六条).
 */
@Injectable()
export class ListingLetters {
  constructor(
    private readonly powersOfAttorney: PowersOfAttorneyService,
    private readonly parties: PartiesService,
    private readonly files: Files,
  ) {}

  async powerOfAttorney(act: Act, facts: ListingFacts, input: OfferLetterInput): Promise<void> {
    if (!takesConsent(facts)) throw listingProblems.noConsent();
    const { record } = facts;
    const { householdId, powers } = input;
    const household = facts.consents.find((each) => each.householdId === householdId);
    if (!household) throw wrong(faults.household());
    const signedBy = [...new Set(input.signers)];
    const members = signedBy.map((id) => household.members.find((one) => one.coRight && one.personId === id));
    if (members.some((one) => one === undefined)) throw wrong(faults.signers());
    const unknown = members.find((one) => one?.open);
    if (unknown) throw wrong(faults.identityOpen(unknown.name));
    const agentId = await this.agentOf(act, input);
    await this.notATaker(act, facts, agentId);
    const validTo = lastDayOfPower(input.validTo, act.today);
    const file = await this.files.attach(act, input.file, {
      ...{ subject: 'listing', subjectId: record.id, kind: 'power_of_attorney', partyIds: [householdId, agentId] },
    });
    const statement = offerOf(facts, householdId);
    const own = facts.parcels.filter((parcel) => parcel.grantorId === householdId);
    await this.powersOfAttorney.give(act, {
      ...{ principalId: householdId, agentId, matter: listingLines.offeredOf(record.place), powers, validTo },
      ...{ parcelCodes: own.map(({ code }) => code), minimumPriceFen: record.floorFen, mayRemandate: false },
      ...{ validFrom: act.today, witness: input.witness || null, readAloud: input.readAloud === 'yes' },
      evidenceFileId: file.id,
      consents: { aboutKind: 'listing', aboutId: record.id, statement, signedBy },
    });
    await act.note('listing', record, {
      ...{ label: listingLines.letter(household.householdName), detail: { householdId, signers: signedBy, validTo } },
    });
  }

  /** At any time, by who gave it (民法典第一百七十三条): who signed it has said nothing any more. */
  async powerOfAttorneyRevoked(act: Act, facts: ListingFacts, input: OfferLetterRevocationInput): Promise<void> {
    const letter = letters(facts).find((each) => each.id === input.powerOfAttorneyId);
    if (!letter || !takesConsent(facts)) throw listingProblems.noLetter();
    const { principalId, principalName, id } = letter;
    if (input.file)
      await this.files.attach(act, input.file, {
        ...{ subject: 'listing', subjectId: facts.record.id, kind: 'consent_withdrawal', partyIds: [principalId] },
      });
    await this.powersOfAttorney.revoke(act, id, input.reason);
    await act.note('listing', facts.record, {
      ...{ label: listingLines.letterBack(principalName), remark: input.reason, detail: { letter: id } },
    });
  }

  /** A body by its code, or a person found in the register or as the card says. */
  private async agentOf(act: Act, input: OfferLetterInput): Promise<string> {
    const { agentBody = '', agentId: found, agentName: name, agentIdNumber } = input;
    const body = agentBody === '' ? undefined : await this.parties.findByCreditCode(agentBody, act.tx);
    return (body ?? (await this.parties.named(act, { found, name, identityNumber: agentIdNumber }, agentFields))).id;
  }

  /** 代理人不得与自己交易（民法典第一百六十八条）: nor who is behind him. */
  private async notATaker({ tx }: Act, { interests }: ListingFacts, agentId: string): Promise<void> {
    const behind = new Set(await this.powersOfAttorney.behind(tx, agentId));
    for (const { record } of interests)
      if ((await this.powersOfAttorney.behind(tx, record.partyId)).some((id) => behind.has(id)))
        throw wrong(faults.agentTakes(record.partyName));
  }
}

/** Letters that were given for this very lot and not taken back. */
export const letters = ({ record, powersOfAttorney }: ListingFacts): readonly ValidPowerOfAttorney[] =>
  powersOfAttorney.filter((each) => each.aboutId === record.id);
