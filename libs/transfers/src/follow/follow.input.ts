import { IsString, Length } from 'class-validator';

/** What stands on the receipt. */
export class FollowInput {
  @IsString({ message: '写编号' })
  @Length(10, 30, { message: '编号照着回执写全' })
  number: string;

  @IsString({ message: '写查询码' })
  @Length(8, 8, { message: '查询码是 8 位，在编号下面' })
  code: string;
}
