import { codes } from '#kernel';
/** The county's centre and the town's exchange each have a screen; together they are the one mandatory venue 屏幕. */
export const venueKinds = codes('VenueKind', {
  village_board: '村公示栏',
  screen_county: '县中心屏幕',
  screen_town: '镇交易所屏幕',
  website: '本网站',
});
export type VenueKind = keyof typeof venueKinds;

export const proofKinds = { photo: '照片', showing: '播放记录', hash: '内容指纹' } as const;
export type ProofKind = keyof typeof proofKinds;

/** Why a venue was dark, where the exchange itself noticed it. */
export const silentScreen = '屏幕没有心跳';

/** What the history calls the registration of a screen. */
export const registeredScreen = '登记屏幕';
