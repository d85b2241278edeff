import { ChoiceField, FindField, TextField } from '#platform';
import type { IdentityReading } from './assisted-session.entity.js';
import { identityReadings } from './assisted.words.js';

/** What the clerk confirms before acting for a person who is present. */
export class AssistanceInput {
  @TextField('本人身份证号', {
    ...{ length: [15, 24], hint: '点一下这里，把证放到读卡器上；没有读卡器就照着填' },
    ...{ section: '1 核对身份证', code: true },
    refusal: '请读身份证，或照着填 18 位号码',
  })
  identityNumber: string;

  /** As on the card; with it a person who is not in the register yet is entered. */
  @TextField('姓名', {
    optional: true,
    named: 'person',
    length: [2, 50],
    hint: '和身份证上一样',
    refusal: '姓名写 2 到 50 个字',
  })
  name?: string;

  @ChoiceField('怎么核对的', identityReadings, { wide: true, refusal: '请选怎么核对的身份证' })
  identityRead: IdentityReading;

  /** The household or body the person stands for; without it the person's own household, if there is one. */
  @FindField('代表哪一户或哪个单位（可不填）', 'principal', {
    ...{
      optional: true,
      length: [17, 19],
      hint: '不填就是本人所在的那一户。写村名、户主姓名、单位名称或者代码，按“找”再选',
    },
    refusal: '承包方代码是 18 位，单位填统一社会信用代码',
  })
  actsFor?: string;

  @TextField('见证人姓名', {
    ...{ length: [2, 50], named: 'person', hint: '在场的另一个人，不能是您自己' },
    section: '2 找一个见证人',
    refusal: '请填见证人姓名，见证人不能是您自己',
  })
  witness: string;

  @TextField('念给本人听的内容', {
    ...{ lines: 6, length: [4, 500], hint: '一句一句念，本人听懂、点头再往下办' },
    section: '3 念给本人听',
    refusal: '请写念了什么给本人听',
  })
  readAloud: string;
}
