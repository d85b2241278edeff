import { registerCodeFaults } from './checked-codes.problems.js';
import { foldedCode } from './fold.js';
import { registerCodes } from './register-codes.words.js';

/**
 * Codes of the register of contracted land (GB/T 35958-2018). They are opaque identifiers: towns merge, the codes stay, so
 * today's town is never derived from one.
 */
export type RegisterCode =
  | { readonly kind: 'valid'; readonly code: string }
  /** Old records that break the rule: kept and marked "legacy, unverified", never silently refused. */
  | { readonly kind: 'legacy'; readonly code: string; readonly reason: string }
  | { readonly kind: 'wrong'; readonly reason: string };

interface Shape {
  readonly label: string;
  readonly pattern: RegExp;
  readonly length: string;
  readonly legacy: RegExp;
}

const ISSUER: Shape = { ...registerCodes.issuer, pattern: /^\d{14}$/, legacy: /^\d{12,13}$/ };
const CONTRACTOR: Shape = { ...registerCodes.contractor, pattern: /^\d{18}$/, legacy: /^\d{17}$/ };
const PARCEL: Shape = { ...registerCodes.parcel, pattern: /^\d{19}$/, legacy: /^\d{17,18}$/ };
const CONTRACT: Shape = {
  ...registerCodes.contract,
  pattern: /^\d{18}[JQ]$/,
  legacy: /^\d{17}[JQ]$|^\d{18,19}$/,
};

/** 发包方代码: county 6, town 3, village 3, group 2 (00 is the village itself). */
export const issuerCode = (text: string): RegisterCode => read(text, ISSUER);
/** 承包方代码: issuer 14, sequence 4. */
export const contractorCode = (text: string): RegisterCode => read(text, CONTRACTOR);
/** 承包地块代码: issuer 14, sequence 5. */
export const parcelCode = (text: string): RegisterCode => read(text, PARCEL);
/** 承包合同代码: contractor 18, J household or Q other mode. */
export const contractCode = (text: string): RegisterCode => read(text, CONTRACT);

function read(text: string, shape: Shape): RegisterCode {
  const code = foldedCode(text);
  if (shape.pattern.test(code)) return { kind: 'valid', code };
  if (shape.legacy.test(code)) {
    return { kind: 'legacy', code, reason: registerCodeFaults.legacy(shape) };
  }
  return { kind: 'wrong', reason: registerCodeFaults.wrong(shape, code) };
}

/** True if the parcel was numbered by this issuer. */
export const parcelOfIssuer = (parcel: string, issuer: string): boolean => parcel.slice(0, 14) === issuer;
/** True if the contractor was numbered by this issuer. */
export const contractorOfIssuer = (contractor: string, issuer: string): boolean => contractor.slice(0, 14) === issuer;
/** True if the contract was made with this contractor. */
export const contractOfContractor = (contract: string, contractor: string): boolean =>
  contract.slice(0, 18) === contractor;

/** The first relation among codes of one record that does not hold, in words; undefined if all do. */
export function codeMismatch(codes: {
  issuer: string;
  contractor?: string;
  parcel?: string;
  contract?: string;
}): string | undefined {
  const { issuer, contractor, parcel, contract } = codes;
  if (contractor !== undefined && !contractorOfIssuer(contractor, issuer))
    return registerCodeFaults.otherIssuer(CONTRACTOR);
  if (parcel !== undefined && !parcelOfIssuer(parcel, issuer)) return registerCodeFaults.otherIssuer(PARCEL);
  if (contract !== undefined && contractor !== undefined && !contractOfContractor(contract, contractor)) {
    return registerCodeFaults.otherContractor;
  }
  return undefined;
}
