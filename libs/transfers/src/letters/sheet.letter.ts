import { type Day, termText } from '#kernel';
import { letter } from '#papers';
import { dealView, landView } from '../deal.view.js';
import type { TransferFacts } from '../transfer.facts.js';
import type { Around } from './transfer-papers.service.js';
import type { PartyOnPaper } from './paper-parties.service.js';

/** The deal and the land of one transferor, as a sheet to be signed names them. */
function onSheet(own: TransferFacts) {
  const { mode, term, priceFen, rentInKind, use } = dealView(own);
  return { ...landView(own), mode, term, priceFen, rentInKind, use };
}

/** A member of the household that consents; how is empty, and a line to sign on, where he has not. */
interface Member {
  name: string;
  relation: string;
  id: string;
  method: string;
}

interface Consenting {
  members: readonly Member[];
  statement: string;
  contractorCode: string;
}

/** 承包方家庭共有人同意书 of one household; `statement` are the very words that each says yes to. */
export const consentSheet = letter(
  'consent',
  { title: '承包方家庭共有人同意书', word: '农同', edition: 3 },
  (own: TransferFacts, _around: Around, { members, statement, contractorCode }: Consenting) => ({
    ...onSheet(own),
    household: own.parcels[0]?.grantorName ?? '',
    contractorCode,
    contractCode: [...new Set(own.parcels.flatMap(({ contractCode }) => contractCode || []))].join('、'),
    ...{ transferee: own.record.transfereeName, takerCode: own.takerCode },
    members,
    statement,
    witness: '',
  }),
);

/** What a household empowers somebody to do. */
interface Powers {
  householdId: string;
  agent: { name: string; number: string };
  /** True: negotiates and signs; false: negotiates only, the principal signs himself. */
  maySign: boolean;
  validTo: Day;
  readAloud: boolean;
  witness: string;
}

/** 流转委托书, to be signed; it counts once its scan is registered. */
export const powerOfAttorneySheet = letter(
  'mandate',
  { title: '土地经营权流转委托书', word: '农委', edition: 3 },
  async (own: TransferFacts, around: Around, { householdId, agent, maySign, validTo, ...more }: Powers) => {
    const principal = await around.party(householdId);
    const household = own.consents.find((each) => each.householdId === householdId);
    const { priceFen: minimumFenPerMuYear, ...deal } = onSheet(own);
    return {
      ...{ ...deal, minimumFenPerMuYear, settlement: own.record.payment, maySign, mayRemandate: false },
      ...{ principal: principal.name, principalId: principal.number, agent: agent.name, agentId: agent.number },
      validity: { from: around.act.today, to: validTo, text: termText({ start: around.act.today, end: validTo }) },
      members: (household?.members ?? []).filter((member) => member.coRight).map((member) => member.name),
      readAloudBy: more.readAloud ? around.act.actor.name : '',
      witness: more.witness,
    };
  },
);

/** 意向协议书 between the transferee and one transferor: comes before the licence for outside capital (流转办法第29条). */
export const intentSheet = letter(
  'intent',
  { title: '土地经营权流转意向协议书', word: '农意', edition: 2 },
  async (own: TransferFacts, around: Around, { validUntil, exclusive }: { validUntil: Day; exclusive: boolean }) => ({
    ...onSheet(own),
    lessor: sideOf(await around.party(own.parcels[0]?.grantorId ?? '')),
    lessee: sideOf(await around.party(own.record.transfereeId)),
    ...{ validUntil, exclusive },
    signWithinDays: own.parameters.signingWorkingDays,
  }),
);

const sideOf = (party: PartyOnPaper) => ({ ...party, idLabel: party.label, id: party.number, representativeId: '' });

/** What was done while a person stood at the counter. */
interface Attended {
  caseNumber: string | null;
  followCode: string;
  person: string;
  place: string;
  areaMu: string;
  done: readonly string[];
  nextBy: Day | null;
  clerk: string;
  at: Date;
  witness: string;
  desk: Readonly<Record<'name' | 'address' | 'phone', string>>;
}

/** 办件回执, in large print, for the person who came to the station. */
export const counterReceipt = letter(
  'case_receipt',
  { title: '办件回执', word: '农回', by: 'town', edition: 2 },
  (attended: Attended) => ({ ...attended, readAloud: true }),
);
