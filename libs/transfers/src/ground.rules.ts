import { type Rule, blocker } from '#kernel';
import type { TransferFacts } from './transfer.facts.js';
import type { ParcelFact } from './transfers.queries.js';

type TransferRule = Rule<TransferFacts>;

/** Whoever decides on what the register would change of the case's land goes first. */
export const groundDecided: TransferRule = ({ record, ground }) =>
  ground.some(({ state }) => state === 'open')
    ? blocker(
        'ground-decided',
        '登记簿交来变更，要改本案地块的承包合同、承包方、面积或者承包期，等镇协调部决定，决定以前不能往下办。',
        '农村土地承包法第36条；平台规则 登-01',
        { href: `/transfers/${record.id}#ground`, label: '看变更' },
      )
    : undefined;

/** Whether the register names another contractor than the one who lets the parcel; land of the collective has none. */
export const contractorMoved = (
  { contractorId, grantorId }: Pick<ParcelFact, 'contractorId' | 'grantorId'>,
  kind: string,
): boolean => (kind === 'contracted' ? contractorId !== grantorId : contractorId !== null);

/**
 * 只有承包方能流转自己的承包地（承包法第36条）；互换以后由换得的一方（第33条），承包期内发包方不得收回、调整（第27、28条）。
 * What the register says today counts, not what it said when the case began.
 */
export const grantorStillContractor: TransferRule = (facts, moment) => {
  const { record, parcels } = facts;
  const undecided = groundDecided(facts, moment);
  if (undecided) return undecided;
  return parcels
    .filter((parcel) => contractorMoved(parcel, record.kind))
    .map(({ parcelId, name, code, grantorName }) =>
      blocker(
        'grantor-still-contractor',
        record.kind === 'contracted'
          ? `${name}（${code}）登记的承包方已经不是转出方${grantorName}。只有承包方能流转：退回补正改由现在的承包方转出，或者结束本案。`
          : `${name}（${code}）已经承包出去，集体不能再流转。`,
        '农村土地承包法第36、33条，第27、28条',
        { href: `/register/parcels/${parcelId}`, label: '看这块地' },
      ),
    );
};
