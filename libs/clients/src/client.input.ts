import { ChoiceField, TextField } from '#platform';
import { type ProgramPost, accessKinds, programPosts } from './client.words.js';

/** A program that a body wants to connect. */
export class ClientInput {
  @TextField('单位', { named: 'body', length: [2, 100], hint: '哪个单位的程序，写全称', refusal: '请填单位的全称' })
  bodyName: string;

  @TextField('统一社会信用代码', {
    ...{ length: [18, 18], code: true },
    refusal: '请填 18 位统一社会信用代码',
  })
  creditCode: string;

  @TextField('程序', { length: [2, 40], hint: '例如：担保贷款系统', refusal: '请填程序的名字' }) name: string;
  @ChoiceField('岗位', programPosts, { hint: '它能看、能办的，和这个岗位的人一样', refusal: '请选岗位' })
  post: ProgramPost;

  @TextField('管到哪里', {
    ...{ length: [2, 40], hint: '县、镇街，或镇街加村，例如：殷巷镇李家桥村' },
    refusal: '请填管到哪里，例如：殷巷镇',
  })
  office: string;

  @ChoiceField('能做什么', accessKinds, { refusal: '请选只查还是能办' }) access: keyof typeof accessKinds;

  @TextField('用来做什么', { lines: 3, length: [4, 500], hint: '另一个人要凭这些话决定', refusal: '请写明用来做什么' })
  reason: string;
}

/** Why a program is let in no more. */
export class ClientReason {
  @TextField('原因', { lines: 3, length: [2, 500], refusal: '请写明原因' }) reason: string;
}
