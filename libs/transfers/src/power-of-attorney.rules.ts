import { type Blocker, type Day, type Rule, blocker, speaksFor } from '#kernel';
import { type ValidPowerOfAttorney, inForce, powerHolds } from '#parties';
import type { TransferFacts } from './transfer.facts.js';

/** What a letter lacks for this case on a day; `signing` asks whether the agent may sign too. */
export function powerOfAttorneyFaults(
  facts: Pick<TransferFacts, 'record' | 'parcels'>,
  powerOfAttorney: ValidPowerOfAttorney,
  on: Day,
  signing: boolean,
): Blocker[] {
  const named = new Set(powerOfAttorney.parcelCodes);
  const asked = facts.parcels.filter((parcel) => parcel.grantorId === powerOfAttorney.principalId);
  const found = powerHolds({
    agentName: powerOfAttorney.agentName,
    valid: inForce(powerOfAttorney, on),
    coversParcels: named.size === 0 || asked.every((parcel) => named.has(parcel.code)),
    needsSigning: signing,
    maySign: powerOfAttorney.powers === 'negotiate_and_sign',
    minimumPriceFen: powerOfAttorney.minimumPriceFen,
    priceFen: facts.record.priceFen,
  });
  return found ? [found] : [];
}

/** Who acts by a letter keeps to it: its land, its price, its days (民法典第165、171条). */
export const agentWithinPower: Rule<TransferFacts> = (facts, { actor }) => {
  const me = speaksFor(actor);
  const own = facts.powersOfAttorney.filter((powerOfAttorney) => powerOfAttorney.agentId === me);
  const party = [facts.record.transfereeId, ...facts.parcels.map((parcel) => parcel.grantorId)];
  if (me === null || party.includes(me)) return undefined;
  if (facts.consents.some((each) => each.members.some((member) => member.personId === me))) return undefined;
  return lettersLack(facts, own, facts.today, false);
};

/** One letter of a household is enough: a new one stands beside that which ran out, one agent deals and another signs. */
function lettersLack(
  facts: TransferFacts,
  letters: readonly ValidPowerOfAttorney[],
  on: Day,
  signing: boolean,
): Blocker[] {
  return [...new Set(letters.map((letter) => letter.principalId))].flatMap((principalId) => {
    const faults = letters
      .filter((letter) => letter.principalId === principalId)
      .map((letter) => powerOfAttorneyFaults(facts, letter, on, signing));
    return faults.some((each) => each.length === 0) ? [] : (faults.at(-1) ?? []);
  });
}

/** 受托人代签：whoever does not sign himself has a letter that lets the agent sign, on that very day. */
export function agentsMaySign(facts: TransferFacts, on: Day): Blocker[] {
  if (facts.powersOfAttorney.length === 0)
    return [
      blocker('power-of-attorney-holds', '没有登记过委托书，合同要转出方本人签。', '农村土地经营权流转管理办法第八条'),
    ];
  return lettersLack(facts, facts.powersOfAttorney, on, true);
}
