import { IsString, Length } from 'class-validator';

/** What stands on the receipt. */
export class FollowInput {
  @IsString({ message: '写案件编号' })
  @Length(10, 30, { message: '案件编号 18 位左右，看受理回执' })
  number: string;

  @IsString({ message: '写查询码' })
  @Length(8, 8, { message: '查询码是 8 位，在编号下面' })
  code: string;
}
