import { plannedUses } from './purpose.words.js';

/** What a use of land comes to, and by which article. */
export interface Verdict {
  allowed: boolean;
  /** A refusal, or with `allowed` a warning; empty if there is nothing to say. */
  reason: string;
  article: string;
}

const fine: Verdict = { allowed: true, reason: '', article: '' };
const no = (reason: string, article: string): Verdict => ({ allowed: false, reason, article });
const mind = (reason: string, article: string): Verdict => ({ allowed: true, reason, article });

const never: ReadonlySet<string> = new Set(['building', 'quarry']);
const spoilsFarmland: ReadonlySet<string> = new Set(['orchard', 'forest', 'pond', 'turf']);
const notGrain: ReadonlySet<string> = new Set(['orchard', 'forest', 'pond', 'turf', 'flowers', 'livestock']);

/** Matrix of planned use, land class (GB/T 21010) and permanent basic farmland: allow, warn or refuse. */
export function purposeVerdict(use: string, landClass: string, basicFarmland: boolean): Verdict {
  const label = (plannedUses as Record<string, string>)[use];
  if (label === undefined) return no(`没有“${use}”这种用途，请从表里选。`, '承包法第三十八条第二项');
  if (never.has(use))
    return no(`不能用来${label}：不得改变土地的农业用途。`, '承包法第三十八条第二项、土地管理法第三十七条');
  if (basicFarmland && spoilsFarmland.has(use)) return no(`是永久基本农田，不能${label}。`, '土地管理法第三十七条');
  if (basicFarmland && use === 'livestock') return no('是永久基本农田，不能建畜禽养殖设施。', '土地管理法第三十七条');
  if (basicFarmland && use === 'facility')
    return mind('是永久基本农田，设施农业用地要另行备案，不得破坏耕作层。', '土地管理法第三十七条');
  // 耕地主要用于粮食和棉、油、糖、蔬菜等农产品及饲草饲料生产。
  if (landClass.startsWith('01') && notGrain.has(use))
    return mind(`是耕地，${label}不在优先用途里，村里要报镇里知道。`, '粮食安全保障法第十三条');
  if (use === 'facility') return mind('要用设施农业用地的，另行备案。', '土地管理法第三十七条');
  return fine;
}
