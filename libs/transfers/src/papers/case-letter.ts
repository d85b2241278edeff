import type { TransferFacts } from '../transfer.facts.js';

/** Whose paper it is: the case's, kept at its office; every party to the case may look at it. */
export function aboutCase({ record, parties }: Pick<TransferFacts, 'record' | 'parties'>) {
  return { subject: 'transfer', subjectId: record.id, officeCode: record.officeCode, partyIds: [...parties] };
}
