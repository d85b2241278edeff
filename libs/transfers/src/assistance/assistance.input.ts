import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

/** What a clerk confirms before acting for a person who is present. */
export class AssistanceInput {
  @IsString({ message: '写来的人的姓名' }) @Length(2, 50, { message: '写来的人的姓名，和证件上一样' }) name: string;
  @IsString({ message: '读身份证，或者输入 18 位号码' }) @MaxLength(24, { message: '身份证号是 18 位' }) identityNumber: string;
  @IsIn(['card_reader', 'by_eye'], { message: '选怎么核对的身份证' }) identityRead: 'card_reader' | 'by_eye';
  /** Social credit code of the body the person came for; left out if the person came for themself. */
  @IsOptional() @IsString() @MaxLength(24, { message: '统一社会信用代码是 18 位' }) bodyCode?: string;
  @IsString({ message: '写见证人' }) @Length(2, 30, { message: '见证人写 2 到 30 个字' }) witness: string;
  @IsIn(['yes'], { message: '先念给本人听，再打勾' }) readAloud: 'yes';
}
