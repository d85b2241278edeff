import { ChoiceField, TextField } from '#platform';

const halls = { screen_county: '县中心的屏幕', screen_town: '镇交易所的屏幕' } as const;

export class TerminalInput {
  @TextField('屏幕的名字', { length: [2, 40], refusal: '给屏幕起个名字' }) name: string;
  @ChoiceField('哪里的屏幕', halls, { refusal: '县中心的屏幕，还是镇交易所的屏幕' }) kind: keyof typeof halls;
}
