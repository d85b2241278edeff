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

const ISSUER: Shape = { label: '发包方代码', pattern: /^\d{14}$/, length: '14位数字', legacy: /^\d{12,13}$/ };
const CONTRACTOR: Shape = { label: '承包方代码', pattern: /^\d{18}$/, length: '18位数字', legacy: /^\d{17}$/ };
const PARCEL: Shape = { label: '承包地块代码', pattern: /^\d{19}$/, length: '19位数字', legacy: /^\d{17,18}$/ };
const CONTRACT: Shape = {
  label: '承包合同代码',
  pattern: /^\d{18}[JQ]$/,
  length: '18位数字加J或Q',
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
  const code = text.normalize('NFKC').trim().toUpperCase();
  if (shape.pattern.test(code)) return { kind: 'valid', code };
  if (shape.legacy.test(code)) {
    return { kind: 'legacy', code, reason: `${shape.label}应为${shape.length}，按历史数据保留，待核实` };
  }
  return { kind: 'wrong', reason: `${shape.label}应为${shape.length}，现为“${code}”` };
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
  if (contractor !== undefined && !contractorOfIssuer(contractor, issuer)) return '承包方代码前14位与发包方代码不一致';
  if (parcel !== undefined && !parcelOfIssuer(parcel, issuer)) return '承包地块代码前14位与发包方代码不一致';
  if (contract !== undefined && contractor !== undefined && !contractOfContractor(contract, contractor)) {
    return '承包合同代码前18位与承包方代码不一致';
  }
  return undefined;
}
