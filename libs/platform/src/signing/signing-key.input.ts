import { TextField } from '../fields/fields.js';

/** Why the key is changed before its time. */
export class RotationInput {
  @TextField('为什么要提前换', {
    ...{ lines: 2, length: [4, 300], hint: '对外公开，不写人名' },
    refusal: '请写为什么要提前换，至少 4 个字。',
  })
  reason: string;
}
